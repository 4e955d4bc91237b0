import { isBlankUnit, isLineEnd, skipBlanks } from '../scan.ts';
import { tagAt } from './tags.ts';

/** How leaf blocks begin: each function looks at one line from its first unit that isn't white space. */

/** An ATX heading: its level and where its text begins. */
export function headingAt(
  text: string,
  at: number,
): { readonly level: number; readonly inner: number } | undefined {
  let level = 0;
  while (level <= 6 && text.charCodeAt(at + level) === 0x23) level++;
  if (level === 0 || level > 6) return undefined;
  const behind = text.charCodeAt(at + level);
  return isBlankUnit(behind) || isLineEnd(behind) || Number.isNaN(behind)
    ? { level, inner: at + level }
    : undefined;
}

/** A thematic break: three or more of `-`, `_`, `*` and nothing else but white space. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== 0x2d && unit !== 0x5f && unit !== 0x2a) return false;
  let count = 0;
  for (let next = at; next < end; next++) {
    const other = text.charCodeAt(next);
    if (other === unit) count++;
    else if (!isBlankUnit(other) && !isLineEnd(other)) return false;
  }
  return count >= 3;
}

/** The level of a setext underline (1 `===`, 2 `---`), or 0. */
export function underlineLevel(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== 0x3d && unit !== 0x2d) return 0;
  let next = at;
  while (next < end && text.charCodeAt(next) === unit) next++;
  next = skipBlanks(text, next, end);
  if (next < end && !isLineEnd(text.charCodeAt(next))) return 0;
  return unit === 0x3d ? 1 : 2;
}

/** What opens fenced code or a directive: so many of one unit. */
export interface Fence {
  readonly unit: number;
  readonly length: number;
}

/** The fence of backticks or tildes that begins at `at`. */
export function fenceAt(text: string, at: number, end: number): Fence | undefined {
  const unit = text.charCodeAt(at);
  if (unit !== 0x60 && unit !== 0x7e) return undefined;
  let next = at;
  while (next < end && text.charCodeAt(next) === unit) next++;
  const length = next - at;
  if (length < 3) return undefined;
  if (unit === 0x60) for (; next < end; next++) if (text.charCodeAt(next) === 0x60) return undefined;
  return { unit, length };
}

/** Whether this line closes the fence. */
export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let next = at;
  while (next < end && text.charCodeAt(next) === fence.unit) next++;
  if (next - at < fence.length) return false;
  next = skipBlanks(text, next, end);
  return next >= end || isLineEnd(text.charCodeAt(next));
}

/** How a block of raw HTML ends: with a line that holds `close`, or (empty) before a blank line. */
export interface HtmlStart {
  readonly close: string;
  /** Whether it may interrupt a paragraph. */
  readonly interrupts: boolean;
  /** The element's name; empty for comments and declarations. */
  readonly name: string;
}

const VERBATIM = new Set(['script', 'pre', 'style', 'textarea']);

/** Elements of CommonMark's sixth kind of HTML block. */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/** Raw HTML that begins at `at` (`<`). */
export function htmlAt(text: string, at: number, lineEnd: number): HtmlStart | undefined {
  if (text.charCodeAt(at) !== 0x3c) return undefined;
  if (text.startsWith('<!--', at)) return { close: '-->', interrupts: true, name: '' };
  if (text.startsWith('<?', at)) return { close: '?>', interrupts: true, name: '' };
  if (text.startsWith('<![CDATA[', at)) return { close: ']]>', interrupts: true, name: '' };
  if (/^<![A-Za-z]/.test(text.slice(at, at + 3))) return { close: '>', interrupts: true, name: '' };
  const start = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s>]|\/>|$)/.exec(
    text.slice(at, Math.min(at + 40, lineEnd)),
  );
  if (!start) return undefined;
  const name = start[2]!.toLowerCase();
  if (VERBATIM.has(name) && !start[1]) return { close: `</${name}>`, interrupts: true, name };
  if (BLOCK_ELEMENTS.has(name)) return { close: '', interrupts: true, name };
  const tag = tagAt(text, at, lineEnd);
  if (!tag) return undefined;
  const behind = skipBlanks(text, tag.end, lineEnd);
  const alone = behind >= lineEnd || isLineEnd(text.charCodeAt(behind));
  return alone ? { close: '', interrupts: false, name } : undefined;
}

/** The number of colons of a `:::` line, or 0. */
export function divColons(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === 0x3a) next++;
  return next - at >= 3 ? next - at : 0;
}
