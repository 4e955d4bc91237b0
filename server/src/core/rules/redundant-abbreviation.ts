import { isCapital, isDigit } from '../analysis/characters.ts';
import { isUse } from '../analysis/roles.ts';
import { foldedLong } from '../glossary/foldedLong.ts';
import { foldLong, singularWord } from '../glossary/normalize.ts';
import { textOf } from '../textOf.ts';
import type { Abbreviation, AbbreviationContext, Finding, Mention, Rule } from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { findingFor, type Slip } from './repeated.ts';
import { inBlock, wordBehind } from './surroundings.ts';

/**
 * The word behind a short form repeats what its last letter stands for: "CAR receptor", "HIV virus".
 *
 * Not reported: a word for which the short form has no letter (NK cells, Treg cells); a pair that usage has settled
 * (HLA antigens, peptide–MHC complexes); a name of clipped words (RefSig signatures); a word that serves several
 * short forms (HGG, MB, and ATRT tumors); a form with several meanings that the manuscript doesn't define.
 */
export const redundantAbbreviation: Rule = {
  id: 'redundant-abbreviation',
  summary: 'A short form followed by the word that its last letter stands for: CAR receptor, HIV virus.',
  severity: 'information',
  sources: [
    {
      says: 'A word that an abbreviation holds already is not said again.',
      where: 'our own: what guides say of redundant words could not be read',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    const words = lastWords(abbreviation, context);
    if (words.length === 0) return NO_FINDINGS;
    const slips: RedundantSlip[] = [];
    for (const mention of abbreviation.mentions) {
      const slip = slipBehind(mention, words);
      if (slip !== undefined) slips.push(slip);
    }
    const [first] = slips;
    if (first === undefined) return [];
    const { short, key } = abbreviation;
    const message = `"${first.phrase}" says "${first.word}" twice. Write "${first.newText}".`;
    return [findingFor(slips, { short, identity: key, message }, `Write "${first.newText}"`)];
  },
};

/** Said by everybody, and asked of nobody to change. */
const SETTLED: ReadonlySet<string> = new Set([
  'HLA antigen',
  'MHC complex',
  'UMAP projection',
  't-SNE embedding',
  'tSNE embedding',
  'TSNE embedding',
]);

interface RedundantSlip extends Slip {
  readonly phrase: string;
  readonly word: string;
}

const NO_FINDINGS: readonly Finding[] = [];
const NONE: readonly string[] = [];

/** The last words of the long forms, singular, that the short form's last capital stands for. */
function lastWords(abbreviation: Abbreviation, context: AbbreviationContext): readonly string[] {
  const { definitions } = abbreviation;
  const short = definitions.find(({ form }) => form === 'macro')?.shortText ?? abbreviation.short;
  const letter = lastCapital(short)?.toLowerCase();
  if (letter === undefined) return NONE;
  const longs =
    definitions.length > 0
      ? definitions.map(({ foldedLong }) => foldedLong)
      : knownLong(abbreviation.key, short, context);
  let words: string[] | undefined;
  for (const long of longs) {
    const start = long.lastIndexOf(' ') + 1;
    if (long.length - start < SHORTEST_WORD || long.charAt(start) !== letter) continue;
    const word = long.slice(start);
    if (SETTLED.has(`${short} ${word}`)) continue;
    // One, nearly always: a list's first `push` makes room for seventeen.
    if (words === undefined) words = [word];
    else words.push(word);
  }
  return words ?? NONE;
}

const SHORTEST_WORD = 4;

/** The capital that a short form ends with, or that stands before its last letter: PSA, PSAs. */
function lastCapital(short: string): string | undefined {
  const last = unitAt(short, short.length - 1);
  if (isCapital(last)) return short.charAt(short.length - 1);
  return !isDigit(last) && isCapital(unitAt(short, short.length - 2))
    ? short.charAt(short.length - 2)
    : undefined;
}

/** What it stands for, folded, where the glossary knows one sense and no more. */
function knownLong(key: string, short: string, { glossary }: AbbreviationContext): readonly string[] {
  const senses = glossary.senses(key);
  if (senses.length > 0) return senses.length === 1 ? [foldedLong(senses[0]!)] : NONE;
  const standard = glossary.standard(short);
  return standard === undefined ? NONE : [foldLong(standard.long)];
}

function slipBehind(mention: Mention, words: readonly string[]): RedundantSlip | undefined {
  const { analysis, role, token, tokenStart, placed } = mention;
  // All words begin with the same letter: most mentions are done here.
  const [any = ''] = words;
  const next = placed.block.masked.charAt(mention.end - placed.start + 1);
  if (next.toLowerCase() !== any.charAt(0)) return undefined;
  if (!isUse(role) || mention.end !== tokenStart + token.end - token.start) return undefined;
  const text = textOf(analysis.document);
  const { masked, end, origin } = inBlock(mention);
  const behind = wordBehind(masked, end);
  if (behind === undefined) return undefined;
  const word = masked.slice(behind.start, behind.end);
  const one = singularWord(word.toLowerCase());
  // "PBMC cell types" speaks of cell types.
  if (!words.includes(one) || word === 'cell') return undefined;
  // "HGG, DMG, and ATRT tumors": the word serves all of them.
  const before = masked.slice(
    Math.max(0, end - (mention.end - tokenStart) - 8),
    end - (mention.end - tokenStart),
  );
  if (/(?:[,/]|\b(?:and|or))\s*$/.test(before)) return undefined;
  const isPlural = one !== word.toLowerCase();
  const source = text.slice(mention.start, mention.end);
  // "LMMs model the covariance": a verb.
  if (!isPlural && /[A-Z]s$/.test(source)) return undefined;
  // Markup between the two would be torn; a macro's plural is another macro.
  if (/\S/.test(text.slice(mention.end, origin + behind.start)) || (isPlural && token.key !== undefined))
    return undefined;
  const newText = isPlural && !/s$/.test(source) ? `${source}s` : source;
  return {
    analysis,
    start: mention.start,
    end: origin + behind.end,
    newText,
    phrase: `${source} ${word}`,
    word: one,
  };
}
