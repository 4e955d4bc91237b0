import { TILDE, UNDERSCORE } from '../../signs.ts';
import type { Mark } from '../../types.ts';
import type { Mask } from '../mask.ts';

/** A run of `*`, `_` or `~~` that may open or close emphasis. */
interface DelimiterRun {
  readonly unit: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** What is left of it: openers lose units from their end, closers from their front. */
  start: number;
  end: number;
}

/**
 * The delimiter runs of a stretch of inline text, and which of them are emphasis: CommonMark's algorithm
 * ("process emphasis", specification 0.31, appendix) on a stack, so that it is linear.
 */
export class Emphasis {
  readonly #mask: Mask;
  readonly #runs: DelimiterRun[] = [];

  constructor(mask: Mask) {
    this.#mask = mask;
  }

  /** How many runs wait: what `process` and `drop` go down to. */
  get height(): number {
    return this.#runs.length;
  }

  /** Adds the run `start`…`end` of `text`; `from` and `to` bound the inline text. */
  add(text: string, start: number, end: number, from: number, to: number): void {
    const unit = text.charCodeAt(start);
    const before = start > from ? sideOf(text, start - 1, true) : Side.white;
    const after = end < to ? sideOf(text, end, false) : Side.white;
    const left = after !== Side.white && (after !== Side.punctuation || before !== Side.word);
    const right = before !== Side.white && (before !== Side.punctuation || after !== Side.word);
    const opens = unit === UNDERSCORE ? left && (!right || before === Side.punctuation) : left;
    const closes = unit === UNDERSCORE ? right && (!left || after === Side.punctuation) : right;
    if (opens || closes) this.#runs.push({ unit, length: end - start, opens, closes, start, end });
  }

  /** Forgets the runs above `height`: they stand in something that isn't prose. */
  drop(height: number): void {
    if (this.#runs.length > height) this.#runs.length = height;
  }

  /** Pairs the runs above `height`, masks what is markup and notes what is emphasised (offsets from `origin`). */
  process(height: number, marks: Mark[], origin: number): void {
    const runs = this.#runs;
    if (runs.length === height) return;
    const openers: DelimiterRun[] = [];
    let bottoms: Map<number, number> | undefined;
    for (let index = height; index < runs.length; index++) {
      const run = runs[index]!;
      while (run.closes && run.start < run.end) {
        const key = run.unit * 8 + (run.opens ? 4 : 0) + (run.length % 3);
        const opener = findOpener(openers, run, bottoms?.get(key) ?? 0);
        if (opener < 0) {
          bottoms ??= new Map();
          bottoms.set(key, openers.length);
          break;
        }
        this.#pair(openers, opener, run, marks, origin);
        bottoms?.forEach((bottom, other, all) => {
          if (bottom > openers.length) all.set(other, openers.length);
        });
      }
      if (run.opens && run.start < run.end) openers.push(run);
    }
    runs.length = height;
  }

  #pair(openers: DelimiterRun[], index: number, closer: DelimiterRun, marks: Mark[], origin: number): void {
    const opener = openers[index]!;
    const strong = opener.end - opener.start >= 2 && closer.end - closer.start >= 2;
    const width = strong ? 2 : 1;
    this.#mask.markup(opener.end - width, opener.end);
    this.#mask.markup(closer.start, closer.start + width);
    if (closer.unit !== TILDE) {
      const kind = strong ? 'strong' : 'emphasis';
      marks.push({ kind, start: opener.end - origin, end: closer.start - origin });
    }
    opener.end -= width;
    closer.start += width;
    const left = opener.start < opener.end ? index + 1 : index;
    while (openers.length > left) openers.pop();
  }
}

/** The highest opener, not below `bottom`, that `closer` can close; -1 if there is none. */
function findOpener(openers: readonly DelimiterRun[], closer: DelimiterRun, bottom: number): number {
  for (let index = openers.length - 1; index >= bottom; index--) {
    const opener = openers[index]!;
    if (opener.unit !== closer.unit) continue;
    if (closer.unit === TILDE) return index;
    const odd = (opener.closes || closer.opens) && (opener.length + closer.length) % 3 === 0;
    if (!odd || (opener.length % 3 === 0 && closer.length % 3 === 0)) return index;
  }
  return -1;
}

const Side = { word: 0, white: 1, punctuation: 2 } as const;

/** What stands beside a run: white space, punctuation (symbols too) or anything else. */
function sideOf(text: string, at: number, before: boolean): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    if (unit <= 0x20) return Side.white;
    const isWord = (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
    return isWord || unit === 0x7f ? Side.word : Side.punctuation;
  }
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  const character = String.fromCodePoint(text.codePointAt(before && isLow && at > 0 ? at - 1 : at)!);
  if (/\s/.test(character)) return Side.white;
  return /[\p{P}\p{S}]/u.test(character) ? Side.punctuation : Side.word;
}
