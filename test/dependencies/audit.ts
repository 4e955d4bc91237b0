/**
 * `npm run audit`: asks the registry for known holes in the packages that ship. Ends with 1 where one of them is high or
 * critical; where the registry doesn't answer, it says so and ends with 0, as that is no fault of ours. Options of
 * `npm audit` may follow.
 */
import { spawnSync } from 'node:child_process';
import { type Verdict, verdictOf } from './verdict.ts';

/** Milliseconds for the whole answer, which takes a second where nothing else is slow. */
const patience = 600_000;

function ask(): Verdict {
  const shell = process.platform === 'win32'; // npm is a .cmd file there
  const limits = ['--fetch-retries=1', '--fetch-timeout=20000'];
  const args = ['audit', '--omit=dev', '--json', ...limits, ...process.argv.slice(2)];
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: patience, shell });
  return verdictOf(stdout ?? '');
}

const { lines, code } = ask();
for (const line of lines) console.log(line);
process.exitCode = code;
