/** The glossary that ships with the extension: the files of `glossary/`, whoever reads them. */

import { lazily } from '../lazily.ts';
import type { Glossary, GlossaryEntry, Reference, StandardForm, Therapy, TherapyFact } from '../types.ts';
import { createGlossary, createGlossaryOver } from './index.ts';
import { unpack } from './pack.ts';

/**
 * The text of every file of `glossary/`, by its path in there, with `/`: `abbreviations/cytokines.json`. A text is asked
 * for when it is first needed: most of the megabyte (facts, references) never is while a manuscript is linted.
 */
export type GlossaryFiles = Pick<ReadonlyMap<string, string>, 'keys' | 'get'>;

/**
 * Makes a glossary of the bundled files. They are our own data, which tests hold against their schemas, so their rows are
 * taken as they are, and a missing file just leaves its part empty. The parts that linting doesn't need are read later.
 * `packed`: the same entries as `pack` packs them, which spares parsing those that nobody asks for.
 */
export function createBundledGlossary(files: GlossaryFiles, revision = 0, packed?: string): Glossary {
  const rest = {
    standard: rows<StandardForm>(files, 'standard.json'),
    therapies: rows<Therapy>(files, 'therapies.json'),
    facts: rows<TherapyFact>(files, 'facts.json'),
    references: rows<Reference>(files, 'references.json'),
    geneSymbols: lazily(() => files.get('hgnc-symbols.txt') ?? ''),
    revision,
  };
  return packed === undefined
    ? createGlossary({ entries: bundledEntries(files), ...rest })
    : createGlossaryOver(unpack(packed), rest);
}

/** The entries of all files, in the order in which their senses are given. */
export function bundledEntries(files: GlossaryFiles): readonly GlossaryEntry[] {
  return entryFiles(files).flatMap(path => rows<GlossaryEntry>(files, path)());
}

/** The files that hold entries, sorted. */
export function entryFiles(files: Pick<GlossaryFiles, 'keys'>): readonly string[] {
  return [...files.keys()].filter(path => /^abbreviations\/.*\.json$/.test(path)).sort();
}

function rows<T>(files: GlossaryFiles, path: string): () => readonly T[] {
  return lazily(() => JSON.parse(files.get(path) ?? '[]') as readonly T[]);
}
