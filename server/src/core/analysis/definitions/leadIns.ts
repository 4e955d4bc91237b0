import { byInitial } from './byInitial.ts';
import { isSpace, Kind, kindOf } from './characters.ts';
import { visibleStart } from './window.ts';
import { LEAD_INS } from './words.ts';

const BY_INITIAL = byInitial(LEAD_INS, words => words);

const LONGEST = Math.max(...LEAD_INS.map(words => words.length));

/** Offset after the lead-in words ("hereafter", "i.e.,") that `text[start..end)` begins with. */
export function skipLeadIn(text: string, start: number, end: number): number {
  let at = visibleStart(text, start, end);
  for (;;) {
    const candidates = BY_INITIAL.get(text.charCodeAt(at) | 0x20);
    if (!candidates) return at;
    const rest = text
      .slice(at, Math.min(end, at + LONGEST + 1))
      .toLowerCase()
      .replaceAll('\n', ' ');
    const leadIn = candidates.find(
      words => rest.startsWith(words) && endsWord(rest.charCodeAt(words.length)),
    );
    if (!leadIn) return at;
    at += leadIn.length;
    while (at < end && (text[at] === ',' || text[at] === ':')) at++;
    at = visibleStart(text, at, end);
  }
}

const endsWord = (code: number): boolean =>
  isSpace(code) || kindOf(code) === Kind.quote || code === 0x2c || code === 0x3a;
