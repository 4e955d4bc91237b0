/** How soon V8 optimizes: by default it spends more on that, in a run of a second, than the faster code then saves. */
import { setFlagsFromString } from 'node:v8';

/** How many times as long as V8 itself would we wait: measured, see `docs/bench.md`. */
const PATIENCE = { short: 24, long: 6, session: 1 } as const;

const version = Number.parseInt(process.versions.node, 10);

/**
 * V8's own measures of when to look whether a function is worth it. Node 20: bytes of bytecode that it has run. Node 22 to 24:
 * calls, for each of two compilers. Others are left alone: V8 says on stderr that it doesn't know a flag.
 */
const MEASURES: Readonly<Record<string, number>> =
  version === 20
    ? { 'interrupt-budget': 67_584 }
    : version >= 22 && version <= 24
      ? { 'invocation-count-for-maglev': 400, 'invocation-count-for-turbofan': 3000 }
      : {};

/** Has V8 optimize as it suits a run of about a second, one that takes several, or a session of hours. */
export function optimizeFor(run: keyof typeof PATIENCE): void {
  for (const [flag, usual] of Object.entries(MEASURES)) {
    setFlagsFromString(`--${flag}=${usual * PATIENCE[run]}`);
  }
}
