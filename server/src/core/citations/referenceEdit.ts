/** Adding a reference to a bibliography, once: the file is added to, never written anew. */
import { lineEndOf } from '../lineEnds.ts';
import type { Insertion, Reference } from '../types.ts';
import { type CitedEntry, readBibtex, writeBibtex } from './bibtex.ts';
import { addToCslYaml, readCslYaml } from './cslYaml.ts';

/** How a bibliography is written: BibTeX, or a list of CSL items as JSON or YAML. */
export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml';

/** Under which key a reference is cited, and what must be inserted so that it can be; `null`: nothing. */
export interface ReferenceEdit {
  readonly key: string;
  readonly edit: Insertion | null;
}

/** The format of a bibliography by its file's name; `undefined` where it is none that can be added to. */
export function bibliographyFormat(name: string): BibliographyFormat | undefined {
  const lower = name.toLowerCase();
  if (lower.endsWith('.bib')) return 'bibtex';
  if (lower.endsWith('.json')) return 'csl-json';
  return /\.ya?ml$/.test(lower) ? 'csl-yaml' : undefined;
}

/**
 * What it takes to cite a reference from a bibliography. One that is there already (the same DOI, else the
 * same title and year) is cited under its own key; a new one under ours, with a letter behind it where that is
 * taken. `undefined` where the bibliography cannot be read.
 */
export function referenceEdit(
  text: string,
  format: BibliographyFormat,
  reference: Reference,
): ReferenceEdit | undefined {
  const entries = entriesOf(text, format);
  if (entries === undefined) return undefined;
  const found = entries.find(entry => isSame(entry, reference));
  if (found !== undefined) return { key: found.key, edit: null };
  const key = freeKey(reference.id, entries);
  const edit = insertion(text, format, { ...reference, id: key });
  return edit && { key, edit };
}

/** The entries of a bibliography; `undefined` where it cannot be read. */
function entriesOf(text: string, format: BibliographyFormat): readonly CitedEntry[] | undefined {
  if (format === 'bibtex') return readBibtex(text);
  return (format === 'csl-json' ? readCsl(text) : readCslYaml(text))?.flatMap(citedItem);
}

function insertion(text: string, format: BibliographyFormat, reference: Reference): Insertion | undefined {
  const eol = lineEndOf(text);
  if (format === 'bibtex') return appended(text, writeBibtex(reference, reference.id, eol), eol);
  // Our own remarks are no part of it.
  const { note: _, ...item } = reference;
  return format === 'csl-json' ? inserted(text, item, eol) : addToCslYaml(text, item, eol);
}

/** The same for several references at once: their keys in order, and one insertion for all that are new. */
export function referenceEdits(
  text: string,
  format: BibliographyFormat,
  references: readonly Reference[],
): { readonly keys: readonly string[]; readonly edit: Insertion | null } | undefined {
  const keys: string[] = [];
  let now = text;
  let at: number | undefined;
  for (const reference of references) {
    const next = referenceEdit(now, format, reference);
    if (next === undefined) return undefined;
    keys.push(next.key);
    if (next.edit === null) continue;
    const { start, newText } = next.edit;
    now = now.slice(0, start) + newText + now.slice(start);
    // Each insertion stands in the one before it, or directly behind.
    at ??= start;
  }
  if (at === undefined) return { keys, edit: null };
  return { keys, edit: { start: at, end: at, newText: now.slice(at, now.length - (text.length - at)) } };
}

/** A bibliography of a manuscript: its file's name, and its text as it stands. */
export interface Bibliography {
  readonly name: string;
  readonly text: string;
}

/**
 * What it takes to cite references from a manuscript that names several bibliographies: the key of each in its own
 * bibliography where one has it, else in the first that can be added to. `undefined` where none can.
 */
