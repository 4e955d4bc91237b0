/** Edits of the project file that leave its comments, order and style as they are. */
import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineEndOf } from '../lineEnds.ts';
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
  const { contents: root, errors } = readYaml(text);
  if (errors.length > 0) return null;
  if (!isMap(root)) return root === null || isEmpty(root) ? appendSetting(text, short) : null;
  const setting = ignoreIn(root);
  if (setting !== undefined) {
    return isSeq(setting.value) ? addToList(text, setting.value, short) : makeList(text, setting, short);
  }
  if (!root.flow) return appendSetting(text, short);
  return root.items.length > 0 ? null : replaceEmpty(text, root.range, short);
}

/** The pair of `ignore:`, where the project file has one. */
function ignoreIn({ items }: YAMLMap): Pair | undefined {
  return items.find(({ key }) => isScalar(key) && key.value === 'ignore');
}

/** `ignore:` with its first entry, behind all other settings. */
function appendSetting(text: string, short: string): ProjectEdit {
  const eol = lineEndOf(text);
  const lineEnd = text === '' || text.endsWith('\n') ? '' : eol;
  return at(text.length, `${lineEnd}ignore:${eol}  - ${written(short)}${eol}`);
}

/** `ignore:` with its first entry, in place of braces with nothing in them. */
function replaceEmpty(text: string, range: YAMLMap['range'], short: string): ProjectEdit | null {
  if (!range) return null;
  return { start: range[0], end: range[1], newText: `ignore:${lineEndOf(text)}  - ${written(short)}` };
}

/** One more entry of a list, in the style of those that it has. */
function addToList(text: string, list: YAMLSeq, short: string): ProjectEdit | null {
  const { items, range } = list;
  if (!range || items.some(item => isScalar(item) && item.value === short)) return null;
  const last = items.at(-1);
  const lastRange = isNode(last) ? last.range : undefined;
  if (list.flow) {
    return at(lastRange?.[1] ?? range[0] + 1, last === undefined ? written(short) : `, ${written(short)}`);
  }
  if (!lastRange) return null;
  const dash = range[0];
  const indent = text.slice(text.lastIndexOf('\n', dash - 1) + 1, dash);
  if (indent.trim() !== '') return null;
  const lineEnd = lineEndFrom(text, trimmedEnd(text, lastRange[1]));
  return at(lineEnd, `${lineEndOf(text)}${indent}- ${written(short)}`);
}

/** A list of what `ignore:` holds, if that is anything, and the short form. */
function makeList(text: string, { key, value }: Pair, short: string): ProjectEdit | null {
  const old = isScalar(value) && value.range ? value : undefined;
  if (old?.range && old.value !== null) {
    if (old.value === short) return null;
    const [start, end] = old.range;
    return { start, end, newText: `[${written(String(old.value))}, ${written(short)}]` };
  }
  if (!isScalar(key) || !key.range) return null;
  const colon = text.indexOf(':', key.range[1]);
  if (colon < 0) return null;
  const valueEnd = old?.range && old.source ? old.range[1] : colon + 1;
  return { start: colon + 1, end: valueEnd, newText: ` [${written(short)}]` };
}

/**
 * The edit that takes out the entry of `ignore:` that begins at an offset, with its line where it has one to itself, and
 * with `ignore:` where it is the only one. `null` where no entry begins there, or the file's syntax is broken.
 */
export function removeIgnore(text: string, start: number): ProjectEdit | null {
  const { contents, errors } = readYaml(text);
  if (errors.length > 0 || !isMap(contents)) return null;
  const pair = ignoreIn(contents);
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
