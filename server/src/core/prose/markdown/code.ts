import type { Block } from '../../types.ts';
import { Mask, opaqueText } from '../mask.ts';
import { skipBlanks } from '../scan.ts';
import { readInline } from './inline.ts';
import { noFacts } from './inlineText.ts';
import { closesFence, type Fence } from './leaves.ts';
import { eatColumns, indentAt } from './lines.ts';
import type { Leaf, Step } from './step.ts';

/** Options of a code chunk whose value is a caption. */
const CAPTION_OPTION = /^(?:fig|tbl|lst|table)[-.](?:cap|subcap|scap)$/;

/**
 * Fenced code, to its closing fence or the end of its container. The captions among the options of an
 * executable chunk (`{r, fig.cap="…"}`, `#| fig-cap: "…"`) are blocks of their own.
 */
export function readFencedCode(step: Step, lineEnd: number, fence: Fence): Leaf {
  const { text } = step;
  const isChunk = text.charCodeAt(skipBlanks(text, step.cursor.at + fence.length, lineEnd)) === 0x7b;
  const blocks: Block[] = [];
  let done = step.at;
  const hide = (end: number): void => {
    if (end > done) blocks.push(step.block('opaque', opaqueText(text, done, end)));
    done = end;
  };
  const show = (start: number, end: number, values: readonly number[]): void => {
    if (values.length === 0) return;
    hide(start);
    blocks.push(captionBlock(step, start, end, values));
    done = end;
  };
  if (isChunk) show(step.at, lineEnd, headerCaptions(text, step.cursor.at, lineEnd));

  let next = lineEnd;
  let inOptions = isChunk;
  let inCaption = false;
  let captionStart = next;
  let values: number[] = [];
  while (next < text.length) {
    const end = step.lineEnd(next);
    const cursor = step.enter(next, end);
    if (cursor === undefined) break;
    const indent = indentAt(text, cursor);
    eatColumns(text, cursor, indent);
    const option = inOptions ? optionAt(text, cursor.at, end) : undefined;
    inOptions = option !== undefined;
    if (option === undefined || option.key !== undefined) {
      show(captionStart, next, values);
      inCaption = option?.key !== undefined && CAPTION_OPTION.test(option.key);
      captionStart = next;
      values = [];
    }
    if (option && inCaption && option.end > option.start) values.push(option.start, option.end);
    next = end;
    if (indent <= 3 && closesFence(text, cursor.at, end, fence)) break;
  }
  show(captionStart, next, values);
  hide(next);
  return { blocks, next };
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

/** The quote that ends an R string whose text begins at `open`; -1 without one. A backslash keeps what follows it. */
function closingQuote(text: string, open: number, quote: string): number {
  for (let at = open; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

/** A line of options (`#| key: value`): its key, unless it goes on with the one before, and its bare value. */
function optionAt(
  text: string,
  at: number,
  end: number,
): { readonly key?: string; readonly start: number; readonly end: number } | undefined {
  const marker = /^(?:#|\/\/|--|%%)\|[ \t]?/.exec(text.slice(at, Math.min(at + 8, end)));
  if (!marker) return undefined;
  const inner = at + marker[0].length;
  const line = text.slice(inner, end).trimEnd();
  const entry = /^([A-Za-z][\w.-]{0,40}):[ \t]*/.exec(line);
  const lead = entry?.[0] ?? /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0] ?? '';
  const value = line.slice(lead.length);
  const start = inner + lead.length;
  const quote = /^(["']).*\1$/.test(value) && value.length > 1 ? 1 : 0;
  const isIndicator = /^(?:[|>][+-]?|!expr\b.*)?$/.test(value);
  return {
    ...(entry && { key: entry[1]! }),
    start: start + quote,
    end: isIndicator ? start + quote : start + value.length - quote,
  };
}
