/** Collecting young garbage between two keystrokes rather than in the middle of one. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Those whose V8 we know to take `minor`: another might collect the whole heap. */
const OLDEST = 20;
const NEWEST = 24;

/**
 * Makes a function that has V8 collect its nursery once all that waits has had its turn. Right after findings went out, the
 * version of a text before them is garbage, and little of it has been moved to where only long collections look.
 */
export function youngCollector(): () => void {
  const version = Number.parseInt(process.versions.node, 10);
  if (version < OLDEST || version > NEWEST) return () => {};
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
  // What is compiled is kept for processes that run under the same flags.
  setFlagsFromString('--no-expose-gc');
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      collect({ type: 'minor' });
    });
  };
}
