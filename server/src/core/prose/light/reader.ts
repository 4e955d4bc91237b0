import type { Block, BlockKind, Declaration, Directive, Inclusion, Mark, Reader, Span } from '../../types.ts';
import { Mask, opaqueText } from '../mask.ts';
import { endOfLine, isBlankLine, skipBlanks } from '../scan.ts';
import { blocksOfCall, type Prose } from './callBlocks.ts';
import { readCall, unclosedBracket } from './calls.ts';
import { tableOf } from './cells.ts';
import { maskInline } from './inline.ts';
import type { LightMarkup } from './lightMarkup.ts';
import { readSimpleTable } from './simpleTables.ts';

/** Longer lines are paragraphs. */
const LONGEST_LINE = 400;
/** What tells how a cell looks. */
const LONGEST_STYLE = 12;
const INDENT = 'indent ';
const FENCE = 'fence ';
const WITHIN = 'within ';

/**
 * A reader of a light markup language. The state: empty in prose, else what ends the lines that hold none
 * (`fence …`: that line; `indent n`: less white space).
 */
export function lightReader(markup: LightMarkup): Reader<string> {
  return {
    start: () => '',
    sameState: (a, b) => a === b,
    readBlocks(text, at, state) {
      const step = new LightStep(markup, text, at);
      return state === '' ? step.read() : step.skip(state);
    },
  };
}

type Result = ReturnType<Reader<string>['readBlocks']>;

class LightStep {
  readonly #markup: LightMarkup;
  readonly #text: string;
  readonly #at: number;
  #looked: number;

  constructor(markup: LightMarkup, text: string, at: number) {
    this.#markup = markup;
    this.#text = text;
    this.#at = at;
    this.#looked = at;
  }

