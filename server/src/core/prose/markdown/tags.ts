import { indexWithin, isAlphanumeric, isLetter, skipWhite } from '../scan.ts';

/** A tag of raw HTML: `<name …>`, `</name>`. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly end: number;
  /** Where the value of a `title` attribute stands. */
  readonly title?: { readonly start: number; readonly end: number };
}

/** The tag at `at` (`<`), as CommonMark defines open and closing tags; undefined where none stands there. */
export function tagAt(text: string, at: number, end: number): Tag | undefined {
  const closing = text.charCodeAt(at + 1) === 0x2f;
  const nameStart = at + (closing ? 2 : 1);
  let next = nameStart;
  if (!isLetter(text.charCodeAt(next))) return undefined;
  while (next < end && isNameUnit(text.charCodeAt(next))) next++;
  const name = text.slice(nameStart, Math.min(next, nameStart + 40)).toLowerCase();
  let title: Tag['title'];
  for (;;) {
    const white = skipWhite(text, next, end);
    const tagEnd = endOfTag(text, white, end, closing);
    if (tagEnd >= 0) return { name, closing, end: tagEnd, ...(title && { title }) };
    if (closing || white === next) return undefined;
    const attribute = attributeAt(text, white, end);
    if (attribute === undefined) return undefined;
    title = attribute.title ?? title;
    next = attribute.end;
  }
}

/** Behind the `>`, or the `/>` of an open tag, at `at`; -1 where none stands there. */
function endOfTag(text: string, at: number, end: number, closing: boolean): number {
  if (at >= end) return -1;
  const unit = text.charCodeAt(at);
  if (unit === 0x3e) return at + 1;
  const isEmpty = !closing && unit === 0x2f && at + 1 < end && text.charCodeAt(at + 1) === 0x3e;
  return isEmpty ? at + 2 : -1;
}

/** The attribute that begins at `start`; undefined where none does, or its value isn't closed. */
function attributeAt(text: string, start: number, end: number): Pick<Tag, 'end' | 'title'> | undefined {
  if (start >= end || !isAttributeStart(text.charCodeAt(start))) return undefined;
  let nameEnd = start + 1;
  while (nameEnd < end && isAttributeUnit(text.charCodeAt(nameEnd))) nameEnd++;
  const equals = skipWhite(text, nameEnd, end);
  if (equals >= end || text.charCodeAt(equals) !== 0x3d) return { end: nameEnd };
  const value = skipWhite(text, equals + 1, end);
  const valueEnd = endOfValue(text, value, end);
  if (valueEnd < 0) return undefined;
  const isTitle = isQuote(text.charCodeAt(value)) && text.slice(start, nameEnd).toLowerCase() === 'title';
  return isTitle ? { end: valueEnd, title: { start: value + 1, end: valueEnd - 1 } } : { end: valueEnd };
}

function endOfValue(text: string, at: number, end: number): number {
  if (at >= end) return -1;
  if (isQuote(text.charCodeAt(at))) {
    const close = indexWithin(text, text.charAt(at), at + 1, end);
    return close < 0 ? -1 : close + 1;
  }
  let next = at;
  while (next < end && !/[\s"'=<>`]/.test(text.charAt(next))) next++;
  return next > at ? next : -1;
}

function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27;
}

function isNameUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2d;
}

function isAttributeStart(unit: number): boolean {
  return isLetter(unit) || unit === 0x5f || unit === 0x3a;
}

function isAttributeUnit(unit: number): boolean {
  return isNameUnit(unit) || unit === 0x5f || unit === 0x3a || unit === 0x2e;
}
