import { CR, LF } from '../signs.ts';
import { Fill } from '../types.ts';

/** What a unit of the source becomes. `markup` is decided when the mask is built, by its neighbours. */
const Cover = {
  visible: 0,
  space: 1,
  opaque: 2,
  transparent: 3,
  cell: 4,
  markup: 5,
  letter: 6,
  join: 7,
} as const;

/** Units of a range in `#ranges`: its start, its end, its cover. */
const WIDTH = 3;
/** A range that belongs further back than so many others is painted, so that no text takes quadratic time. */
const FURTHEST = 32 * WIDTH;

/**
 * The mask of one block: everything is visible at first, ranges are covered in any order (the last one
 * counts), and `build` gives the masked text, as long as the source. Line ends stay, but for those in what is transparent, as a tag
 * or a formula inside a word may go on over one, and those between the cells of a row.
 *
 * All offsets are offsets into the source text, `start` ≤ offset ≤ `end`. Every call is linear in its range.
 */
export class Mask {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  /** The covered ranges, apart from each other and in order: nearly all come so. */
  #ranges: number[] = [];
  /** The cover of each unit, from the first range on that lies across others. */
  #covers: Uint8Array | undefined;
  #letters: Map<number, string> | undefined;

  /** A mask of `text` from `start` to `end`. */
  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  /** Shows the source again. */
  show(start: number, end: number): void {
    this.#cover(start, end, Cover.visible);
  }

  /** Covers something between words. */
  space(start: number, end: number): void {
    this.#cover(start, end, Cover.space);
  }

  /** Covers a thing that is no prose. */
  opaque(start: number, end: number): void {
    this.#cover(start, end, Cover.opaque);
  }

  /** Covers markup inside a word. */
  transparent(start: number, end: number): void {
    this.#cover(start, end, Cover.transparent);
  }

  /** Covers markup that is transparent between two units of one word, and a space elsewhere. */
  markup(start: number, end: number): void {
    this.#cover(start, end, Cover.markup);
  }

  /** Covers the boundary between two table cells: one `Fill.cell`, then spaces. An empty range is none. */
  cell(start: number, end: number): void {
    if (start >= end) return;
    this.#cover(start, start + 1, Cover.cell);
    this.#cover(start + 1, end, Cover.space);
  }

  /** Covers what stands between two cells of a row, line ends included: a row is read as one line. */
  join(start: number, end: number): void {
    this.#cover(start, end, Cover.join);
  }

  /** Reads a range as the one UTF-16 unit `letter` (`\alpha` as α): the letter first, then transparent. */
  letter(start: number, end: number, letter: string): void {
    if (start >= end) return;
    this.#cover(start, start + 1, Cover.letter);
    this.#cover(start + 1, end, Cover.transparent);
    this.#letters ??= new Map();
    this.#letters.set(start, letter);
  }

  /** Whether the source is seen at this offset. */
  isVisible(at: number): boolean {
    return this.#paint()[at - this.#start] === Cover.visible;
  }

