/** How soon V8 optimizes: by default it spends more on that, in a run of a second, than the faster code then saves. */
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 looks whether to optimize it: measured, see `docs/bench.md`. A session's is
 * V8's own.
 */
const BUDGET = { short: 1_600_000, long: 400_000, session: 67_584 } as const;

/** Node 20's V8 has this flag; from Node 21 on, V8 counts calls instead, and says on stderr that it doesn't know the flag. */
const hasBudget = process.versions.node.startsWith('20.');

/** Has V8 optimize as it suits a run of about a second, one that takes several, or a session of hours; leaves it alone from Node 21 on. */
export function optimizeFor(run: keyof typeof BUDGET): void {
  if (hasBudget) setFlagsFromString(`--interrupt-budget=${BUDGET[run]}`);
}
