import type { Span } from '../../types.ts';
import { skipSpace } from './delimiters.ts';

/** The short and the long form among the `key = value` fields of `\DeclareAcronym` or `\newglossaryentry`. */
export interface DeclaredForms {
  readonly short: Span;
  readonly long: Span;
}

/**
 * Finds both forms in `from`…`to`. The short form is `short`, else `name`, else `text`; the long form is `long`,
 * else what `first` gives before its bracket, else the `description` where the name looks like a short form.
 */
export function declaredForms(text: string, from: number, to: number): DeclaredForms | undefined {
  const fields = fieldsIn(text, from, to);
  const short = fields.get('short') ?? fields.get('name') ?? fields.get('text');
  if (short === undefined) return undefined;
  const long =
    fields.get('long') ?? beforeBracket(text, fields.get('first'), short) ?? described(text, fields, short);
  return long === undefined ? undefined : { short, long };
}

/** `chimeric antigen receptor (CAR)` -> `chimeric antigen receptor`. */
function beforeBracket(text: string, first: Span | undefined, short: Span): Span | undefined {
  if (first === undefined) return undefined;
  const value = text.slice(first.start, first.end);
  if (value === text.slice(short.start, short.end)) return undefined;
  const bracket = value.indexOf(' (');
  return bracket > 0 ? { start: first.start, end: first.start + bracket } : first;
}

function described(text: string, fields: ReadonlyMap<string, Span>, short: Span): Span | undefined {
  const description = fields.get('description');
  if (
    description === undefined ||
    !/^[^\sA-Z]*[A-Z][^\sA-Z0-9]*[A-Z0-9]\S*$/.test(text.slice(short.start, short.end))
  )
    return undefined;
  return text.charCodeAt(description.end - 1) === 0x2e ? undefined : description;
}

/** The values in `from`…`to` by lower-case key; braces around a whole value are no part of it. */
export function fieldsIn(text: string, from: number, to: number): ReadonlyMap<string, Span> {
  const fields = new Map<string, Span>();
  let at = from;
  while (at < to) {
    const start = skipSpace(text, at, to);
    let depth = 0;
    let equals = -1;
    let end = start;
    for (; end < to; end++) {
      const unit = text.charCodeAt(end);
      if (unit === 0x5c) end++;
      else if (unit === 0x7b) depth++;
      else if (unit === 0x7d) depth--;
      else if (unit === 0x3d && equals < 0) equals = end;
      else if (unit === 0x2c && depth <= 0) break;
    }
    end = Math.min(end, to);
    if (equals > 0) {
      const value = trimmed(text, equals + 1, end);
      if (value.end > value.start) fields.set(text.slice(start, equals).trim().toLowerCase(), value);
    }
    at = end + 1;
  }
  return fields;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = skipSpace(text, from, to);
  let end = to;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (text.charAt(start) === '{' && text.charAt(end - 1) === '}') {
    start++;
    end--;
  }
  return { start, end };
}
