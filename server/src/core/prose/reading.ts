import { spliced } from '../spliced.ts';
import { type InSteps, STEP, type Steps, whole } from '../steps.ts';
import type { Block, Format, Reader, Reading, ReadStep, Terms, Text, TextChange } from '../types.ts';
import { sameTerms } from './terms.ts';
import { readTyped } from './typing.ts';

/** Lets the registry hold readers of all formats: their states are opaque to everybody else. */
export function eraseState<State>(reader: Reader<State>): Reader {
  return reader as unknown as Reader;
}

type ReadDocument = (format: Format, text: string, terms?: Terms) => Reading;

/** `readDocument` in steps. */
export const readDocumentInSteps: InSteps<ReadDocument> = function* (format, text, terms) {
  const steps: ReadStep[] = [];
  yield* readSteps(format.reader, View.ofAll(text), 0, format.reader.start(text, terms), steps, () => false);
  return { text, terms, head: headOf(format, text), blocks: blocksOf(steps), steps };
};

/** Reads a whole text. Linear; never throws. `terms`: those of its manuscript, else its own. */
export const readDocument: ReadDocument = whole(readDocumentInSteps);

type RereadDocument = (
  format: Format,
  previous: Reading,
  text: Text,
  change: TextChange,
  terms?: Terms,
  view?: number,
) => Reading;

/** `rereadDocument` in steps. */
export const rereadDocumentInSteps: InSteps<RereadDocument> = function* (
  format,
  previous,
  text,
  change,
  terms,
  view = VIEW,
) {
  const { reader } = format;
  const old = previous.steps;
  const first = old[0];
  const isHeadSame = change.start >= previous.head;
  const isBegunAlike = isHeadSame && areSame(previous.terms, terms);
  const typed = isBegunAlike && format.typing ? readTyped(previous, text, change) : undefined;
  if (typed !== undefined) return typed;
  const isStartSame =
    first !== undefined &&
    (isBegunAlike || reader.sameState(first.state, reader.start(text.toString(), terms)));
  if (!isStartSame) return yield* readDocumentInSteps(format, text.toString(), terms);

  // A step that looked at the text's end may also see what comes behind it now.
  let kept = 0;
  let at = 0;
  for (const step of old) {
    const looked = at + step.looked;
    if (looked > change.start || looked >= previous.text.length) break;
    at += step.length;
    kept++;
  }
  const fresh: ReadStep[] = [];
  const shift = change.newLength - (change.end - change.start);
  let met = kept;
  let metAt = at;
  const meets = (offset: number, state: unknown): boolean => {
    const oldOffset = offset - shift;
    while (metAt < oldOffset && met < old.length) {
      metAt += old[met]!.length;
      met++;
    }
    return (
      metAt === oldOffset &&
      oldOffset >= change.end &&
      met < old.length &&
      reader.sameState(old[met]!.state, state)
    );
  };
  const hasMet = yield* readSteps(reader, View.of(text, view), at, old[kept]!.state, fresh, meets);
  const to = hasMet ? met : old.length;
  const fromBlock = countBlocks(old, 0, kept);
  return {
    text,
    terms,
    head: isHeadSame ? previous.head : headOf(format, text.toString()),
    blocks: spliced(previous.blocks, fromBlock, fromBlock + countBlocks(old, kept, to), blocksOf(fresh)),
    steps: spliced(old, kept, to, fresh),
  };
};

/**
 * Reads a text again after one change. The result equals `readDocument(format, text)`; blocks of untouched steps on both
 * sides are the same objects as before.
 *
 * Reading restarts at the first step that looked at the edited range, and stops where an old step's start
 * behind the edit is met in the same state. `view`: units of text that the reader is shown at first.
 */
export const rereadDocument: RereadDocument = whole(rereadDocumentInSteps);

/** Units that a reader is shown of a text that isn't one string: more than most steps look at. */
const VIEW = 2048;

/** What a reader is shown of a text: a stretch of it that lies in memory as one string, and is as long as need be. */
class View {
  readonly #whole: Text;
  readonly #units: number;
  text = '';
  /** Where the stretch begins. */
  from = 0;

  private constructor(whole: Text, units: number) {
    this.#whole = whole;
    this.#units = units;
  }

  static ofAll(text: string): View {
    const view = new View(text, text.length);
    view.text = text;
    return view;
  }

  /** Shows nothing yet. */
  static of(text: Text, units: number): View {
    return typeof text === 'string' ? View.ofAll(text) : new View(text, units);
  }

  /** Whether there is more to be seen for somebody who has looked up to here, counted from the stretch's start. */
  isShort(looked: number): boolean {
    return looked >= this.text.length && this.from + this.text.length < this.#whole.length;
  }

  /** Shows what begins here: twice as much, where what began here was too short. */
  show(from: number): void {
    const units = from === this.from ? Math.max(this.#units, 2 * this.text.length) : this.#units;
    this.from = from;
    this.text = this.#whole.slice(from, from + units);
  }
}

/** Reads from `at` on, until the end or until `done` says so of a step's start; tells which of the two. */
function* readSteps(
  reader: Reader,
  view: View,
  at: number,
  state: unknown,
  steps: ReadStep[],
  done: (at: number, state: unknown) => boolean,
): Steps<boolean> {
  let offset = at;
  let rested = at;
  let current = state;
  for (;;) {
    if (view.isShort(offset - view.from)) view.show(offset);
    const { text, from } = view;
    const start = offset - from;
    if (start >= text.length) return false;
    const { blocks, next, looked, state: after } = reader.readBlocks(text, start, current);
    if (view.isShort(looked)) {
      view.show(offset);
      continue;
    }
    steps.push({ state: current, blocks, length: next - start, looked: looked - start });
    offset = from + next;
    current = after;
    if (done(offset, current)) return true;
    if (offset - rested >= STEP) {
      rested = offset;
      yield;
    }
  }
}

/** See `Format.head`. */
function headOf({ head }: Format, text: string): number {
  return head?.(text) ?? 0;
}

function areSame(a: Terms | undefined, b: Terms | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameTerms(a, b));
}

function blocksOf(steps: readonly ReadStep[]): readonly Block[] {
  const all: Block[] = [];
  for (const { blocks } of steps) for (const block of blocks) all.push(block);
  return all;
}

function countBlocks(steps: readonly ReadStep[], from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) count += steps[index]!.blocks.length;
  return count;
}
