import { TRANSPARENT } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { isSpace, isUpper, Kind, kindOf } from '../characters.ts';
import { buildTrie } from '../trie.ts';
import { visibleStart } from './window.ts';
import { LEAD_IN_ADVERBS, LEAD_INS, WEAK_LEAD_INS } from './words.ts';

const LeadIn = 1;
const Weak = 2;
const Adverb = 4;

const PHRASES = buildTrie([
  ...LEAD_INS.map(phrase => [phrase.replaceAll(' ', ''), LeadIn] as const),
  [WEAK_LEAD_INS.join(' '), Weak],
  [LEAD_IN_ADVERBS.join(' '), Adverb],
]);

/**
 * Offset after the lead-in words ("hereafter", "i.e.,", "commonly known as") that `text[start..end)` begins with.
 * @param strict the first of them must not be a weak one ("for")
 */
export function skipLeadIn(text: string, start: number, end: number, strict = false): number {
  let at = visibleStart(text, start, end);
  for (let kinds = strict ? LeadIn : LeadIn | Weak; ; kinds = LeadIn | Weak) {
    let from = at;
    for (let after = phraseEnd(text, from, end, Adverb); after > 0; ) {
      from = visibleStart(text, after, end);
      after = phraseEnd(text, from, end, Adverb);
    }
    let after = phraseEnd(text, from, end, kinds) || phraseEnd(text, at, end, kinds);
    if (after === 0) return at;
    while (after < end && (text[after] === ',' || text[after] === ':')) after++;
    at = visibleStart(text, after, end);
  }
}

/** Offset after the longest phrase of these kinds at `at`, its stop included; 0 where there is none. */
function phraseEnd(text: string, at: number, end: number, kinds: number): number {
  let found = 0;
  let node = 0;
  // "(OR 2.1)": odds ratio.
  if (isUpper(unitAt(text, at + 1))) return 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (i > at && (isSpace(code) || code === 0x2e || code === TRANSPARENT)) continue;
    node = PHRASES.step(node, code | 0x20);
    if (node === 0) break;
    if ((PHRASES.bits(node) & kinds) === 0) continue;
    const after = unitAt(text, i + 1) === 0x2e ? i + 2 : i + 1;
    if (endsWord(unitAt(text, after))) found = after;
  }
  return found;
}

const endsWord = (code: number): boolean =>
  isSpace(code) || kindOf(code) === Kind.quote || code === 0x2c || code === 0x3a;