  /** Lines inside a fence or an indented stretch, up to a blank line at most. */
  skip(state: string): Result {
    let next = this.#at;
    while (next < this.#text.length) {
      const end = this.#lineEnd(next);
      const line = this.#line(next, end);
      if (isBlankLine(this.#text, next, end)) {
        return next === this.#at
          ? this.#result({ kind: 'blank', masked: this.#text.slice(next, end) }, end, state)
          : this.#opaque(next, state);
      }
      if (state.startsWith(INDENT)) {
        if (isOutOf(state, line)) return next === this.#at ? this.read() : this.#opaque(next, '');
      } else if (
        state.startsWith(WITHIN)
          ? line.includes(state.slice(WITHIN.length))
          : line.trim() === state.slice(FENCE.length)
      ) {
        return this.#opaque(end, '');
      }
      next = end;
    }
    return this.#opaque(next, state);
  }

  read(): Result {
    const { heading, silent, indents } = this.#markup;
    const end = this.#lineEnd(this.#at);
    if (isBlankLine(this.#text, this.#at, end)) return this.#blank(end);
    const line = this.#line(this.#at, end);
    const fence = this.#fence(line);
    if (fence !== undefined) return this.#opaque(end, fence);
    const call = this.#call(line) ?? this.#code(line);
    if (call !== undefined) return call;
    if (this.#markup.simpleTables) {
      const table = readSimpleTable(this.#markup, this.#text, this.#at);
      if (table !== undefined) return { ...table, blocks: [table.block], state: '' };
    }
    const label = this.#label(line, end);
    if (label !== undefined) return label;
    const below = end < this.#text.length ? this.#line(end, this.#lineEnd(end)) : '';
    const title = heading(line, below);
    if (title !== undefined) {
      const next = title.underlined ? this.#lineEnd(end) : end;
      const block = this.#prose('heading', this.#at, end, next);
      return this.#result({ ...block, level: title.level }, next, '');
    }
    if (silent.test(line)) {
      const block: Block = { kind: 'opaque', masked: opaqueText(this.#text, this.#at, end) };
      const directives = directivesIn(line);
      const inclusions = this.#inclusionsIn(line);
      return this.#result(
        { ...block, ...(directives && { directives }), ...(inclusions && { inclusions }) },
        end,
        indents.test(line) ? INDENT + indentOf(line) : '',
      );
    }
    return this.#listRow(line, end) ?? this.#paragraph(line, end);
  }

  #inclusionsIn(line: string): readonly Inclusion[] | undefined {
    const match = this.#markup.inclusion?.exec(line);
    const target = match?.groups?.target ?? match?.groups?.glossary;
    if (!match || target === undefined) return undefined;
    const start = match[0].lastIndexOf(target);
    return [{ start, end: start + target.length, target }];
  }

  /** A row of a `list-table`, with all its cells. */
  #listRow(line: string, firstEnd: number): Result | undefined {
    const { listRow, cellItem } = this.#markup;
    if (listRow === undefined || cellItem === undefined || !listRow.test(line)) return undefined;
    const cells: Span[] = [];
    let start = this.#at + (cellItem.exec(line)?.[0].length ?? 0);
    let next = firstEnd;
    while (next < this.#text.length) {
      const end = this.#lineEnd(next);
      const following = this.#line(next, end);
      if (isBlankLine(this.#text, next, end) || indentOf(following) <= indentOf(line)) break;
      const cell = cellItem.exec(following)?.[0];
      if (cell !== undefined) {
        cells.push({ start, end: next });
        start = next + cell.length;
      }
      next = end;
    }
    cells.push({ start, end: next });
    const table = tableOf(this.#markup, this.#text, cells, this.#at);
    return this.#result(table, next, '');
  }

  #blank(first: number): Result {
    let next = first;
    while (next < this.#text.length) {
      const end = this.#lineEnd(next);
      if (!isBlankLine(this.#text, next, end)) break;
      next = end;
    }
    return this.#result({ kind: 'blank', masked: this.#text.slice(this.#at, next) }, next, '');
  }

  #paragraph(line: string, firstEnd: number): Result {
    const { definesByIndent, item, row, indents } = this.#markup;
    const isRow = row.test(line);
    const isItem = item.exec(line);
    let next = firstEnd;
    let last = line;
    let isTerm = false;
    while (next < this.#text.length) {
      const end = this.#lineEnd(next);
      const following = this.#line(next, end);
      if (isBlankLine(this.#text, next, end) || this.#begins(following, end, isRow)) break;
      if (next === firstEnd) isTerm = definesByIndent === true && indentOf(following) > indentOf(line);
      last = following;
      next = end;
    }
    const kind: BlockKind = isRow
      ? 'table'
      : isItem === null
        ? isTerm
          ? 'definition'
          : 'paragraph'
        : isItem.groups?.term === undefined
          ? 'item'
          : 'definition';
    const block = this.#prose(kind, this.#at, next, next);
    return this.#result(block, next, indents.test(last) ? INDENT + indentOf(line) : '');
  }

  /** Whether a line can't go on a paragraph. */
  #begins(line: string, end: number, inTable: boolean): boolean {
    const { heading, silent, item, row } = this.#markup;
    const below = end < this.#text.length ? this.#line(end, this.#lineEnd(end)) : '';
    return (
      row.test(line) !== inTable ||
      silent.test(line) ||
      item.test(line) ||
      this.#fence(line) !== undefined ||
      this.#opensCall(line) ||
      this.#markup.labels?.some(({ marker }) => marker.test(line)) === true ||
      heading(line, below) !== undefined
    );
  }

  #fence(line: string): string | undefined {
    for (const { open, close, anywhere } of this.#markup.fences) {
      const match = open.exec(line);
      if (match) return (anywhere ? WITHIN : FENCE) + close(match);
    }
    return undefined;
  }

  /** A line that says what it is: `.Title` (AsciiDoc), `#+caption: …` (Org). */
  #label(line: string, end: number): Result | undefined {
    for (const { marker, kind, role } of this.#markup.labels ?? []) {
      const match = marker.exec(line);
      if (match) {
        const block = this.#prose(kind, this.#at, end, end, this.#at + match[0].length);
        return this.#result(
          { ...block, ...(role && { role }), ...(kind === 'heading' && { level: 1 }) },
          end,
          '',
        );
      }
    }
    return undefined;
  }

  /** Whether a call begins that goes on in the next line. */
  #opensCall(line: string): boolean {
    return this.#markup.call?.test(line) === true && line.split('(').length > line.split(')').length;
  }

  /** A call of code with what of its arguments is prose; the lines of a call are read in one step. */
  #call(line: string): Result | undefined {
    const match = this.#markup.call?.exec(line);
    if (!match) return undefined;
    const open = this.#at + match[0].length - 1;
    return this.#contents(readCall(this.#text, this.#at, open), open);
  }

  #contents(call: ReturnType<typeof readCall>, open: number): Result | undefined {
    if (call === undefined) return undefined;
    const prose: Prose = (kind, { start, end }) => this.#prose(kind, start, end, end, start);
    const blocks = blocksOfCall(this.#markup, this.#text, { at: this.#at, open, ...call }, prose);
    return { blocks, next: call.next, looked: Math.min(call.next + 2, this.#text.length), state: '' };
  }

  /** Code, which may go on in the next lines where a bracket is open: what it names a title and the like is prose. */
  #code(line: string): Result | undefined {
    if (this.#markup.code?.test(line) !== true) return undefined;
    const open = unclosedBracket(line);
    if (open < 0) {
      const first = line.indexOf('(');
      return first < 0 ? undefined : this.#declaring(this.#at + first);
    }
    const call = readCall(this.#text, this.#at, this.#at + open);
    if (call === undefined) return undefined;
    const isContent = line.charAt(open) === '[';
    const contents = call.contents.filter(
      ([{ role, kind }]) => isContent || role !== undefined || kind === 'caption',
    );
    return this.#contents({ ...call, contents }, this.#at + open);
  }

  /** A line of code that declares entries. */
  #declaring(open: number): Result | undefined {
    const next = this.#lineEnd(this.#at);
    const isGlossary = this.#markup.entries?.(this.#text, this.#at, open, next).length;
    return isGlossary ? this.#contents({ next, contents: [] }, open) : undefined;
  }

  /** A block of prose: from `start` to `end`; what follows up to `next` is its underline. */
  #prose(kind: BlockKind, start: number, end: number, next: number, inner = -1): Block {
    const text = this.#text;
    const mask = new Mask(text, start, next);
    mask.space(end, next);
    const source = text.slice(start, end);
    const { caption, headingMarker, item, row } = this.#markup;
    const captioned =
      kind === 'paragraph' && inner < 0 ? caption.exec(source.slice(0, LONGEST_LINE * 10)) : null;
    const marks: Mark[] = [];
    const declarations: Declaration[] = [];
    if (captioned) {
      const words = captioned.groups?.text ?? '';
      const from = words === '' ? end : start + captioned[0].lastIndexOf(words);
      mask.opaque(start, end);
      mask.show(from, from + words.length);
      maskInline(this.#markup, text, mask, marks, start, from, from + words.length);
      return words === ''
        ? { kind: 'opaque', masked: mask.build() }
        : { kind: 'caption', masked: mask.build(), ...(marks.length > 0 && { marks }) };
    }
    const marker =
      kind === 'heading'
        ? headingMarker.exec(source)
        : kind === 'item' || kind === 'definition'
          ? item.exec(source)
          : null;
    let from = Math.max(start, inner);
    mask.space(start, from);
    if (marker && inner < 0) {
      const term = marker.groups?.term;
      const termStart = term === undefined ? -1 : marker[0].indexOf(term);
      from = start + marker[0].length;
      mask.space(start, from);
      if (term !== undefined) {
        mask.show(start + termStart, start + termStart + term.length);
        maskInline(
          this.#markup,
          text,
          mask,
          marks,
          start,
          start + termStart,
          start + termStart + term.length,
        );
        mask.letter(start + termStart + term.length, start + termStart + term.length + 1, ':');
      }
    }
    maskInline(this.#markup, text, mask, marks, start, from, end, declarations);
    const tail = kind === 'heading' ? this.#markup.headingTail?.exec(source) : null;
    if (tail) mask.space(start + tail.index, end);
    if (kind === 'table' && row.test(this.#line(start, endOfLine(text, start)))) {
      for (let at = start; at < end; at++) {
        if (text.charCodeAt(at) !== 0x7c) continue;
        const style = this.#markup.cellStyle?.exec(text.slice(Math.max(start, at - LONGEST_STYLE), at))?.[0];
        mask.space(at - (style?.length ?? 0), at);
        mask.cell(at, at + 1);
      }
    }
    return {
      kind,
      masked: mask.build(),
      ...(marks.length > 0 && { marks }),
      ...(declarations.length > 0 && { declarations }),
    };
  }

  #lineEnd(at: number): number {
    const end = endOfLine(this.#text, at);
    if (end > this.#looked) this.#looked = end;
    return end;
  }

  #line(at: number, end: number): string {
    return this.#text.slice(at, Math.min(end, at + LONGEST_LINE)).trimEnd();
  }

  #opaque(next: number, state: string): Result {
    return this.#result({ kind: 'opaque', masked: opaqueText(this.#text, this.#at, next) }, next, state);
  }

  #result(block: Block, next: number, state: string): Result {
    return { blocks: [block], next, looked: Math.max(this.#looked, next), state };
  }
}

function directivesIn(line: string): readonly Directive[] | undefined {
  const start = line.indexOf('immunogloss-');
  if (start < 0) return undefined;
  return [
    {
      start,
      end: line.length,
      text: line
        .slice(start)
        .replace(/(?:\*\/|-->)$/, '')
        .trim(),
    },
  ];
}

/** Whether lines that are indented more deeply, and hold no prose, end before a line. */
export function isOutOf(state: string, line: string): boolean {
  return state.startsWith(INDENT) && indentOf(line) <= Number(state.slice(INDENT.length));
}

function indentOf(line: string): number {
  return skipBlanks(line, 0, line.length);
}