export function citeFrom<B extends Bibliography>(
  bibliographies: readonly B[],
  references: readonly Reference[],
): { readonly keys: readonly string[]; readonly edit: Insertion | null; readonly to: B } | undefined {
  const known = bibliographies.flatMap(each => {
    const format = bibliographyFormat(each.name);
    const entries = format && entriesOf(each.text, format);
    return format && entries ? [{ each, format, entries }] : [];
  });
  const keyOf = (reference: Reference): string | undefined =>
    known.flatMap(({ entries }) => entries).find(entry => isSame(entry, reference))?.key;
  const missing = references.filter(reference => keyOf(reference) === undefined);
  for (const { each, format } of known) {
    const added = referenceEdits(each.text, format, missing);
    if (added === undefined) continue;
    const keys = references.map(reference => keyOf(reference) ?? added.keys[missing.indexOf(reference)]!);
    return { keys, edit: added.edit, to: each };
  }
  return undefined;
}

function isSame(entry: CitedEntry, { DOI, title, issued }: Reference): boolean {
  if (entry.doi !== undefined && DOI !== undefined) return bareDoi(entry.doi) === bareDoi(DOI);
  const year = issued?.['date-parts'][0]?.[0]?.toString();
  return (
    entry.title !== undefined &&
    entry.year?.slice(0, 4) === year &&
    bareTitle(entry.title) === bareTitle(title)
  );
}

/** A DOI without address or prefix; DOIs know no case (doi.org/doi-handbook, 3.4). */
function bareDoi(doi: string): string {
  return doi
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')
    .replace(/\\(?=[_%&#])/g, '');
}

/** The letters and digits of a title, without accents and the commands that make them. */
function bareTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\\[a-z]+|[^\p{L}\p{N}]/gu, '');
}

function freeKey(key: string, entries: readonly CitedEntry[]): string {
  const taken = new Set(entries.map(entry => entry.key.toLowerCase()));
  let free = key;
  for (let turn = 0; taken.has(free.toLowerCase()); turn++) free = `${key}${letters(turn)}`;
  return free;
}

/** a … z, then ba, bb, … */
function letters(turn: number): string {
  const last = String.fromCharCode(97 + (turn % 26));
  return turn < 26 ? last : letters(Math.floor(turn / 26)) + last;
}

/** At the end of the text, behind an empty line. */
function appended(text: string, entry: string, eol: string): Insertion {
  const gap = text === '' ? '' : text.endsWith(`${eol}${eol}`) ? '' : text.endsWith('\n') ? eol : eol + eol;
  return { start: text.length, end: text.length, newText: `${gap}${entry}${eol}` };
}

/** The items of a CSL-JSON list; an empty text is an empty list. */
function readCsl(text: string): readonly unknown[] | undefined {
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  return value;
}

/** What tells an item of CSL from others; nothing where it has no key. */
function citedItem(item: unknown): readonly CitedEntry[] {
  const { id, DOI, title, issued } = (item ?? {}) as Partial<Record<keyof Reference, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number') return [];
  const year = yearOf(issued);
  return [
    {
      key: String(id),
      ...(typeof DOI === 'string' && { doi: DOI }),
      ...(typeof title === 'string' && { title }),
      ...(year !== undefined && { year }),
    },
  ];
}

/** Of CSL's dates (`date-parts`), and of what CSL-YAML has besides: a year, an ISO date, a list of years. */
function yearOf(issued: unknown): string | undefined {
  if (typeof issued === 'number' || typeof issued === 'string') return String(issued);
  if (Array.isArray(issued)) return yearOf((issued[0] as { year?: unknown } | undefined)?.year);
  if (typeof issued !== 'object' || issued === null) return undefined;
  const { 'date-parts': parts, year } = issued as { 'date-parts'?: unknown; year?: unknown };
  const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : year;
  return typeof first === 'number' || typeof first === 'string' ? String(first) : undefined;
}

/** Behind the last item of a CSL-JSON list that was read before. */
function inserted(text: string, reference: Reference, eol: string): Insertion {
  const item = JSON.stringify(reference, null, 2).replaceAll('\n', `${eol}  `);
  const close = text.lastIndexOf(']');
  if (close < 0) return { start: 0, end: 0, newText: `[${eol}  ${item}${eol}]${eol}` };
  const end = text.slice(0, close).trimEnd().length;
  const isEmpty = text[end - 1] === '[';
  const tail = isEmpty && !/\n/.test(text.slice(end, close)) ? eol : '';
  return { start: end, end, newText: `${isEmpty ? '' : ','}${eol}  ${item}${tail}` };
}
