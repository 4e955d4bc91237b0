import type { Block, Role, Span } from '../../types.ts';
import { Mask, opaqueText } from '../mask.ts';
import { endOfLine, isBlankLine } from '../scan.ts';
import { readInline } from './inline.ts';
import { type InlineFacts, noFacts } from './inlineText.ts';
import type { Leaf, Step } from './step.ts';

/** Keys of front matter whose value is prose, and its role. */
const PROSE_KEYS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['title', 'title'],
  ['subtitle', 'title'],
  ['short-title', 'running-title'],
  ['short_title', 'running-title'],
  ['shorttitle', 'running-title'],
  ['running-title', 'running-title'],
  ['running_title', 'running-title'],
  ['runninghead', 'running-title'],
  ['running-head', 'running-title'],
  ['running_head', 'running-title'],
  ['runningtitle', 'running-title'],
  ['abstract', 'abstract'],
  ['summary', 'abstract'],
  ...[
    'plain-language-summary',
    'plain_language_summary',
    'lay-summary',
    'author-summary',
    'author_summary',
    'significance',
    'significance-statement',
    'importance',
    'simplesummary',
    'simplesumm',
    'motivation',
    'results',
  ].map(name => [name, 'abstract'] as const),
  ...['highlights', 'key-points', 'keypoints'].map(name => [name, 'box'] as const),
  ['keywords', 'keywords'],
  ...['acknowledgments', 'acknowledgements', 'data_availability', 'competing_interests'].map(
    name => [name, 'back-matter'] as const,
  ),
]);

/** Keys whose value maps short forms to long forms. */
const ABBREVIATION_KEYS = new Set(['abbreviations', 'acronyms', 'abbreviation', 'acronym']);

/**
 * YAML front matter at the head of a document: a block for each top-level key. Prose is shown without its
 * key and quotes; everything else is opaque. Undefined where there is none.
 */
