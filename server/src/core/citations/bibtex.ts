/**
 * BibTeX, as far as it takes to find a reference again and to add one: of each entry its key, DOI, title and
 * year. A library would read all of it, but gives no entry at all of a file with a slip in one of them, and
 * would weigh more than all else that the server needs for citations.
 */
import type { Reference, Span } from '../types.ts';

/** What tells one reference from another. */
export interface CitedEntry {
  readonly key: string;
  readonly doi?: string;
  readonly title?: string;
  readonly year?: string;
}

const NO_ENTRIES: ReadonlySet<string> = new Set(['comment', 'preamble', 'string']);

/** An entry with its fields, their names in lower case: of several of one name the first. */
export interface BibtexEntry extends Span {
  /** `article`, `abbreviation`, …, lower case. */
  readonly type: string;
  readonly key: string;
  /** Values without the braces or quotation marks around them. */
  readonly fields: ReadonlyMap<string, string>;
}

/** All entries of a `.bib` file in its order. A broken one ends where the next begins. Linear in the text. */
export function bibtexEntries(text: string): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  const opening = /@([A-Za-z]+)[ \t]*[{(]\s*([^\s,{}()"@=]+)[ \t]*,/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [, type = '', key = ''] = match;
    if (NO_ENTRIES.has(type.toLowerCase())) continue;
    const fields = new Map<string, string>();
    opening.lastIndex = readFields(text, opening.lastIndex, (name, value) => {
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
    });
    entries.push({ start: match.index, end: opening.lastIndex, type: type.toLowerCase(), key, fields });
  }
  return entries;
}

/** The references of a `.bib` file, as far as it takes to tell them apart. */
export function readBibtex(text: string): readonly CitedEntry[] {
  return bibtexEntries(text).map(({ key, fields }) => {
    const [doi, title, year] = [
      fields.get('doi'),
      fields.get('title'),
      fields.get('year') ?? fields.get('date'),
    ];
    return { key, ...(doi && { doi }), ...(title && { title }), ...(year && { year }) };
  });
}

/** Reads `name = value, …` from an offset; gives where reading ended. */
function readFields(text: string, from: number, take: (name: string, value: string) => void): number {
  const name = /\s*(?:,\s*)?([A-Za-z][\w-]*)\s*=\s*/y;
  let at = from;
  for (;;) {
    name.lastIndex = at;
    const match = name.exec(text);
    if (match === null) return at;
    const start = name.lastIndex;
    at = valueEnd(text, start);
    take(match[1]!, text.slice(start, at).replace(/^[{"]|[}"]$/g, ''));
  }
}

/** Where a value ends: its closing brace or quotation mark is part of it. A new entry on its own line ends it too. */
function valueEnd(text: string, start: number): number {
  const quoted = text[start] === '"';
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth < 0) return at;
      if (depth === 0 && !quoted && text[start] === '{') return at + 1;
    } else if (depth === 0 && quoted && character === '"' && at > start) return at + 1;
    else if (depth === 0 && !quoted && character === ',') return at;
    else if (character === '\n' && text[at + 1] === '@') return at;
  }
  return text.length;
}

/** CSL types as BibTeX knows them (docs.citationstyles.org, appendix III; BibTeX's own entry types). */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  article: 'misc',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};

/** A reference as a BibTeX entry under a key, UTF-8, with `eol` between its lines and none at its end. */
export function writeBibtex(reference: Reference, key: string, eol: string): string {
  const { type, title, author, issued, volume, issue, page, DOI, PMID, URL } = reference;
  const container = reference['container-title'];
  const names = author?.map(({ family, given, literal }) =>
    literal !== undefined
      ? `{${prose(literal)}}`
      : [family, given]
          .filter(Boolean)
          .map(part => prose(part!))
          .join(', '),
  );
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', names?.join(' and ')],
    ['title', prose(title)],
    [type === 'article-journal' ? 'journal' : 'booktitle', container && prose(container)],
    ['year', issued?.['date-parts'][0]?.[0]?.toString()],
    ['volume', volume && bare(volume)],
    ['number', issue && bare(issue)],
    ['pages', page && bare(page).replace(/(\d)[-–](?=\w)/g, '$1--')],
    ['doi', DOI && bare(DOI)],
    ['pmid', PMID && bare(PMID)],
    ['url', DOI === undefined ? URL && bare(URL) : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return [`@${TYPES[type] ?? 'misc'}{${key},`, lines.join(`,${eol}`), '}'].join(eol);
}

/** Text with the characters masked that mean something to LaTeX. */
function prose(text: string): string {
  return bare(text)
    .replace(/\\/g, '')
    .replace(/[&%$#_]/g, '\\$&');
}

/** Without braces: one that is left open would swallow the file. */
function bare(value: string): string {
  return value.replace(/[{}]/g, '');
}
