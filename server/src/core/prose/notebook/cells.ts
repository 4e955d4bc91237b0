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
    const top = stack.at(-1);
    if (unit === '"') {
      const close = closingQuote(text, at);
      if (top !== undefined) readString(text, at + 1, close, top, stack);
      at = close;
    } else if (unit === '{' || unit === '[') {
      const isObject = unit === '{';
      stack.push(container(isObject, isObject ? '' : (top?.key ?? '')));
    } else if (unit === '}' || unit === ']') {
      const closed = stack.pop();
      const around = stack.at(-1);
      if (closed === undefined || around === undefined) continue;
      if (!closed.isObject && closed.key === 'source' && around.isObject)
        around.strings.push(...closed.strings);
      if (closed.isObject && closed.type !== '' && areCells(stack)) {
        const cell = readCell(text, closed, at + 1);
        if (cell !== undefined) yield cell;
      }
    } else if (unit === ',' && top !== undefined) {
      top.expectsKey = top.isObject;
    } else if (unit === ':' && top !== undefined) {
      top.expectsKey = false;
    }
  }
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

function readString(
  text: string,
  start: number,
  end: number,
  top: Container,
  stack: readonly Container[],
): void {
  if (top.isObject && top.expectsKey) top.key = text.slice(start, Math.min(end, start + 40));
  else if (top.isObject && top.key === 'cell_type') top.type = text.slice(start, Math.min(end, start + 40));
  else if (top.key === 'source' && (top.isObject || stack.at(-2)?.isObject === true))
    top.strings.push({ start, end });
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
      let next = at + 1;
      let decoded = text.charAt(at);
      if (decoded === '\\') {
        const name = text.charAt(at + 1);
        if (name === 'u') {
          const code = Number.parseInt(text.slice(at + 2, at + 6), 16);
          decoded = Number.isNaN(code) ? '\ufffd' : String.fromCharCode(code);
          next = at + 6;
        } else {
          decoded = ESCAPES[name] ?? name;
          next = at + 2;
        }
      }
      parts.push(decoded === '' ? ' ' : decoded);
      at = Math.min(next, string.end);
      last = at;
    }
  }
  places.push(last);
  return { isCode, source: parts.join(''), places, strings, end };
}