export function readFrontMatter(step: Step): Leaf | undefined {
  const { text, at } = step;
  const first = step.lineEnd(at);
  if (!/^---[ \t]*\r?\n?$/.test(text.slice(at, Math.min(first, at + 80)))) return undefined;
  const lines: number[] = [];
  let next = first;
  let closed = false;
  while (next < text.length && !closed) {
    const end = step.lineEnd(next);
    if (lines.length === 0 && isBlankLine(text, next, end)) return undefined;
    closed = /^(?:---|\.\.\.)\s*$/.test(text.slice(next, Math.min(end, next + 40)));
    lines.push(next);
    next = end;
  }
  if (!closed) return undefined;

  const blocks: Block[] = [metadata(opaqueText(text, at, first), noFacts(), 'metadata')];
  let start = first;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (index < lines.length - 1 && !/[^\s#-]/.test(text.charAt(line))) continue;
    blocks.push(...readEntries(text, start, line));
    start = line;
  }
  blocks.push(metadata(opaqueText(text, start, next), noFacts(), 'metadata'));
  return { blocks, next };
}

function metadata(masked: string, facts: InlineFacts, role: Role): Block {
  return {
    kind: 'metadata',
    masked,
    role,
    ...(facts.marks.length > 0 && { marks: facts.marks }),
    ...(facts.declarations.length > 0 && { declarations: facts.declarations }),
  };
}

/** One top-level key with its value, `start`…`end`. The parts of a document (MyST) are entries of their own. */
function readEntries(text: string, start: number, end: number): Block[] {
  const first = Math.min(end, endOfLine(text, start));
  const indent = /^parts:[ \t]*\r?\n([ \t]{1,8})(?=[\w-])/.exec(
    text.slice(start, Math.min(end, first + 9)),
  )?.[1];
  if (indent === undefined) return [readEntry(text, start, end)];
  const blocks = [metadata(opaqueText(text, start, first), noFacts(), 'metadata')];
  let entry = first;
  for (let line = endOfLine(text, first); entry < end; line = endOfLine(text, line)) {
    const isKey = text.startsWith(indent, line) && /[\w-]/.test(text.charAt(line + indent.length));
    if (line < end && !isKey) continue;
    blocks.push(readEntry(text, entry, Math.min(line, end)));
    entry = line;
  }
  return blocks;
}

/** One key with its value, `start`…`end`. */
function readEntry(text: string, start: number, end: number): Block {
  const key = /^[ \t]{0,8}(["']?)([\w-]{1,40})\1[ \t]*:/.exec(text.slice(start, Math.min(start + 60, end)));
  const name = key?.[2]?.toLowerCase() ?? '';
  const facts = noFacts();
  const value = start + (key?.[0].length ?? 0);
  if (ABBREVIATION_KEYS.has(name)) {
    declare(text, start, value, end, facts);
    return metadata(opaqueText(text, start, end), facts, 'metadata');
  }
  const role = PROSE_KEYS.get(name);
  if (role === undefined) return metadata(opaqueText(text, start, end), facts, 'metadata');
  const mask = new Mask(text, start, end);
  mask.space(start, value);
  readValue(text, value, end, mask, facts, start);
  return metadata(mask.build(), facts, role);
}

/** A scalar (plain, quoted, block) or a list of them: the markup is masked, the text read as Markdown. */
function readValue(
  text: string,
  start: number,
  end: number,
  mask: Mask,
  facts: InlineFacts,
  origin: number,
): void {
  let at = start;
  let isBlockScalar = false;
  while (at < end) {
    const lineEnd = Math.min(end, endOfLine(text, at));
    const inner = at + (/^[ \t]*/.exec(text.slice(at, lineEnd))?.[0].length ?? 0);
    const last = inner + text.slice(inner, lineEnd).trimEnd().length;
    if (at === start && /^[|>][+\-\d]*$/.test(text.slice(inner, last))) {
      mask.space(inner, last);
      isBlockScalar = true;
    } else if (!isBlockScalar) {
      const bullet = /^(?:-[ \t]+)/.exec(text.slice(inner, last));
      if (bullet) mask.space(inner, inner + bullet[0].length);
    }
    at = lineEnd;
  }
  const bounds = isBlockScalar ? undefined : quotesOf(text, start, end);
  for (const quote of bounds ?? []) mask.space(quote, quote + 1);
  readInline(text, start, end, mask, facts, origin);
}

/** The quotes or brackets around a scalar or flow list, and those inside a flow list. */
function quotesOf(text: string, start: number, end: number): number[] {
  const value = text.slice(start, end).trim();
  if (value === '') return [];
  const first = start + text.slice(start, end).indexOf(value);
  const last = first + value.length - 1;
  const open = value.charAt(0);
  if (last > first && (open === '"' || open === "'") && value.endsWith(open)) return [first, last];
  if (open !== '[' || !value.endsWith(']')) return [];
  const quotes = [first, last];
  for (let at = first; at <= last; at++) if (text.charAt(at) === '"') quotes.push(at);
  return quotes;
}

/** Keys under which a list of abbreviations has its short and its long forms. */
const SHORT_KEYS = new Set(['short', 'shortname', 'abbreviation', 'acronym']);
const LONG_KEYS = new Set(['long', 'longname', 'definition', 'meaning', 'description']);

/** Declares each `SF: long form` line of a map, each `shortname: SF`, `longname: long form` of a list. */
function declare(text: string, origin: number, start: number, end: number, facts: InlineFacts): void {
  // Quarto's extension has its list under `keys:`, and settings beside it.
  const isListed = /^[ \t]+keys:[ \t]*\r?$/m.test(text.slice(start, end));
  let pending: Span | undefined;
  let next: number;
  for (let at = endOfLine(text, start); at < end; at = next) {
    next = Math.min(end, endOfLine(text, at));
    const line = text.slice(at, next);
    const entry = /^[ \t]+(?:-[ \t]+)?(["']?)([^\s:"'](?:[^:"'\n]{0,60}[^\s:"'])?)\1[ \t]*:[ \t]+(\S.*)/.exec(
      line,
    );
    if (!entry) continue;
    const name = entry[2]!;
    const value = entry[3]!.trimEnd();
    const quote = /^(["']).+\1$/.test(value) ? 1 : 0;
    const valueStart = at + entry[0].length - entry[3]!.length - origin;
    const long = { start: valueStart + quote, end: valueStart + value.length - quote };
    const nameStart = at + line.indexOf(name) - origin;
    if (SHORT_KEYS.has(name)) pending = long;
    else if (!LONG_KEYS.has(name)) {
      if (isListed) continue;
      facts.declarations.push({
        form: 'markup',
        short: { start: nameStart, end: nameStart + name.length },
        long,
      });
    } else if (pending) {
      facts.declarations.push({ form: 'markup', short: pending, long });
      pending = undefined;
    }
  }
}
