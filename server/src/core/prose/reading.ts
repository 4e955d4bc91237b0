import { type InSteps, STEP, type Steps, whole } from '../steps.ts';
import type { Block, Format, Reader, Reading, ReadStep, Terms } from '../types.ts';

/** Lets the registry hold readers of all formats: their states are opaque to everybody else. */
export function eraseState<State>(reader: Reader<State>): Reader {
  return reader as unknown as Reader;
}

type ReadDocument = (format: Format, text: string, terms?: Terms) => Reading;

/** `readDocument` in steps. */
export const readDocumentInSteps: InSteps<ReadDocument> = function* (format, text, terms) {
  const steps: ReadStep[] = [];
  yield* readSteps(format.reader, text, 0, format.reader.start(text, terms), steps, () => false);
  return reading(text, steps);
};

/** Reads a whole text. Linear; never throws. `terms`: those of its manuscript, else its own. */
export const readDocument: ReadDocument = whole(readDocumentInSteps);

type RereadDocument = (
  format: Format,
  previous: Reading,
  text: string,
  editedFrom: number,
  editedToOld: number,
  editedToNew: number,
  terms?: Terms,
) => Reading;

/** `rereadDocument` in steps. */
export const rereadDocumentInSteps: InSteps<RereadDocument> = function* (
  format,
  previous,
  text,
  editedFrom,
  editedToOld,
  editedToNew,
  terms,
) {
  const { reader } = format;
  const old = previous.steps;
  const first = old[0];
  if (first === undefined || !reader.sameState(first.state, reader.start(text, terms))) {
    return yield* readDocumentInSteps(format, text, terms);
  }

  // A step that looked at the text's end may also see what comes behind it now.
  let kept = 0;
  let at = 0;
  for (const step of old) {
    const looked = at + step.looked;
    if (looked > editedFrom || looked >= previous.text.length) break;
    at += step.length;
    kept++;
  }
  const steps = old.slice(0, kept);
  const shift = editedToNew - editedToOld;
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
      oldOffset >= editedToOld &&
      met < old.length &&
      reader.sameState(old[met]!.state, state)
    );
  };
  if (yield* readSteps(reader, text, at, old[kept]!.state, steps, meets)) {
    for (let index = met; index < old.length; index++) steps.push(old[index]!);
  }
  return reading(text, steps);
};

/**
 * Reads a text again after one edit: the old text's range `editedFrom`…`editedToOld` became the new text's
 * `editedFrom`…`editedToNew`. The result equals `readDocument(format, text)`; blocks of untouched steps on
 * both sides are the same objects as before.
 *
 * Reading restarts at the first step that looked at the edited range, and stops where an old step's start
 * behind the edit is met in the same state.
 */
export const rereadDocument: RereadDocument = whole(rereadDocumentInSteps);

/** Reads from `at` on, until the end or until `done` says so of a step's start; tells which of the two. */
function* readSteps(
  reader: Reader,
  text: string,
  at: number,
  state: unknown,
  steps: ReadStep[],
  done: (at: number, state: unknown) => boolean,
): Steps<boolean> {
  let offset = at;
  let rested = at;
  let current = state;
  while (offset < text.length) {
    const result = reader.readBlocks(text, offset, current);
    steps.push({
      state: current,
      blocks: result.blocks,
      length: result.next - offset,
      looked: result.looked - offset,
    });
    offset = result.next;
    current = result.state;
    if (done(offset, current)) return true;
    if (offset - rested >= STEP) {
      rested = offset;
      yield;
    }
  }
  return false;
}

function reading(text: string, steps: readonly ReadStep[]): Reading {
  const blocks: Block[] = [];
  for (const step of steps) for (const block of step.blocks) blocks.push(block);
  return { text, blocks, steps };
}
