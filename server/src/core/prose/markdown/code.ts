import type { Block } from '../../types.ts';
import { Mask } from '../mask.ts';
import { endOfLine, skipBlanks } from '../scan.ts';
import { readInline } from './inline.ts';
import { noFacts } from './inlineText.ts';
import { closesFence, type Fence } from './leaves.ts';
import { eatColumns, indentAt } from './lines.ts';
import { texBlocks } from './rawTex.ts';
import { type Leaf, Step } from './step.ts';

/** Options of a code chunk whose value is a caption. */
const CAPTION_OPTION = /^(?:(?:fig|tbl|lst|table)[-.](?:cap|subcap|scap)|caption)$/;

/**
 * Fenced code, to its closing fence or the end of its container. The captions among the options of an
 * executable chunk (`{r, fig.cap="…"}`, `#| fig-cap: "…"`) are blocks of their own.
 */
export function readFencedCode(step: Step, lineEnd: number, fence: Fence): Leaf {
  const { text } = step;
  const infoAt = skipBlanks(text, step.cursor.at + fence.length, lineEnd);
  const isChunk = text.charCodeAt(infoAt) === 0x7b;
  const isRawTex = isChunk && /^\{=(?:la)?tex\}/.test(text.slice(infoAt, Math.min(lineEnd, infoAt + 8)));
  const code = new Code(step);
  if (isChunk) code.show(step.at, lineEnd, headerCaptions(text, step.cursor.at, lineEnd));
  const { codeAt, close, next } = readOptions(code, lineEnd, isChunk, fence);
  if (isRawTex && close > lineEnd) {
    code.hide(lineEnd);
    code.add(texBlocks(step, lineEnd, close), close);
  } else if (codeAt >= 0) {
    showCaptions(code, codeAt, close < 0 ? next : close);
  }
  code.hide(next);
  return { blocks: code.blocks, next };
}

/** What stands in code that holds a caption: a quick look, which spares reading most of it. */
export const mayHoldCaption = (code: string): boolean =>
  CAPTION_WORD.test(code) || /cap\s{0,3}[:=]/.test(code);

/** The code of a notebook's cell, which has no fences around it: its captions, and what is opaque between them. */
export function readCodeCell(source: string): readonly Block[] {
  const code = new Code(new Step(source, 0, { first: false, containers: [], divs: [] }));
  const { codeAt } = readOptions(code, 0, true);
  if (codeAt >= 0) showCaptions(code, codeAt, source.length);
  code.hide(source.length);
  return code.blocks;
}

/** The blocks of a stretch of code. */
class Code {
  readonly step: Step;
  readonly blocks: Block[] = [];
  #done: number;

  constructor(step: Step) {
    this.step = step;
    this.#done = step.at;
  }

