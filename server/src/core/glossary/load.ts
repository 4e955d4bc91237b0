/** Reads a row of somebody's own glossary: an unknown value in, an entry and what is wrong with it out. Never throws. */
import type { GlossaryEntry, MentionClass } from '../types.ts';
import { type Check, identifier, isRow, listOf, oneOf, record, text } from './checks.ts';

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

/** All classes by name. */
export const mentionClasses = Object.keys(CLASSES) as readonly MentionClass[];

const mentionClass = oneOf(mentionClasses);
const classNames = new Map(mentionClasses.map(name => [name, name]));

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
 * Reads one row. It needs its `short` and `long` form; `id` is made from the short form, `class` is `abbreviation`,
 * `domain` is `own` and `sources` is empty unless they are given. A row without a usable short or long form gives
 * nothing; a bad or unknown field is left out. `report` gets what is wrong, with a JSON pointer from the row: `/long`, or
 * empty for the whole.
 */
export function parseEntry(
  row: unknown,
  report: (path: string, message: string) => void,
): GlossaryEntry | undefined {
  if (!isRow(row)) {
    report('', 'An entry must be an object.');
    return undefined;
  }
  // All entries begin with the same fields in the same order: among 100,000 of them, that saves a third of the time.
  const entry: Record<string, unknown> = {
    id: '',
    short: '',
    long: '',
    class: 'abbreviation',
    domain: 'own',
    sources: NO_SOURCES,
  };
  for (const name of Object.keys(row)) {
    const reason = Object.hasOwn(FIELDS, name)
      ? FIELDS[name as keyof typeof FIELDS](row[name])
      : 'is not a known field';
    if (reason === undefined) entry[name] = row[name];
    else report(`/${name}`, `"${name}" ${reason}.`);
  }
  for (const name of ['short', 'long']) {
    if (entry[name] !== '') continue;
    if (row[name] === undefined) report('', `An entry needs "${name}".`);
    return undefined;
  }
  if (entry.id === '') entry.id = identifierOf(entry.short as string);
  // What most entries have alike is one and the same: each copy would stay in memory.
  entry.class = classNames.get(entry.class as MentionClass);
  if ((entry.sources as readonly unknown[]).length === 0) entry.sources = NO_SOURCES;
  return entry as unknown as GlossaryEntry;
}

const NO_SOURCES: GlossaryEntry['sources'] = [];

/** A short form as an identifier: `CAR-NK` -> `car-nk`. */
function identifierOf(short: string): string {
  const words = short
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'entry';
}
