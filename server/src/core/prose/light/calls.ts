import type { BlockKind, Role, Span } from '../../types.ts';
import { endOfLine } from '../scan.ts';

/** Content (`[…]`) that a call of code is given: prose among arguments. Its span is without the brackets. */
export interface Content extends Span {
  readonly kind: BlockKind;
  readonly role?: Role;
}

/** A content, or the cells of a table that follow each other with no code between. */
export type Contents = [Content, ...Content[]];

/** Arguments by whose names their content is known. */
const ARGUMENTS: ReadonlyMap<string, Omit<Content, keyof Span>> = new Map<string, Omit<Content, keyof Span>>([
  ['caption', { kind: 'caption' }],
  ['title', { kind: 'heading', role: 'title' }],
  ['subtitle', { kind: 'heading', role: 'title' }],
  ['running-title', { kind: 'heading', role: 'running-title' }],
  ['short-title', { kind: 'heading', role: 'running-title' }],
  ['abstract', { kind: 'paragraph', role: 'abstract' }],
  ['keywords', { kind: 'paragraph', role: 'keywords' }],
  ...[
    'name',
    'department',
    'organization',
    'affiliation',
    'affiliations',
    'location',
    'email',
    'authors',
  ].map(name => [name, { kind: 'paragraph', role: 'authors' }] as const),
]);

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
const LONGEST_NAME = 40;

/**
 * Reads a call that begins on the line at `at` (`#figure(…)`, `#show: template.with(…)`) up to the line end behind its
 * closing parenthesis, or, if that is missing, up to the next heading; undefined where it is a part of a line's text.
 * @param open where its parenthesis opens
 */
export function readCall(
  text: string,
  at: number,
  open: number,
): { readonly next: number; readonly contents: readonly Contents[] } | undefined {
  const contents: Contents[] = [];
  const stack: string[] = [];
  const isTable = /#(?:table|grid|figure)\(/.test(text.slice(at, open + 1));
  let contentAt = -1;
  let next = open;
  for (; next < text.length; next++) {
    const unit = text.charAt(next);
    const isCode = stack.at(-1) !== ']';
    if (unit === '\n' && text.charAt(next + 1) === '=') return { next: next + 1, contents };
    if (unit === '\\') next++;
    else if (unit === '"' && isCode) next = endOfString(text, next);
    else if (unit === '/' && text.charAt(next + 1) === '/' && text.charAt(next - 1) !== ':') {
      next = endOfLine(text, next) - 2;
    } else if (unit === '[' || (CLOSERS[unit] !== undefined && (isCode || followsName(text, next)))) {
      if (unit === '[' && !stack.includes(']')) contentAt = next + 1;
      stack.push(CLOSERS[unit]!);
    } else if (unit === stack.at(-1)) {
      stack.pop();
      if (unit === ']' && !stack.includes(']') && next > contentAt) {
        const content = { start: contentAt, end: next, ...kindOf(text, contentAt - 1, isTable) };
        const last = contents.at(-1);
        if (last !== undefined && isNextCell(text, last.at(-1)!, content)) last.push(content);
        else contents.push([content]);
      }
      if (stack.length === 0) break;
    }
  }
  const end = endOfLine(text, Math.min(next, text.length));
  const behind = next + 1;
  const isAlone = /^[\s,]*(?:<[\w:.-]+>\s*)?$/.test(text.slice(behind, end));
  if (isAlone) return { next: end, contents };
  // On one line it is a part of the text.
  if (end === endOfLine(text, at)) return undefined;
  return { next: end, contents: [...contents, [{ start: behind, end, kind: 'paragraph' }]] };
}

/** Where the outermost bracket opens that its line doesn't close; -1 where all are closed. */
export function unclosedBracket(line: string): number {
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const unit = line.charAt(at);
    if (unit === '"') at = endOfString(line, at);
    else if (unit === '/' && line.charAt(at + 1) === '/') break;
    else if (CLOSERS[unit] !== undefined) open.push(at);
    else if (unit === ')' || unit === '}' || unit === ']') open.pop();
  }
  return open[0] ?? -1;
}

/** Whether a cell follows another with nothing but a comma between. */
function isNextCell(text: string, last: Content, { start, kind }: Content): boolean {
  if (kind !== 'table' || last.kind !== 'table') return false;
  for (let at = last.end + 1; at < start - 1; at++) if (!', \t\r\n'.includes(text.charAt(at))) return false;
  return true;
}

/** Whether code's parenthesis opens behind a name inside content: `#text(red)`. */
function followsName(text: string, at: number): boolean {
  return text.charAt(at) === '(' && /#[\w.-]+$/.test(text.slice(Math.max(0, at - LONGEST_NAME), at));
}

/** The offset of the quote that closes the string, or of its line's last unit. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '"') return at;
    if (unit === '\n') return at - 1;
    if (unit === '\\') at++;
  }
  return text.length;
}

function kindOf(text: string, bracket: number, isTable: boolean): Omit<Content, keyof Span> {
  const before = text.slice(Math.max(0, bracket - LONGEST_NAME), bracket).trimEnd();
  // `title: […]` among arguments, `#let title = […]`.
  const name = /[:=]$/.test(before)
    ? before
        .slice(0, -1)
        .trimEnd()
        .split(/[^\w-]/)
        .at(-1)
    : undefined;
  return ARGUMENTS.get(name ?? '') ?? { kind: isTable ? 'table' : 'paragraph' };
}
