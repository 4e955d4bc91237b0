import { blockAt } from '../analysis/blockAt.ts';
import { foldLong } from '../glossary/normalize.ts';
import { lazily } from '../lazily.ts';
import { lettered } from '../lettered.ts';
import type { Abbreviation, Finding, Glossary, PlacedDefinition, Rule, ScopeName } from '../types.ts';
import { inline, isWrittenIn } from './places.ts';
import { findingFor, type Slip } from './repeated.ts';
import { opensSentence } from './surroundings.ts';

/**
 * The letters of a short form don't make capitals of the words that they stand for.
 *
 * Not reported: a word that opens a sentence; a proper noun (the glossary's own spelling, or the manuscript's
 * other definition, says which words are none); lists, tables and captions; letters set off by markup; the name of a
 * statistical method, which its makers often capitalise (UMAP), or of an instrument: Eczema Area and Severity Index
 * (EASI).
 */
export const definitionCapitals: Rule = {
  id: 'definition-capitals',
  summary: 'A long form with capitals that it has only for its short form: Chimeric Antigen Receptor (CAR).',
  severity: 'hint',
  safe: true,
  sources: [
    {
      says: 'The words that an acronym is made of have no capitals, unless they are proper names.',
      where: 'AMA Manual of Style, 11th ed., chapter 10, "Acronyms" (stored copy of the section)',
      read: '2026-11-23',
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { glossary }): readonly Finding[] {
    if (!abbreviation.definitions.some(({ longText }) => CAPITALISED.test(longText))) return NONE;
    const proofs = lazily(() => proofsOf(abbreviation, glossary));
    return (['abstract', 'main'] as const).flatMap(scope => {
      const slips = abbreviation.definitions.flatMap(definition => {
        const { analysis, long, longRead } = definition;
        const newText = isWrittenIn(scope, definition) ? withoutCapitals(definition, proofs) : undefined;
        return newText === undefined ? [] : [{ analysis, ...long, newText, longRead }];
      });
      const [first] = slips;
      if (first === undefined || isRepeated(first, scope, abbreviation)) return [];
      const { short, key } = abbreviation;
      const lower = inline(first.newText);
      const message = `"${first.longRead}" needs no capitals. Write "${lower}".`;
      return [findingFor(slips, { short, identity: `${scope}:${key}`, message }, `Write "${lower}"`)];
    });
  },
};

const NONE: readonly Finding[] = [];

/** Whether its scope has said the same before: then the definition as a whole is one too many (`redefined`). */
function isRepeated({ analysis, start }: Slip, scope: ScopeName, { definitions }: Abbreviation): boolean {
  const written = definitions.filter(each => isWrittenIn(scope, each));
  const at = written.findIndex(each => each.analysis === analysis && each.long.start === start);
  return written.slice(0, at).some(({ foldedLong }) => foldedLong === written[at]?.foldedLong);
}

const WORD = lazily(() => /\p{L}[\p{L}\p{N}]*/gu);
const CAPITALISED = lettered`[\p{Lu}][\p{Ll}]`;
/** Published instruments have names, which are capitalised. */
const INSTRUMENT = /\s(?:Index|Scale|Score|Questionnaire|Inventory|Assessment|Survey|Test|Tool)$/;

/** It opens a sentence, perhaps behind a label: "Background: Long non-coding RNAs". */
const opensClause = (masked: string, at: number): boolean =>
  opensSentence(masked, at) || /:[\s\uE000]*$/.test(masked.slice(Math.max(0, at - 8), at));

/** How the glossary and the manuscript itself spell long forms of an abbreviation, by these as they are folded. */
function proofsOf(
  { key, definitions }: Abbreviation,
  glossary: Glossary,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = glossary
    .senses(key)
    .filter(({ domain }) => domain !== 'statistics')
    .flatMap(({ long: usual, alternatives = [] }) => [usual, ...alternatives]);
  const written = definitions
    .filter(each => isWrittenIn('main', each) || isWrittenIn('abstract', each))
    .map(each => each.longText);
  const proofs = new Map<string, Set<string>>();
  for (const proof of [...known, ...written]) {
    const folded = foldLong(proof);
    const spellings = proofs.get(folded) ?? new Set();
    proofs.set(folded, spellings.add(proof));
  }
  return proofs;
}

/** The long form without the capitals that nothing asks for; undefined where it has none. */
function withoutCapitals(
  definition: PlacedDefinition,
  proofs: () => ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const { longText, foldedLong, long } = definition;
  if (!CAPITALISED.test(longText) || INSTRUMENT.test(longText)) return undefined;
  const block = blockAt(definition.analysis, definition.start);
  const opens = block !== undefined && opensClause(block.block.masked, long.start - block.start);
  for (const proof of proofs().get(foldedLong) ?? []) {
    if (proof === longText) continue;
    const words = proof.match(WORD()) ?? [];
    if (words.length !== (longText.match(WORD()) ?? []).length) continue;
    let index = 0;
    const lower = longText.replace(WORD(), (word, at: number) => {
      const small = /^\p{Ll}/u.test(words[index++] ?? '');
      const isCapitalised = /^\p{Lu}\p{Ll}+$/u.test(word);
      return small && isCapitalised && !(opens && at === 0) ? word.toLowerCase() : word;
    });
    if (lower !== longText) return lower;
  }
  return undefined;
}
