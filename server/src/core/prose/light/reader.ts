import type { Block, BlockKind, Directive, Inclusion, Reader, Span } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { endOfLine, isBlankLine } from '../scan.ts';
import { readCode } from './callBlocks.ts';
import { tableOf } from './cells.ts';
import type { LightMarkup } from './lightMarkup.ts';
import { proseBlock, type Stretch } from './prose.ts';
import { readSimpleTable } from './simpleTables.ts';
import { belowIndent, closesFence, indentOf, insideFence, isOfIndent, isOutOf } from './state.ts';

/** Longer lines are paragraphs. */
const LONGEST_LINE = 400;

/** A reader of a light markup language. Its state: see `state.ts`. */
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
      if (isOfIndent(state)) {
        if (isOutOf(state, line)) return next === this.#at ? this.read() : this.#opaque(next, '');
      } else if (closesFence(state, line)) return this.#opaque(end, '');
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
    const call = readCode(this.#markup, this.#text, this.#at, line);
    if (call !== undefined) return { ...call, state: '' };
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
      const block = this.#prose('heading', { start: this.#at, end, next });
      return this.#result({ ...block, level: title.level }, next, '');
    }
    if (silent.test(line)) {
      const block: Block = { kind: 'opaque', masked: opaqueText(this.#text, this.#at, end) };
      const directives = directivesIn(line);
      const inclusions = this.#inclusionsIn(line);
      return this.#result(
        { ...block, ...(directives && { directives }), ...(inclusions && { inclusions }) },
        end,
        indents.test(line) ? belowIndent(line) : '',
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
      // The next term of a list.
      if (isTerm && indentOf(following) <= indentOf(line)) break;
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
    const block = this.#prose(kind, { start: this.#at, end: next, next });
    return this.#result(block, next, indents.test(last) ? belowIndent(line) : '');
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
      if (match) return insideFence(close(match), anywhere === true);
    }
    return undefined;
  }

  /** A line that says what it is: `.Title` (AsciiDoc), `#+caption: …` (Org). */
  #label(line: string, end: number): Result | undefined {
    for (const { marker, kind, role } of this.#markup.labels ?? []) {
      const match = marker.exec(line);
      if (match) {
        const inner = this.#at + match[0].length;
        const block = this.#prose(kind, { start: this.#at, end, next: end, inner });
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

  #prose(kind: BlockKind, stretch: Stretch): Block {
    return proseBlock(this.#markup, this.#text, kind, stretch);
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
