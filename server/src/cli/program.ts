/** The command line: chooses the command, and turns how it ends into an exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extent } from '../node/codeCache.ts';
import { writeProblem } from '../node/writeProblem.ts';
import type { Work } from './documents.ts';
import { type Terminal, terminalOf } from './output.ts';
import { COMMAND_HELP, type CommandName, ExitCode, GENERAL_HELP, UsageError } from './usage.ts';

type Command = (args: readonly string[], terminal: Terminal, work: Work) => Promise<ExitCode>;

/** What `keep` is told of a run: see `Loaded`. */
type Keep = (extent: Extent) => void;

/** Characters after whose reading hardly anything is left that a manuscript could still make us compile. */
const MUCH = 20_000;

/** Each is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  analyze: async () => (await import('./commands/analyze.ts')).analyze,
  lookup: async () => (await import('./commands/lookup.ts')).lookup,
  export: async () => (await import('./commands/export.ts')).exportList,
  import: async () => (await import('./commands/import.ts')).importForms,
  facts: async () => (await import('./commands/facts.ts')).facts,
};

async function run(args: readonly string[], terminal: Terminal, keep: Keep): Promise<ExitCode> {
  const [name, ...rest] = args;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? (name as CommandName) : undefined;
  const options = optionsOf(args);
  if (options.some(option => option === '--help' || option === '-h')) {
    await terminal.print(command === undefined ? GENERAL_HELP : COMMAND_HELP[command]);
    return ExitCode.nothing;
  }
  if (options.some(option => option === '--version' || option === '-v')) {
    await terminal.print(`${version()}\n`);
    return ExitCode.nothing;
  }
  if (command === undefined) {
    terminal.complain(name === undefined ? 'no command is given' : `"${name}" is no command`);
    terminal.complain('see immunogloss --help');
    return ExitCode.failed;
  }
  try {
    const work: Work = { characters: undefined };
    const code = await (await COMMANDS[command]())(rest, terminal, work);
    // What a short manuscript left would make all longer ones compile the rest, run after run.
    if (code !== ExitCode.failed) keep((work.characters ?? MUCH) < MUCH ? 'part' : 'whole');
    return code;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(error.message);
    terminal.complain(`see immunogloss ${command} --help`);
    return ExitCode.failed;
  }
}

/** The arguments before `--`, which ends the options. */
function optionsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

/** The version of the package that we were built into. */
function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(__dirname, '..', 'package.json'), 'utf8'),
  );
  return manifest.version;
}

/**
 * Runs the command that the arguments of this process name, and ends the process with its exit code.
 * @param keep called when a command has done its work: what is compiled by then is what it takes
 * @param descriptor see `terminalOf`
 */
export function main(process: NodeJS.Process, keep: Keep, descriptor?: number): void {
  const terminal = terminalOf(process, descriptor, error => {
    // Whoever reads our output may stop reading: `immunogloss check . | head`.
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`immunogloss: standard output ${writeProblem(error)}\n`);
    process.exit(ExitCode.failed);
  });
  run(process.argv.slice(2), terminal, keep)
    .finally(terminal.finish)
    .catch((error: unknown) => {
      process.stderr.write(`immunogloss: ${error instanceof Error ? error.stack : String(error)}\n`);
      return ExitCode.failed;
    })
    // Now, since V8 would collect its whole heap first: it has put that off until nothing is left to be done.
    .then(code => process.exit(code));
}
