/** Edits of the project file that leave its comments, order and style as they are. */
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Span } from '../types.ts';
import { readYaml } from '../yaml.ts';

/** A replacement in one text. */
export interface ProjectEdit extends Span {
  readonly newText: string;
}

/**
 * The edit that adds a short form to `ignore:` in the text of a project file (empty for a new one).
 * `null` where it is there already, or where the file's syntax is broken or leaves no place for it.
 */
export function addIgnore(text: string, short: string): ProjectEdit | null {
  const document = readYaml(text);
  const root = document.contents;
  if (document.errors.length > 0 || (root !== null && !isMap(root) && !isEmpty(root))) return null;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const pair = isMap(root)
    ? root.items.find(item => isScalar(item.key) && item.key.value === 'ignore')
    : undefined;

  if (pair === undefined) {
    if (isMap(root) && root.flow) return root.items.length > 0 ? null : replaceEmpty(root.range, short, eol);
    const lineEnd = text === '' || text.endsWith('\n') ? '' : eol;
    return at(text.length, `${lineEnd}ignore:${eol}  - ${written(short)}${eol}`);
  }

  const list = pair.value;
  if (isSeq(list)) {
    if (list.items.some(item => isScalar(item) && item.value === short)) return null;
    const last = list.items.at(-1);
    if (list.flow) {
      if (!list.range) return null;
      const from = isNode(last) && last.range ? last.range[1] : list.range[0] + 1;
      return at(from, last === undefined ? written(short) : `, ${written(short)}`);
    }
    if (!isNode(last) || !last.range || !list.range) return null;
    const dash = list.range[0];
    const indent = text.slice(text.lastIndexOf('\n', dash - 1) + 1, dash);
    if (indent.trim() !== '') return null;
    return at(lineEndFrom(text, trimmedEnd(text, last.range[1])), `${eol}${indent}- ${written(short)}`);
  }
  if (isScalar(list) && list.range) {
    if (list.value === short) return null;
    const [start, end] = list.range;
    if (list.value !== null) {
      return { start, end, newText: `[${written(String(list.value))}, ${written(short)}]` };
    }
  }
  if (!isScalar(pair.key) || !pair.key.range) return null;
  const colon = text.indexOf(':', pair.key.range[1]);
  if (colon < 0) return null;
  const valueEnd = isScalar(list) && list.range && list.source ? list.range[1] : colon + 1;
  return { start: colon + 1, end: valueEnd, newText: ` [${written(short)}]` };
}

/**
 * The edit that takes out the entry of `ignore:` that begins at an offset, with its line where it has one to itself, and
 * with `ignore:` where it is the only one. `null` where no entry begins there, or the file's syntax is broken.
 */
export function removeIgnore(text: string, start: number): ProjectEdit | null {
  const { contents, errors } = readYaml(text);
  if (errors.length > 0 || !isMap(contents)) return null;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'ignore');
  const list = pair?.value;
  const items = isSeq(list) ? list.items.filter(isNode) : isNode(list) ? [list] : [];
  const index = items.findIndex(({ range }) => range?.[0] === start);
  const item = items[index]?.range;
  if (pair === undefined || !item) return null;
  if (items.length === 1) {
    const key = isNode(pair.key) ? pair.key.range?.[0] : undefined;
    const end = isNode(list) && isSeq(list) && list.flow && list.range ? list.range[1] : item[1];
    return contents.flow || key === undefined ? null : linesOf(text, key, end);
  }
  if (!isSeq(list) || !list.flow) return linesOf(text, item[0], item[1]);
  const next = items[index + 1]?.range?.[0];
  const before = items[index - 1]?.range?.[1];
  return { start: next === undefined ? before! : item[0], end: next ?? item[1], newText: '' };
}

/** Takes out the lines from one offset to another, line ends included. */
function linesOf(text: string, from: number, to: number): ProjectEdit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', trimmedEnd(text, to));
  return { start, end: end < 0 ? text.length : end + 1, newText: '' };
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function at(offset: number, newText: string): ProjectEdit {
  return { start: offset, end: offset, newText };
}

function replaceEmpty(
  range: readonly [number, number, number] | null | undefined,
  short: string,
  eol: string,
): ProjectEdit | null {
  if (!range) return null;
  return { start: range[0], end: range[1], newText: `ignore:${eol}  - ${written(short)}` };
}

/** The end of what stands before an offset: a node of several lines ends with the line after it. */
function trimmedEnd(text: string, offset: number): number {
  let end = offset;
  while (/\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** The end of the line on which an offset stands, before its line break. */
function lineEndFrom(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

const WORDS_OF_YAML = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A short form as YAML, quoted where it must be. */
function written(short: string): string {
  return /^\p{L}[\p{L}\p{N}-]*$/u.test(short) && !WORDS_OF_YAML.test(short) ? short : JSON.stringify(short);
}
