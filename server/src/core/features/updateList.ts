/** Generate, update and sort the abbreviation list of a manuscript, in place. */
import { isUse } from '../analysis/roles.ts';
import { withLineEnds } from '../lineEnds.ts';
import { rewriteEdit } from '../list/edits.ts';
import { compareKeys } from '../list/entries.ts';
import { makeBack } from '../list/jatsBack.ts';
import { declaredLists, type SourceList, sourceLists } from '../list/sourceList.ts';
import { type ListStyle, newList, newMacros, stylesOf } from '../list/styles.ts';
import { type Listable, listableOf, listedForm } from '../rules/listable.ts';
import type { Analysis, Glossary, Manuscript, Role, TextEdit } from '../types.ts';

/** What became of the list. No edits: it is as it should be, or the text defines nothing. */
export interface ListUpdate {
  readonly edits: readonly TextEdit[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The manuscript's list with what the text defines added, what it doesn't use taken out, and sorted, in the style
 * that it has. Entries that macros declare stay: what isn't used isn't printed.
 * @returns undefined where there is no list
 */
export function updateList(manuscript: Manuscript, glossary: Glossary): ListUpdate | undefined {
  const written = sourceLists(manuscript);
  const lists = written.length > 0 ? written : declaredLists(manuscript);
  const longest = lists.toSorted((a, b) => b.entries.length - a.entries.length)[0];
  if (longest === undefined) return undefined;
  const listed = new Set(lists.flatMap(({ entries }) => entries.map(({ abbreviation }) => abbreviation.key)));
  const missing = listablesOf(manuscript, false).filter(({ abbreviation }) => !listed.has(abbreviation.key));
  const removed: string[] = [];
  const isKept = ({ abbreviation, definition }: SourceList['entries'][number]): boolean =>
    definition.form === 'macro' ||
    manuscript.written.form(abbreviation.key) ||
    abbreviation.mentions.some(({ role }) => isUse(role) || role === 'title');
  const edits = lists.flatMap(list => {
    const { text } = list.analysis.document;
    const added =
      list === longest
        ? missing.map(each => listedForm(each, list.analysis, { written: manuscript.written, glossary }))
        : [];
    const idle = list.entries.filter(entry => !isKept(entry));
    if (idle.length === list.entries.length && added.length === 0) return [];
    removed.push(...idle.map(({ abbreviation }) => abbreviation.short));
    const edit = rewriteEdit(list, isKept, added);
    const newText = withLineEnds(text, edit.newText);
    return text.slice(edit.start, edit.end) === newText ? [] : [{ ...edit, newText }];
  });
  return { edits, added: missing.map(({ abbreviation }) => abbreviation.short), removed };
}

/** The styles that a new list can have in a document of the manuscript. */
export function newListStyles({ analyses }: Manuscript, uri: string): readonly ListStyle[] {
  const analysis = listDocument(analyses, uri);
  return analysis === undefined ? [] : stylesOf(analysis.format.id);
}

/** The document itself; for a cell of code, the last cell of its notebook that can hold a list. */
function listDocument(analyses: readonly Analysis[], uri: string): Analysis | undefined {
  const holdsList = ({ format }: Analysis): boolean => stylesOf(format.id).length > 0;
  const own = analyses.find(({ document }) => document.uri === uri);
  if (own === undefined || holdsList(own)) return own;
  const notebookOf = (address: string): string => address.replace(/#.*/, '');
  const isBeside = ({ document }: Analysis): boolean => notebookOf(document.uri) === notebookOf(uri);
  return analyses.findLast(each => holdsList(each) && isBeside(each)) ?? own;
}

/**
 * A new list, before the references and what else stands at the end of the document, or at its end.
 * @returns undefined where the document's format has no such list
 */
export function newListIn(
  manuscript: Manuscript,
  glossary: Glossary,
  uri: string,
  style: ListStyle,
): ListUpdate | undefined {
  const analysis = listDocument(manuscript.analyses, uri);
  if (analysis === undefined || !stylesOf(analysis.format.id).includes(style)) return undefined;
  const list = listablesOf(manuscript, true)
    .map(each => listedForm(each, analysis, { written: manuscript.written, glossary }))
    .sort((a, b) => compareKeys(a.key, b.key));
  if (list.length === 0) return { edits: [], added: [], removed: [] };
  const place = placeFor(analysis);
  const edits =
    style === 'macros'
      ? macroEdits(analysis, newMacros(list), place.at)
      : [listEdit(analysis, place.at, newList(analysis.format.id, style, list, place.level))];
  return { edits, added: list.map(({ short }) => short), removed: [] };
}

function listablesOf({ byKey }: Manuscript, all: boolean): readonly Listable[] {
  return [...byKey.values()].flatMap(abbreviation => listableOf(abbreviation, all) ?? []);
}

/** Where a new list stands, and the level of the headings there. */
interface ListPlace {
  readonly at: number;
  readonly level: number;
}

/** What ends the text of a manuscript, by format, where its markup says so. */
const ENDS: Readonly<Record<string, RegExp>> = {
  latex:
    /^[ \t]*\\(?:printbibliography|bibliography(?:style)?\b|begin\{thebibliography\}|appendix|end\{document\})/m,
  html: /<\/(?:body|html)>/i,
  jats: /<ref-list\b|<\/back>/,
};

function placeFor({ blocks, document, format }: Analysis): ListPlace {
  const { text } = document;
  const levels = blocks.flatMap(({ role, block: { level } }) =>
    role === 'heading' && level !== undefined ? [level] : [],
  );
  // LaTeX counts chapters as the first level.
  const level = levels.length > 0 ? Math.min(...levels) : format.id === 'latex' ? 2 : 1;
  const lastBody = blocks.findLastIndex(({ role, facts }) => role === 'body' && facts.words > 0);
  const first = blocks.findIndex(({ role }, index) => index > lastBody && ENDING.has(role));
  const heading = blocks.findLastIndex(
    ({ role }, index) => index > lastBody && index < first && role === 'heading',
  );
  const marked = ENDS[format.id]?.exec(text)?.index ?? text.length;
  return { at: Math.min(marked, blocks[heading < 0 ? first : heading]?.start ?? text.length), level };
}

const ENDING: ReadonlySet<Role> = new Set(['references', 'back-matter', 'authors', 'supplement']);

/** A list at its place. JATS keeps it in `<back>`, which is made where the article has none. */
function listEdit(analysis: Analysis, at: number, content: string): TextEdit {
  const { format, document } = analysis;
  const made = format.id === 'jats' ? makeBack(document.text, content) : undefined;
  if (made === undefined) return inserted(analysis, at, content);
  return { ...made, uri: document.uri, newText: withLineEnds(document.text, made.newText) };
}

/** Text in a paragraph of its own. */
function inserted({ document: { uri, text } }: Analysis, at: number, content: string): TextEdit {
  const before = text.slice(Math.max(0, at - '\r\n\r\n'.length), at).replaceAll('\r\n', '\n');
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const newText = `${gap}${content}\n${at < text.length ? '\n' : ''}`;
  return { uri, start: at, end: at, newText: withLineEnds(text, newText) };
}

/** Declarations go to the end of the preamble; the list is printed where a written one would stand. */
function macroEdits(analysis: Analysis, macros: string, at: number): readonly TextEdit[] {
  const { text } = analysis.document;
  const begin = Math.max(0, text.indexOf('\\begin{document}'));
  const setup = /\{glossaries(?:-extra)?\}/.test(text)
    ? ''
    : '\\usepackage[acronym]{glossaries}\n\\makeglossaries\n';
  return [
    inserted(analysis, begin, `${setup}${macros}`),
    inserted(analysis, at, '\\printglossary[type=\\acronymtype]'),
  ];
}
