import type { BlockKind, Role, Span } from '../../types.ts';
import { endOfLine } from '../scan.ts';

/** Content (`[…]`) that a call of code is given: prose among arguments. Its span is without the brackets. */
export interface Content extends Span {
  readonly kind: BlockKind;
  readonly role?: Role;
}

/** A content, or the cells of a table that follow each other with no code between. */
export type Contents = [Content, ...Content[]];

type Known = Omit<Content, keyof Span>;

/** Arguments, and functions, by whose names their content is known. */
const NAMED: ReadonlyMap<string, Known> = new Map(
  (
    [
      [{ kind: 'caption' }, 'caption'],
      [{ kind: 'heading', role: 'title' }, 'title subtitle'],
      [{ kind: 'heading', role: 'running-title' }, 'running-title short-title running-head shorttitle'],
      [{ kind: 'paragraph', role: 'abstract' }, 'abstract summary significance plain-summary'],
      [{ kind: 'paragraph', role: 'box' }, 'highlights key-points'],
      [{ kind: 'paragraph', role: 'keywords' }, 'keywords index-terms'],
      [
        { kind: 'paragraph', role: 'authors' },
        'name department organization affiliation affiliations location email authors author correspondence',
      ],
      [
        { kind: 'paragraph', role: 'back-matter' },
        'acknowledgments acknowledgements acknowledgement funding conflicts data-availability',
      ],
    ] as const
  ).flatMap(([known, names]) => names.split(' ').map(name => [name, known] as const)),
);

/** Roles that a template's settings give to strings as well. */
const IN_STRINGS: ReadonlySet<Role | undefined> = new Set<Role>([
  'title',
  'running-title',
  'abstract',
  'keywords',
]);

/** Settings that print a word of the template's own. */
const APART: ReadonlySet<string> = new Set(
  'supplement figure-supplement date numbering separator marker header footer logo version'.split(' '),
);

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
const LONGEST_NAME = 80;

/** A bracket that is open: what closes it, and the name of the argument or function that it belongs to. */
interface Frame {
  readonly closer: string;
  readonly name: string;
}

/**
 * Reads a call that begins on the line at `at` (`#figure(…)`, `#show: template.with(…)`, `#abstract[…]`) up to the line end
 * behind its last closing bracket, or, if that is missing, up to the next heading; undefined where it is a part of a line's
 * text.
 * @param open where its first bracket opens
 */
export function readCall(
  text: string,
  at: number,
  open: number,
): { readonly next: number; readonly contents: readonly Contents[] } | undefined {
  const call = new CallReader(text, text.slice(at, open + 1));
  const next = call.read(open);
  const { contents } = call;
  if (isBeforeHeading(text, next)) return { next: next + 1, contents };
  const end = endOfLine(text, Math.min(next, text.length));
  const behind = next + 1;
  const isAlone = /^[\s,]*(?:<[\w:.-]+>\s*)?$/.test(text.slice(behind, end));
  if (isAlone) return { next: end, contents };
  // On one line it is a part of the text.
  if (end === endOfLine(text, at)) return undefined;
  return { next: end, contents: [...contents, [{ start: behind, end, kind: 'paragraph' }]] };
}

/** Whether a line ends here, and the next one is a heading. */
function isBeforeHeading(text: string, at: number): boolean {
  return text.charAt(at) === '\n' && text.charAt(at + 1) === '=';
}

/** Reads a call bracket by bracket, and keeps what is prose in it. */
class CallReader {
  readonly contents: Contents[] = [];
  readonly #text: string;
  readonly #isTable: boolean;
  readonly #isTemplate: boolean;
  readonly #frames: Frame[] = [];
  /** The name of the bracket that closed last: `caption: text(red)[…]`. */
  #last = '';
  /** Brackets of content that are open, and where that of the outermost begins. */
  #depth = 0;
  #contentAt = -1;

  /** `opening`: the beginning of the call, up to its first bracket. */
  constructor(text: string, opening: string) {
    this.#text = text;
    this.#isTable = /#(?:table|grid|figure)\(/.test(opening);
    this.#isTemplate = /^\s*#(?:show|let)\b/.test(opening);
  }

