/**
 * How much V8 optimizes. By default it spends more on that, in a run of a second, than the faster code then saves; and
 * much of what it spends goes into code of other functions that it takes into each. Measured in `docs/bench.md`.
 */
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 looks whether to optimize it. */
const BUDGET = { short: 1_600_000, long: 400_000 } as const;
/** Bytes of bytecode that an optimized function takes in from others. */
const INLINED = 200;

/** Has V8 optimize as it suits a run of about a second, or one that takes several. */
export function optimizeFor(run: keyof typeof BUDGET): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET[run]}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
}
