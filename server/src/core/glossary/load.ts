/** Reads glossary rows of any origin: unknown values in, entries and problems out. Never throws. */
import type { GlossaryEntry, MentionClass } from '../types.ts';
import { type Check, identifier, isRow, listOf, oneOf, record, text } from './checks.ts';

/** A row or field that could not be used, in words for the person who wrote the file. */
export interface GlossaryProblem {
  readonly file: string;
  /** Where in the file, as a JSON pointer: `/entries/3/long`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

/** What a file gave: its good rows, and what is wrong with the others. */
export interface LoadedGlossary {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly GlossaryProblem[];
}

const CLASSES: Readonly<Record<MentionClass, true>> = {
  abbreviation: true,
  'gene-or-protein': true,
  'cell-marker': true,
  cytokine: true,
  hla: true,
  immunoglobulin: true,
  unit: true,
  chemical: true,
  'roman-numeral': true,
  statistics: true,
  standard: true,
  product: true,
  'cell-line': true,
  strain: true,
  trial: true,
  database: true,
  software: true,
  organisation: true,
  degree: true,
  initials: true,
  label: true,
  variable: true,
  sequence: true,
  emphasis: true,
};

const mentionClass = oneOf(Object.keys(CLASSES));

const FIELDS: Readonly<Record<Exclude<keyof GlossaryEntry, 'origin'>, Check>> = {
  id: identifier,
  short: text,
  long: text,
  plural: text,
  variants: listOf(text),
  alternatives: listOf(text),
  wrong: listOf(record({ long: text, note: text }, ['long', 'note'])),
  class: mentionClass,
  domain: text,
  gloss: text,
  note: text,
  printed: text,
  see: listOf(identifier),
  therapy: identifier,
  undefinedIn: listOf(text),
  context: listOf(text),
  sources: listOf(record({ reference: text, locator: text, accessed: text }, ['reference'])),
};

/**
 * Reads a glossary file's value: a list of entries, or an object with such a list under `entries`.
 *
 * An entry needs its `short` and `long` form; `id` is made from the short form, `class` is `abbreviation`,
 * `domain` is `own` and `sources` is empty unless they are given. A row without a usable short or long form
 * is left out; a bad or unknown field is left out of its row; each is reported with file, place and reason.
 */
export function parseGlossary(value: unknown, file: string): LoadedGlossary {
  const entries: GlossaryEntry[] = [];
  const problems: GlossaryProblem[] = [];
  const listed = isRow(value) ? value.entries : value;
  const base = isRow(value) ? '/entries' : '';
  if (!Array.isArray(listed)) {
    problems.push({
      file,
      path: base,
      message: 'A glossary is a list of entries, or holds one under "entries".',
    });
    return { entries, problems };
  }
  for (const [index, row] of listed.entries()) {
    const entry = parseEntry(row, (path, message) =>
      problems.push({ file, path: `${base}/${index}${path}`, message }),
    );
    if (entry !== undefined) entries.push(entry);
  }
  return { entries, problems };
}

/** Reads one row; `report` gets what is wrong, with a JSON pointer from the row: `/long`, or empty for the whole. */
export function parseEntry(
  row: unknown,
  report: (path: string, message: string) => void,
): GlossaryEntry | undefined {
  if (!isRow(row)) {
    report('', 'An entry must be an object.');
    return undefined;
  }
  const good: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const reason = Object.hasOwn(FIELDS, name)
      ? FIELDS[name as keyof typeof FIELDS](value)
      : 'is not a known field';
    if (reason === undefined) good[name] = value;
    else report(`/${name}`, `"${name}" ${reason}.`);
  }
  for (const name of ['short', 'long']) {
    if (typeof good[name] === 'string') continue;
    if (row[name] === undefined) report('', `An entry needs "${name}".`);
    return undefined;
  }
  const defaults = {
    id: identifierOf(good.short as string),
    class: 'abbreviation',
    domain: 'own',
    sources: [],
  };
  return { ...defaults, ...good } as unknown as GlossaryEntry;
}

/** A short form as an identifier: `CAR-NK` -> `car-nk`. */
function identifierOf(short: string): string {
  const words = short
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'entry';
}
