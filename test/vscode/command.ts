/** Running other programs: their output is shown as it comes, or kept and shown only on failure. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.ts';

export interface CommandResult {
  /** The exit code; 1 where a signal ended it. */
  readonly code: number;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Runs a program to its end. `quiet` keeps the output back. Rejects only where it can't be started. */
export function run(
  program: string,
  args: readonly string[],
  { quiet = false, ...options }: SpawnOptions & { readonly quiet?: boolean } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (!quiet) to.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program that must succeed; its output goes into the error where it doesn't. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  const { code, output } = await run(program, args, { ...options, quiet: true });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`);
}

/** Runs a script of `package.json` with these arguments, by the npm that runs this where there is one. */
export function runScript(
  script: string,
  scriptArguments: readonly string[] = [],
  options: { readonly quiet?: boolean } = {},
): Promise<CommandResult> {
  const npm = process.env.npm_execpath;
  const args = ['run', '--silent', script, '--', ...scriptArguments];
  return npm
    ? run(process.execPath, [npm, ...args], { cwd: root, ...options })
    : run('npm', args, { cwd: root, shell: process.platform === 'win32', ...options });
}

/** The full path of the first of `names` that stands in `PATH`. */
export function findProgram(...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here
      }
    }
  }
  return undefined;
}
