import { scopeOf } from '../analysis/roles.ts';
import { foldedLong } from '../glossary/foldedLong.ts';
import { foldLong, singularWord } from '../glossary/normalize.ts';
import type { Finding, Glossary, GlossaryEntry, PlacedDefinition, Rule } from '../types.ts';
import { isMisspelled } from './misspelling.ts';
import { bySameOf, findingFor } from './repeated.ts';

/** The glossary's own sources are named in each entry; another sense of the short form is never a mismatch. */
export const glossaryMismatch: Rule = {
  id: 'glossary-mismatch',
  summary: 'A long form that misspells a known one, or that the glossary knows to be wrong.',
  severity: 'warning',
  safe: true,
  sources: [{ says: 'A long form is written as its field writes it.', where: 'our own' }],
  near: true,
  ofDefined: true,
  each({ key, short, definitions }, { glossary }): readonly Finding[] {
    const senses = glossary.senses(key);
    if (senses.length === 0) return [];
    const findings: Finding[] = [];
    const written = bySameOf(definitions, ({ role, longRead }) => `${scopeOf(role) ?? role}:${longRead}`);
    for (const [identity, same] of written) {
      const [{ longRead }] = same;
      const mismatch = mismatchOf(same[0], senses, glossary);
      if (mismatch === undefined) continue;
      const { entry, why } = mismatch;
      // "Natural Killer cells": what the entry leaves to the sentence stays.
      const rest = /(?<!\s)\s+cells?$/i.exec(longRead)?.[0] ?? '';
      const usual = /cells?$/i.test(entry.long) ? entry.long : entry.long + rest;
      const newText = /^\p{Lu}/u.test(longRead) ? capitalised(usual) : usual;
      const message = `"${longRead}" is not ${why(short)}. Use "${entry.long}".`;
      const slips = same.map(({ analysis, long }) => ({ analysis, ...long, newText }));
      findings.push(
        findingFor(slips, { short, identity: `${key}:${identity}`, message }, `Use "${newText}"`),
      );
    }
    return findings;
  },
};

const spelling = (short: string): string => `the usual spelling of ${short}'s long form`;
const meaning = (short: string): string => `what ${short} stands for`;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function accepted(entry: GlossaryEntry): readonly string[] {
  return [
    entry.long,
    ...(entry.alternatives ?? []),
    ...(entry.plural === undefined ? [] : [entry.plural]),
  ].map(foldLong);
}

/** "the National Cancer Institute's (NCI) network" */
const POSSESSIVE = /['’]s$/;

function mismatchOf(
  definition: PlacedDefinition,
  senses: readonly GlossaryEntry[],
  glossary: Glossary,
): { entry: GlossaryEntry; why: (short: string) => string } | undefined {
  const long = definition.foldedLong.replace(POSSESSIVE, '');
  if (senses.some(entry => foldedLong(entry) === long || accepted(entry).includes(long))) return undefined;
  const wrong = senses.find(entry => entry.wrong?.some(each => foldLong(each.long) === long));
  if (wrong !== undefined) {
    const spelled = isMisspelled(long, foldLong(wrong.long));
    return { entry: wrong, why: spelled === undefined ? meaning : spelling };
  }
  for (const entry of senses) {
    const word = isMisspelled(long, foldedLong(entry));
    if (word !== undefined && !isKnownWord(word, glossary)) return { entry, why: spelling };
  }
  return undefined;
}

const words = new WeakMap<Glossary, ReadonlySet<string>>();

/** Whether some long form of the glossary holds this word: then it isn't a misspelling of another. */
function isKnownWord(word: string, glossary: Glossary): boolean {
  let known = words.get(glossary);
  if (known === undefined) {
    const all = glossary.entries.flatMap(accepted).flatMap(long => long.split(' '));
    known = new Set([...new Set(all)].map(singularWord));
    words.set(glossary, known);
  }
  return known.has(word);
}