  /** What stands before `end` is no prose. */
  hide(end: number): void {
    if (end > this.#done) this.blocks.push(this.step.opaqueBetween(this.#done, end));
    this.#done = end;
  }

  /** A caption block `start`…`end` of which only `values` (start and end, pairwise) are seen, if there are any. */
  show(start: number, end: number, values: readonly number[]): void {
    if (values.length === 0) return;
    this.hide(start);
    this.add([captionBlock(this.step, start, end, values)], end);
  }

  add(blocks: readonly Block[], end: number): void {
    this.blocks.push(...blocks);
    this.#done = end;
  }
}

/**
 * Reads lines from `at` on to the closing fence, if there is one, and shows the captions among the options that they begin
 * with, if they may. `codeAt`: where the first other line begins; `close`: where the closing fence's does; -1 without one.
 */
function readOptions(
  code: Code,
  at: number,
  mayBegin: boolean,
  fence?: Fence,
): { readonly codeAt: number; readonly close: number; readonly next: number } {
  const { step } = code;
  const { text } = step;
  let next = at;
  let close = -1;
  let codeAt = -1;
  let inOptions = mayBegin;
  let inCaption = false;
  let captionStart = next;
  let values: number[] = [];
  while (next < text.length && close < 0) {
    const end = step.lineEnd(next);
    const cursor = step.enter(next, end);
    if (cursor === undefined) break;
    const indent = indentAt(text, cursor);
    eatColumns(text, cursor, indent);
    const option = inOptions ? optionAt(text, cursor.at, end) : undefined;
    if (inOptions && option === undefined) codeAt = next;
    inOptions = option !== undefined;
    if (option === undefined || option.key !== undefined) {
      code.show(captionStart, next, values);
      inCaption = option?.key !== undefined && CAPTION_OPTION.test(option.key);
      captionStart = next;
      values = [];
    }
    if (option && inCaption && option.end > option.start) values.push(option.start, option.end);
    if (fence !== undefined && indent <= 3 && closesFence(text, cursor.at, end, fence)) close = next;
    next = end;
  }
  code.show(captionStart, codeAt < 0 ? next : codeAt, values);
  return { codeAt, close, next };
}

/** Shows the captions that calls from `from` to `to` are given. */
function showCaptions(code: Code, from: number, to: number): void {
  for (const [start, end, values] of captionsInCode(code.step.text, from, to)) code.show(start, end, values);
}

/** A caption block `start`…`end` of which only `values` (start and end, pairwise) are seen. */
function captionBlock(step: Step, start: number, end: number, values: readonly number[]): Block {
  const mask = new Mask(step.text, start, end);
  const facts = noFacts();
  mask.opaque(start, end);
  mask.space(values[0]!, values.at(-1)!);
  for (let index = 0; index < values.length; index += 2) {
    mask.show(values[index]!, values[index + 1]!);
    readInline(step.text, values[index]!, values[index + 1]!, mask, facts, start);
  }
  return step.block('caption', mask.build(), facts);
}

/** The inside of the quoted `fig.cap="…"` values in a chunk's first line. */
function headerCaptions(text: string, start: number, end: number): number[] {
  const values: number[] = [];
  const header = text.slice(start, end);
  for (const match of header.matchAll(/\b(?:fig|tbl|table)\.(?:cap|subcap|scap)\s{0,3}=\s{0,3}(["'])/g)) {
    const open = match.index + match[0].length;
    const close = closingQuote(header, open, match[1]!);
    if (close < 0) break;
    if ((values.at(-1) ?? 0) <= start + open) values.push(start + open, start + close);
  }
  return values;
}

/**
 * What stands before a caption or a table's note in a call: `kable(x, caption = "…")`, `footnote(general = "…")` (kableExtra),
 * `tab_source_note("…")` (gt), `add_footer_lines("…")` (flextable).
 */
const CAPTION_ARGUMENT =
  /\b(?:(?:caption|general|source_note|footnote)\s{0,3}=\s{0,3}|(?:tab_source_note|tab_footnote|add_footnote|add_footer_lines|modify_caption|modify_footnote)\(\s{0,9})(?:c\(\s{0,9})?(["'])/g;
/** What each of them holds: a look that spares the expression. */
const CAPTION_WORD = /caption|foot|general|source_note/;

/** The captions that calls in a chunk's code are given: lines from `start` to `end`, and the inside of the strings in them. */
function* captionsInCode(
  text: string,
  from: number,
  to: number,
): Generator<readonly [start: number, end: number, values: readonly number[]]> {
  const code = text.slice(from, to);
  if (!CAPTION_WORD.test(code)) return;
  let values: number[] = [];
  let [start, end] = [0, 0];
  for (const match of code.matchAll(CAPTION_ARGUMENT)) {
    const open = match.index + match[0].length;
    if (open < (values.at(-1) ?? from) - from) continue;
    const close = closingQuote(code, open, match[1]!);
    if (close < 0) break;
    if (match.index >= end) {
      if (values.length > 0) yield [from + start, from + end, values];
      values = [];
      start = code.lastIndexOf('\n', match.index) + 1;
    }
    values.push(from + open, from + close);
    end = endOfLine(code, close);
  }
  if (values.length > 0) yield [from + start, from + end, values];
}

/** The quote that ends an R string whose text begins at `open`; -1 without one. A backslash keeps what follows it. */
function closingQuote(text: string, open: number, quote: string): number {
  for (let at = open; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

/** A line of options (`#| key: value`, MyST's `:key: value`): its key, unless it goes on with the one before, and its bare value. */
function optionAt(
  text: string,
  at: number,
  end: number,
): { readonly key?: string; readonly start: number; readonly end: number } | undefined {
  const marker = /^(?:(?:#|\/\/|--|%%)\|[ \t]?|:(?=[a-z-]{1,40}:))/.exec(
    text.slice(at, Math.min(at + 50, end)),
  );
  if (!marker) return undefined;
  const inner = at + marker[0].length;
  const line = text.slice(inner, end).trimEnd();
  const entry = /^([A-Za-z][\w.-]{0,40})[ \t]?[:=][ \t]*/.exec(line);
  const lead = entry?.[0] ?? /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0] ?? '';
  const value = line.slice(lead.length);
  const start = inner + lead.length;
  // In R's manner others may stand behind it: `#| fig.cap="…", fig.width=5`.
  const close = entry?.[0].includes('=') && /^["']/.test(value) ? closingQuote(value, 1, value[0]!) : -1;
  if (close > 0) return { key: entry![1]!, start: start + 1, end: start + close };
  const quote = /^(["']).*\1$/.test(value) && value.length > 1 ? 1 : 0;
  const isIndicator = /^(?:[|>][+-]?|!expr\b.*)?$/.test(value);
  return {
    ...(entry && { key: entry[1]! }),
    start: start + quote,
    end: isIndicator ? start + quote : start + value.length - quote,
  };
}
