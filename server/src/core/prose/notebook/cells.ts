import type { Span } from '../../types.ts';
import { mayHoldCaption } from '../markdown/code.ts';
import { isFrontMatter } from './cellFormats.ts';

/** Before the first line that ends between two cells, or behind one. */
export type Place = 'head' | 'cells';

/** The source of one cell, with where each of its units stands in the notebook's JSON text. */
export interface Cell {
  /** Code, of which only captions are prose; else Markdown. */
  readonly isCode: boolean;
  readonly source: string;
  /** `places[i]` is where unit `i` begins; one more than units: where the last one ends. */
  readonly places: readonly number[];
  /** The strings that hold it, between their quotes. */
  readonly strings: readonly Span[];
  /** Behind its closing brace. */
  readonly end: number;
}

interface Container {
  readonly isObject: boolean;
  /** Objects: the key whose value comes. Arrays: the key that they are the value of. */
  key: string;
  expectsKey: boolean;
  type: string;
  readonly strings: Span[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: ' ',
  f: ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** Characters of a key or a type that are looked at. */
const LONGEST_NAME = 40;

/**
 * The cells of a Jupyter notebook that hold prose, in their order: Markdown ones (nbformat 4: objects in the array `cells` of
 * the outermost object whose `cell_type` is `markdown`, with `source` as one string or a list of them), raw ones that are
 * front matter (Quarto), and code with captions. Reads JSON leniently, in one pass; never throws.
 * @param from where to begin
 * @param place what stands before it: nothing, or a cell
 */
export function* cellsWithProse(text: string, from = 0, place: Place = 'head'): Generator<Cell> {
  const stack = place === 'head' ? [] : betweenCells();
  for (let at = from; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '"') {
      const close = closingQuote(text, at);
      readString(text, at + 1, close, stack);
      at = close;
    } else if (unit === '}' || unit === ']') {
      const cell = closeInnermost(text, at + 1, stack);
      if (cell !== undefined) yield cell;
    } else readSign(unit, stack);
  }
}

/** What opens an object or an array, or says whether a key comes next. */
function readSign(sign: string, stack: Container[]): void {
  const top = stack.at(-1);
  if (sign === '{') stack.push(container(true, ''));
  else if (sign === '[') stack.push(container(false, top?.key ?? ''));
  else if (sign === ',' && top !== undefined) top.expectsKey = top.isObject;
  else if (sign === ':' && top !== undefined) top.expectsKey = false;
}

/** Closes what ends before `end`: the cell that it was, if it holds prose. */
function closeInnermost(text: string, end: number, stack: Container[]): Cell | undefined {
  const closed = stack.pop();
  const around = stack.at(-1);
  if (closed === undefined || around === undefined) return undefined;
  if (!closed.isObject && closed.key === 'source' && around.isObject) around.strings.push(...closed.strings);
  const isCell = closed.isObject && closed.type !== '' && areCells(stack);
  return isCell ? readCell(text, closed, end) : undefined;
}

/** The cell whose object was closed, if it holds prose. */
function readCell(text: string, { type, strings }: Container, end: number): Cell | undefined {
  const isCode = type === 'code';
  if (isCode && !strings.some(({ start, end: stop }) => mayHoldCaption(text.slice(start, stop))))
    return undefined;
  if (!isCode && type !== 'markdown' && type !== 'raw') return undefined;
  const cell = decode(text, strings, isCode, end);
  return cell.source !== '' && (type !== 'raw' || isFrontMatter(cell.source)) ? cell : undefined;
}

function container(isObject: boolean, key: string): Container {
  return { isObject, key, expectsKey: isObject, type: '', strings: [] };
}

/** What is open between two cells. */
function betweenCells(): Container[] {
  return [container(true, 'cells'), container(false, 'cells')];
}

/** Whether what is open is a notebook's array of cells, and nothing in it. */
function areCells([notebook, cells, ...inside]: readonly Container[]): boolean {
  return (
    notebook?.isObject === true && cells?.isObject === false && cells.key === 'cells' && inside.length === 0
  );
}

/** Takes a string for what it is to the innermost container: a key, a cell's type, a part of its source. */
function readString(text: string, start: number, end: number, stack: readonly Container[]): void {
  const top = stack.at(-1);
  if (top === undefined) return;
  const isOfCell = top.isObject || stack.at(-2)?.isObject === true;
  if (top.isObject && top.expectsKey) top.key = text.slice(start, Math.min(end, start + LONGEST_NAME));
  else if (top.isObject && top.key === 'cell_type')
    top.type = text.slice(start, Math.min(end, start + LONGEST_NAME));
  else if (top.key === 'source' && isOfCell) top.strings.push({ start, end });
}

/** The offset of the quote that ends the string that begins at `open`, or the text's end. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; ; at++) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let backslashes = 0;
    while (text.charAt(quote - 1 - backslashes) === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote;
    at = quote;
  }
}

function decode(text: string, strings: Container['strings'], isCode: boolean, end: number): Cell {
  const parts: string[] = [];
  const places: number[] = [];
  let last = 0;
  for (const string of strings) {
    for (let at = string.start; at < string.end; ) {
      places.push(at);
      const [decoded, length] = text.charAt(at) === '\\' ? escapeAt(text, at) : [text.charAt(at), 1];
      parts.push(decoded === '' ? ' ' : decoded);
      at = Math.min(at + length, string.end);
      last = at;
    }
  }
  places.push(last);
  return { isCode, source: parts.join(''), places, strings, end };
}

/** The unit that the escape at a backslash stands for, and the escape's length. */
function escapeAt(text: string, at: number): readonly [string, number] {
  const name = text.charAt(at + 1);
  if (name !== 'u') return [ESCAPES[name] ?? name, 2];
  const code = Number.parseInt(text.slice(at + 2, at + 6), 16);
  return [Number.isNaN(code) ? '\ufffd' : String.fromCharCode(code), 6];
}
