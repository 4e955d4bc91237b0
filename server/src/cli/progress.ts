/** What tells somebody who is waiting how far it has come. */

export interface Progress {
  /** One more is done. */
  readonly step: () => void;
  /** All are: what was shown goes. */
  readonly end: () => void;
}

/** Milliseconds before anything is shown, and between two changes of it. */
const PATIENCE = 1000;
const PAUSE = 200;

/**
 * Counts steps, and shows their number once they take long.
 * @param text what to show of a number
 * @param note shows a text in place of the one before; an empty one takes it away
 * @param now milliseconds
 */
export function createProgress(
  text: (count: number) => string,
  note: (text: string) => void,
  now: () => number = Date.now,
): Progress {
  let count = 0;
  let next = now() + PATIENCE;
  let isShown = false;
  return {
    step() {
      count++;
      const time = now();
      if (time < next) return;
      next = time + PAUSE;
      isShown = true;
      note(text(count));
    },
    end() {
      if (isShown) note('');
    },
  };
}
