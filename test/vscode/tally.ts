import { stripVTControlCharacters } from 'node:util';

/** What every part of the tests tells of itself. A test that was skipped counts as failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What failed, each with the first lines of why. */
  readonly failures: readonly string[];
  /** What failed first and passed when it was run again, told in the same way. */
  readonly unsteady: readonly string[];
}

/** Lines that are told of one failure. */
const mostLines = 12;

export const none: Tally = { passed: 0, failed: 0, failures: [], unsteady: [] };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
  unsteady: [...a.unsteady, ...b.unsteady],
});

/** One thing that either worked or didn't. */
export const single = (worked: boolean, name: string): Tally =>
  worked ? { ...none, passed: 1 } : { ...none, failed: 1, failures: [name] };

/**
 * What counts where something failed and was run `again`: only what failed both times. A machine with other work makes an
 * editor late now and then; what our code does wrong it does again. `again` may be without what had passed.
 */
export function settle(first: Tally, again: Tally): Tally {
  const passed = Math.max(again.passed, first.passed + first.failed - again.failed);
  return again.failed > 0
    ? { ...again, passed }
    : { ...none, passed, unsteady: [...first.unsteady, ...first.failures] };
}

/** The test files in which something failed, as Node's runner names them. */
export const filesOf = ({ failures }: Tally): string[] => [
  ...new Set(failures.flatMap(failure => /^(.+\.test\.ts):\d+:\d+$/m.exec(failure)?.[1] ?? [])),
];

/** A failure as it is told: the first lines of its text, but none of its stack. */
export function brief(text: string): string {
  const lines = stripVTControlCharacters(text).trimEnd().split('\n');
  const stack = lines.findIndex(line => /^ +at .*[:)]/.test(line));
  return lines
    .slice(0, stack < 0 ? lines.length : stack)
    .filter(line => line.trim() !== '')
    .slice(0, mostLines)
    .join('\n');
}

/** Reads the closing lines of Node's test runner, whichever reporter wrote them; what failed, as its `spec` tells it. */
export function tallyOfNode({ code, output }: { readonly code: number; readonly output: string }): Tally {
  const plain = stripVTControlCharacters(output);
  const count = (what: string) =>
    Number(new RegExp(`^(?:#|\\u2139) ${what} (\\d+)$`, 'm').exec(plain)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  const passed = count('pass');
  const [, ...failures] = (plain.split('\n✖ failing tests:\n')[1] ?? '').split(/^test at /m).map(brief);
  if (failed === 0 && (code !== 0 || passed === 0))
    return { ...none, passed, failed: 1, failures: [`It ended with ${code}:\n${plain.slice(-1000)}`] };
  return { ...none, passed, failed, failures };
}
