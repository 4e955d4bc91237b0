/** Mocha as a library: here and inside the extension host. */
import Mocha from 'mocha';
import { brief, none, type Tally } from './tally.ts';
import { patience } from './until.ts';

/** Runs what `declare` describes, in order, and prints it. A pending test counts as failed. */
export async function carryOut(declare: () => unknown): Promise<Tally> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 8 * patience, slow: 5_000 });
  if (process.env.VSCODE_TEST_GREP) mocha.grep(process.env.VSCODE_TEST_GREP);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await declare();
  return new Promise(resolve => {
    const told: string[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ ...none, passed: passes, failed: failures + pending, failures: told });
    });
    runner.on('fail', (test, error) => told.push(brief(`${test.fullTitle()}\n${error}`)));
    runner.on('pending', test => told.push(`${test.fullTitle()} was left out`));
  });
}
