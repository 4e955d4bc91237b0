/** The glossary that ships with the extension: the files of `glossary/`, whoever reads them. */

import { lazily } from '../lazily.ts';
import type { Glossary, Reference, StandardForm, Therapy, TherapyFact } from '../types.ts';
import { createGlossary } from './index.ts';
import { type GlossaryProblem, parseGlossary } from './load.ts';

/**
 * The text of every file of `glossary/`, by its path in there, with `/`: `abbreviations/cytokines.json`. A text is asked
 * for when it is first needed: most of the megabyte (facts, references) never is while a manuscript is linted.
 */
export type GlossaryFiles = Pick<ReadonlyMap<string, string>, 'keys' | 'get'>;

/**
 * Makes a glossary of the bundled files. They are our own data, which tests hold against their schemas, so
 * a missing file just leaves its part empty; entries are read row by row all the same, as any layer's are.
 */
export function createBundledGlossary(
  files: GlossaryFiles,
  revision = 0,
): { readonly glossary: Glossary; readonly problems: readonly GlossaryProblem[] } {
  const loaded = [...files.keys()]
    .filter(path => path.startsWith('abbreviations/') && path.endsWith('.json'))
    .sort()
    .map(path => parseGlossary(parsed(files, path), path));
  const glossary = createGlossary({
    entries: loaded.flatMap(file => file.entries),
    standard: rows<StandardForm>(files, 'standard.json'),
    therapies: rows<Therapy>(files, 'therapies.json'),
    facts: rows<TherapyFact>(files, 'facts.json'),
    references: rows<Reference>(files, 'references.json'),
    geneSymbols: lazily(() => files.get('hgnc-symbols.txt') ?? ''),
    revision,
  });
  return { glossary, problems: loaded.flatMap(file => file.problems) };
}

function parsed(files: GlossaryFiles, path: string): unknown {
  return JSON.parse(files.get(path) ?? '[]');
}

function rows<T>(files: GlossaryFiles, path: string): () => readonly T[] {
  return lazily(() => parsed(files, path) as readonly T[]);
}
