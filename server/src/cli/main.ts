/** The command line's entry: loads what does the work, compiled before where it can be. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { load } from '../node/codeCache.ts';
import { optimizeFor } from '../node/optimizing.ts';

optimizeFor('short');
// V8 forgets what a long run compiled and long hasn't run, its start above all: what is kept of it then made all later
// runs a fifth slower.
setFlagsFromString('--no-flush-bytecode');
// A regular expression that is asked once is mostly asked again: what V8 compiles for the first time only is thrown away.
setFlagsFromString('--no-regexp-tier-up');

const STANDARD_OUTPUT = 1;

// Each command has its own compiled code: what `check` runs is most of it, what `facts` runs nearly nothing.
const command = /^[a-z]{1,9}$/.exec(process.argv[2] ?? '')?.[0] ?? 'none';
interface Parts {
  readonly commandLine: () => Promise<typeof import('./program.ts')>;
}
const { exports, keep } = load<Parts>(join(__dirname, 'parts.js'), `cli-${command}`);
exports.commandLine().then(({ main }) => main(process, keep, STANDARD_OUTPUT));
