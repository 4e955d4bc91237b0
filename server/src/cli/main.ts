/** The command line's entry: loads what does the work, compiled before where it can be. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { load } from '../node/codeCache.ts';

// A run is short: by default V8 spends more on optimizing code than that code then saves. With this budget, a manuscript of
// 10,000 words takes 0.24 s of CPU time instead of 0.42 s, one of 100,000 words 0.75 s instead of 1.06 s (Node 20).
setFlagsFromString('--interrupt-budget=1600000');

// Each command has its own compiled code: what `check` runs is most of it, what `facts` runs nearly nothing.
const command = /^[a-z]{1,9}$/.exec(process.argv[2] ?? '')?.[0] ?? 'none';
interface Parts {
  readonly commandLine: () => Promise<typeof import('./program.ts')>;
}
const { exports, keep } = load<Parts>(join(__dirname, 'parts.js'), `cli-${command}`);
exports.commandLine().then(({ main }) => main(process, keep));
