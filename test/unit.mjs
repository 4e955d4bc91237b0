/**
 * Runs every `*.test.ts` below `test/` (the editor suites apart) with Node's own test runner.
 * Arguments filter by path: `npm run test:unit -- prose`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, normalize } from 'node:path';

// On Windows as they are written elsewhere, too: `core/classes`.
const filters = process.argv.slice(2).map(filter => normalize(filter));
const files = readdirSync('test', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map(entry => join(entry.parentPath ?? entry.path, entry.name))
  .filter(file => !file.startsWith(join('test', 'vscode')))
  .filter(file => filters.length === 0 || filters.some(filter => file.includes(filter)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches ${filters.join(' ')}.`);
  process.exit(1);
}
// Some suites run what a user runs: the built programs.
const built = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const options = [
  // Quicker to start than `--import tsx`, which sets up a thread for ES modules: there are none here.
  ...['--require', './test/seed.cjs', '--require', 'tsx/cjs'],
  // By itself Node leaves one processor idle, which is half of a small machine.
  ...['--test', `--test-concurrency=${availableParallelism()}`, '--test-reporter=spec'],
];
const { status } = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