  /** The masked text. A string of its own: it doesn't keep the source alive. */
  build(): string {
    const ranges = this.#covers === undefined ? this.#ranges : rangesOf(this.#covers, this.#start);
    if (ranges.length === 0) return copy(this.#text, this.#start, this.#end);
    const parts: string[] = [];
    let done = this.#start;
    for (let index = 0; index < ranges.length; ) {
      const from = ranges[index]!;
      if (from > done) parts.push(this.#text.slice(done, from));
      const last = endOfMarkup(ranges, index);
      if (
        last > index &&
        this.#joins(ranges, index - WIDTH, from - 1) &&
        this.#joins(ranges, last, ranges[last - 2]!)
      ) {
        this.#push(parts, from, ranges[last - 2]!, Cover.transparent);
        index = last;
      } else {
        do {
          const cover = ranges[index + 2]!;
          this.#push(parts, ranges[index]!, ranges[index + 1]!, cover === Cover.markup ? Cover.space : cover);
          index += WIDTH;
        } while (index < last);
      }
      done = ranges[index - 2]!;
    }
    if (done < this.#end) parts.push(this.#text.slice(done, this.#end));
    return parts.length === 1 ? copy(parts[0]!, 0, parts[0]!.length) : parts.join('');
  }

  #cover(start: number, end: number, cover: number): void {
    if (start >= end) return;
    if (this.#covers !== undefined) {
      this.#covers.fill(cover, start - this.#start, end - this.#start);
      return;
    }
    const ranges = this.#ranges;
    let length = ranges.length;
    // What lies inside it at the end is gone: a citation around its keys.
    while (length > 0 && ranges[length - WIDTH]! >= start && ranges[length - 2]! <= end) length -= WIDTH;
    if (length < ranges.length) ranges.length = length;
    let at = length;
    while (at > 0 && length - at < FURTHEST && ranges[at - WIDTH]! >= end) at -= WIDTH;
    if (at > 0 && ranges[at - 2]! > start) this.#paint().fill(cover, start - this.#start, end - this.#start);
    else if (at === length) ranges.push(start, end, cover);
    else ranges.splice(at, 0, start, end, cover);
  }

  /** From now on, each unit has its cover. */
  #paint(): Uint8Array {
    if (this.#covers !== undefined) return this.#covers;
    const covers = new Uint8Array(this.#end - this.#start);
    const ranges = this.#ranges;
    for (let index = 0; index < ranges.length; index += WIDTH) {
      covers.fill(ranges[index + 2]!, ranges[index]! - this.#start, ranges[index + 1]! - this.#start);
    }
    this.#covers = covers;
    return covers;
  }

  #push(parts: string[], start: number, end: number, cover: number): void {
    const text = this.#text;
    if (cover === Cover.visible) {
      parts.push(text.slice(start, end));
      return;
    }
    if (cover === Cover.letter) {
      for (let at = start; at < end; at++) parts.push(this.#letters?.get(at) ?? text.charAt(at));
      return;
    }
    const fills = FILLS[cover]!;
    if (cover === Cover.transparent || cover === Cover.join) {
      parts.push(filled(fills, end - start));
      return;
    }
    let pushed = start;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code !== LF && code !== CR) continue;
      if (at > pushed) parts.push(filled(fills, at - pushed));
      parts.push(code === LF ? '\n' : '\r');
      pushed = at + 1;
    }
    if (end > pushed) parts.push(filled(fills, end - pushed));
  }

  /** Whether the unit at `at` is one of a word: what touches the range at `index` there, if one does. */
  #joins(ranges: readonly number[], index: number, at: number): boolean {
    if (at < this.#start || at >= this.#end) return false;
    const isCovered = index >= 0 && index < ranges.length && ranges[index]! <= at && at < ranges[index + 1]!;
    const cover = isCovered ? ranges[index + 2]! : Cover.visible;
    return cover === Cover.letter || (cover === Cover.visible && isWordUnit(this.#text.charCodeAt(at)));
  }
}

/** The index behind the run of markup and transparent ranges without a gap that begins at `index`: `index` where none does. */
function endOfMarkup(ranges: readonly number[], index: number): number {
  let last = index;
  while (
    last < ranges.length &&
    (ranges[last + 2] === Cover.markup || ranges[last + 2] === Cover.transparent) &&
    (last === index || ranges[last] === ranges[last - 2])
  )
    last += WIDTH;
  return last;
}

/** The ranges of units with the same cover, as offsets from `start` on; what is visible is none. */
function rangesOf(covers: Uint8Array, start: number): number[] {
  const ranges: number[] = [];
  let at = 0;
  while (at < covers.length) {
    const cover = covers[at]!;
    let next = at + 1;
    while (next < covers.length && covers[next] === cover) next++;
    if (cover !== Cover.visible) ranges.push(start + at, start + next, cover);
    at = next;
  }
  return ranges;
}

/** Masks a range as one opaque thing, line ends kept. */
export function opaqueText(text: string, start: number, end: number): string {
  const mask = new Mask(text, start, end);
  mask.opaque(start, end);
  return mask.build();
}

/**
 * Whether this UTF-16 unit can stand inside a word as immunology writes it: letters and digits of any
 * script, hyphens, en dash, minus, plus, slash, apostrophe, asterisk, underscore, middle dot.
 */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    return (
      (unit >= 0x30 && unit <= 0x39) ||
      ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) ||
      unit === 0x2d ||
      unit === 0x2b ||
      unit === 0x2f ||
      unit === 0x27 ||
      unit === 0x2a ||
      unit === 0x5f
    );
  }
  if (unit >= 0x2000 && unit <= 0x206f) {
    return (unit >= 0x2010 && unit <= 0x2013) || unit === 0x2019 || unit === 0x2032;
  }
  return unit !== 0xa0 && unit !== 0x3000 && unit !== 0xfeff && unit !== 0xfffc && unit >= 0xaa;
}

/** Fill, as much as most ranges need, by their cover. */
const MOST = 64;
const FILLS: readonly string[] = [
  ...['', Fill.space, Fill.opaque, Fill.transparent, Fill.cell],
  ...[Fill.space, '', Fill.space],
].map(fill => fill.repeat(MOST));

const filled = (fills: string, length: number): string =>
  length <= MOST ? fills.slice(0, length) : fills.charAt(0).repeat(length);

/** A slice that doesn't keep the whole text alive (an engine's slice of a long string points into it). */
function copy(text: string, start: number, end: number): string {
  const middle = (start + end) >> 1;
  return [text.slice(start, middle), text.slice(middle, end)].join('');
}
