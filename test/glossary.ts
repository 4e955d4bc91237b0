/** Glossaries for tests: small ones made by hand, and the one that ships. */
import { createBundledGlossary, type Glossary } from '../server/src/core/index.ts';
import type { GlossaryEntry } from '../server/src/core/types.ts';
import { readGlossaryFiles } from '../server/src/node/index.ts';

/** An entry from its two forms; the id is the short form in lower case. */
export function entry(short: string, long: string, more: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return {
    id: short.toLowerCase(),
    short,
    long,
    class: 'abbreviation',
    domain: 'test',
    sources: [],
    ...more,
  };
}

/** The bundled glossary. */
export function bundledGlossary(): Glossary {
  return createBundledGlossary(readGlossaryFiles());
}
