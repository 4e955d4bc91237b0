/**
 * One scheduler for all work that follows edits: many quick requests under one key run once, when the
 * client has paused.
 *
 * A lone keystroke is answered at once: its work runs as soon as the event loop has turned a few times
 * without another request, so that messages that already wait in the pipe are read first. When a second
 * request does come meanwhile, this is a burst, and the work waits for `burstPause`.
 */

import type { Steps } from '../core/index.ts';

/** Event loop turns without a new request after which a lone request runs. Two messages need two at most. */
const quietTurns = 4;
/** Milliseconds without a new request after which a burst is over. */
const burstPause = 40;
/** Milliseconds after which a burst that doesn't end is answered all the same. */
const burstLimit = 400;

/** Lets everything that already waits go first: long work asks for it between its parts. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/**
 * Does long work, and after each of its steps lets everything go first that waits.
 * @returns `undefined` where it was left, as nobody needed it any more
 */
export async function paced<T extends object>(
  steps: Steps<T>,
  isNeeded: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await nextTurn();
    if (!isNeeded()) return undefined;
  }
}

export interface Scheduler<Key> {
  /** Asks for a run. */
  readonly request: (key: Key) => void;
  /** Drops what waits under a key. */
  readonly cancel: (key: Key) => void;
}

interface Waiting {
  since: number;
  turns: number;
  timer: NodeJS.Timeout | undefined;
}

/** `run` must not throw. */
export function createScheduler<Key>(run: (key: Key) => void): Scheduler<Key> {
  const waiting = new Map<Key, Waiting>();

  function finish(key: Key): void {
    waiting.delete(key);
    run(key);
  }

  function turn(key: Key, entry: Waiting): void {
    setImmediate(() => {
      if (waiting.get(key) !== entry || entry.timer) return;
      if (++entry.turns >= quietTurns) finish(key);
      else turn(key, entry);
    });
  }

  return {
    request(key) {
      const entry = waiting.get(key);
      if (!entry) {
        const fresh = { since: Date.now(), turns: 0, timer: undefined };
        waiting.set(key, fresh);
        turn(key, fresh);
        return;
      }
      clearTimeout(entry.timer);
      const left = entry.since + burstLimit - Date.now();
      entry.timer = setTimeout(finish, Math.max(0, Math.min(burstPause, left)), key);
    },
    cancel(key) {
      clearTimeout(waiting.get(key)?.timer);
      waiting.delete(key);
    },
  };
}