  /** Reads from the first bracket on; gives where the last one closes, else where a heading begins or the text ends. */
  read(open: number): number {
    const text = this.#text;
    let at = open;
    while (at < text.length && !isBeforeHeading(text, at)) {
      const unit = text.charAt(at);
      if (unit === this.#frames.at(-1)?.closer) {
        if (this.#close(at)) break;
        at++;
      } else at = this.#readAt(at, unit);
    }
    return at;
  }

  /** Reads what begins at an offset with this unit, and closes nothing; where it ends. */
  #readAt(at: number, unit: string): number {
    const text = this.#text;
    const isCode = this.#frames.at(-1)?.closer !== ']';
    if (unit === '\\') return at + 2;
    if (unit === '"' && isCode) return this.#readString(at);
    if (unit === '/' && text.charAt(at + 1) === '/' && text.charAt(at - 1) !== ':') {
      return endOfLine(text, at) - 1;
    }
    if (unit === '[' || (CLOSERS[unit] !== undefined && (isCode || followsName(text, at)))) {
      this.#open(at, unit);
    }
    return at + 1;
  }

  /** A string of code, which a template may print. */
  #readString(at: number): number {
    const end = endOfString(this.#text, at);
    const known = NAMED.get(this.#nameOfString(at));
    if (this.#isTemplate && known !== undefined && IN_STRINGS.has(known.role)) this.#add(at + 1, end, known);
    return end + 1;
  }

  /** `keywords` of `keywords: "CAR"` and of `keywords: ("CAR", "TME")`. */
  #nameOfString(at: number): string {
    const own = nameBefore(this.#text, at);
    if (this.#frames.length === 1) return own;
    return this.#frames.length === 2 && own === '' ? this.#frames[1]!.name : '';
  }

  #open(at: number, unit: string): void {
    const isBehindOther = unit === '[' && /[)\]]/.test(this.#text.charAt(at - 1));
    const name = isBehindOther ? this.#last : nameBefore(this.#text, at);
    this.#frames.push({ closer: CLOSERS[unit]!, name });
    if (unit === '[' && this.#depth++ === 0) this.#contentAt = at + 1;
  }

  /** Closes the innermost bracket; tells whether the call ends with it. */
  #close(at: number): boolean {
    const { closer, name } = this.#frames.pop()!;
    this.#last = name;
    if (closer === ']' && --this.#depth === 0 && !APART.has(name)) {
      this.#add(this.#contentAt, at, NAMED.get(name) ?? { kind: this.#isTable ? 'table' : 'paragraph' });
    }
    if (this.#frames.length > 0) return false;
    // What goes on in brackets is the call's own where its name is known, else text that it wraps.
    return this.#text.charAt(at + 1) !== '[' || !(this.#isTable || NAMED.has(name));
  }

  #add(start: number, end: number, known: Known): void {
    if (end <= start) return;
    const content = { start, end, ...known };
    const before = this.contents.at(-1);
    if (before !== undefined && isNextCell(this.#text, before.at(-1)!, content)) before.push(content);
    else this.contents.push([content]);
  }
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

/** `title` before the bracket of `title: […]`, `title: text(…)`, `#let title = […]`; else the function's name. */
function nameBefore(text: string, bracket: number): string {
  const from = Math.max(0, bracket - LONGEST_NAME);
  const called = startOfRun(text, bracket, from, CALLED);
  const isHash = text.charAt(called - 1) === '#';
  const sign = startOfRun(text, isHash ? called - 1 : called, from, BLANK) - 1;
  if (!':='.includes(text.charAt(sign) || ' ')) return isHash ? text.slice(called, bracket) : '';
  const end = startOfRun(text, sign, from, BLANK);
  return text.slice(startOfRun(text, end, from, NAME), end);
}

const NAME = /[\w-]/;
const CALLED = /[\w.-]/;
const BLANK = /\s/;

/** Where the units begin that end before `at` and are all of one sort; not before `from`. */
function startOfRun(text: string, at: number, from: number, sort: RegExp): number {
  let start = at;
  while (start > from && sort.test(text.charAt(start - 1))) start--;
  return start;
}
