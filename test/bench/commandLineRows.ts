/** The command line as a whole process, its CPU time against textlint's. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manuscript } from './manuscripts.ts';
import { plainEnvironment } from './measure.ts';
import { textlintProgram } from './peers.ts';
import { type Row, rounded } from './table.ts';

/** `program`: our command line; `folder`: where manuscripts may be written; `full`: ten thousand of them, too. */
export function commandLineRows(program: string, folder: string, full: boolean): Row[] {
  return [
    ...(full ? [row(program, folder, 10_000, 100, 0.2, 0.15, 1)] : []),
    row(program, folder, 1, 10_000, 0.2, 0.15),
    row(program, folder, 1, 100_000, 0.08, 0.06),
    row(program, folder, 100, 1_000, 0.2, 0.15),
  ];
}

function row(
  program: string,
  parent: string,
  count: number,
  words: number,
  atLeast: number,
  stretch: number,
  runs = 3,
): Row {
  const folder = join(parent, `${count}-of-${words}`);
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < count; file++) {
    writeFileSync(join(folder, `text${file}.md`), manuscript('markdown', words + (file % 100)));
  }
  const times = { we: Number.POSITIVE_INFINITY, they: Number.POSITIVE_INFINITY };
  const { script, rules } = textlintProgram;
  for (let run = 0; run < runs; run++) {
    times.we = Math.min(times.we, cpuOf([program, 'check', folder], folder));
    times.they = Math.min(
      times.they,
      cpuOf(
        [script, '--rules-base-directory', rules, '--rule', 'unexpanded-acronym', `${folder}/*.md`],
        folder,
      ),
    );
  }
  return {
    id: `command-line-${count}-${words}`,
    what: `Command line, ${count === 1 ? 'a file' : `${count} files`} of ${words < 1000 ? words : `${words / 1000}k`} words, CPU against textlint’s`,
    value: times.we / times.they,
    unit: 'x',
    want: 'less',
    atLeast,
    stretch,
    measured: `${rounded(times.we)} ms; ${rounded(times.they)} ms`,
  };
}

/** CPU time in ms of a whole Node process: it writes down its own as it ends. Throws where it fails to. */
function cpuOf(args: readonly string[], folder: string): number {
  const [preload, note] = [join(folder, 'preload.cjs'), join(folder, 'cpu.txt')];
  writeFileSync(
    preload,
    `process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String((user + system) / 1000));
    });`,
  );
  writeFileSync(note, '');
  const { stderr, stdout } = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd: folder,
    env: plainEnvironment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const time = Number(readFileSync(note, 'utf8'));
  if (!(time > 0) || stdout === '') throw new Error(`${args.join(' ')} did not do its work:\n${stderr}`);
  return time;
}
