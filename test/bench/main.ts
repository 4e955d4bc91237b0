/**
 * `npm run bench`: prints what speed was reached and what was hoped for, each measured beside its peer or floor.
 * What it takes from the clock, and not from the CPU, is worth its ratio only.
 *
 * `--full` adds manuscripts of a million words, a glossary of 500,000 entries and 10,000 files · `--json FILE` keeps
 * the rows · `--compare FILE` names what got worse since · other words choose rows: lint, server, glossary,
 * command-line.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBundledGlossary, createService } from '../../server/src/core/index.ts';
import { readGlossaryFiles } from '../../server/src/node/index.ts';
import { commandLineRows } from './commandLineRows.ts';
import { glossaryEntries } from './glossaries.ts';
import { glossaryRows } from './glossaryRows.ts';
import { lintRows } from './lintRows.ts';
import { installPeers, peerVersions } from './peers.ts';
import { serverRows } from './serverRows.ts';
import { type Row, slowed, tableOf } from './table.ts';

const BIG = 100_000;
const HUGE = 500_000;
const folder = resolve('out/bench');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    json: { type: 'string' },
    compare: { type: 'string' },
  },
});

/** A home folder whose glossary holds the generated entries. */
function homeWith(generated: string): string {
  const home = join(folder, 'home');
  mkdirSync(join(home, '.immunogloss'), { recursive: true });
  writeFileSync(join(home, '.immunogloss', 'generated.json'), generated);
  return home;
}

async function main(): Promise<number> {
  installPeers();
  const bundled = createBundledGlossary(readGlossaryFiles());
  const generated = JSON.stringify(glossaryEntries(BIG));
  const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
    lint: () => lintRows(createService(bundled), values.full),
    glossary: () =>
      glossaryRows(bundled, generated, values.full ? JSON.stringify(glossaryEntries(HUGE)) : undefined),
    server: () =>
      serverRows({
        ours: resolve('dist/server.js'),
        home: homeWith(generated),
        trivial: join(folder, 'trivialServer.cjs'),
      }),
    'command-line': () => commandLineRows(resolve('dist/cli.js'), join(folder, 'manuscripts'), values.full),
  };
  const unknown = positionals.filter(name => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`No such rows: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  const rows: Row[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.error(`measuring: ${name} …`);
    rows.push(...(await part()));
  }
  console.log(tableOf(rows));
  console.log(`\n${new Date().toISOString().slice(0, 10)}; ${machine()}; ${peerVersions.join(', ')}.`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (values.compare === undefined) return 0;
  const worse = slowed(rows, JSON.parse(readFileSync(values.compare, 'utf8')) as Row[]);
  console.log(worse.length === 0 ? '\nNothing slowed.' : `\nSlowed:\n${worse.join('\n')}`);
  return worse.length === 0 ? 0 : 1;
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${platform()} ${arch()}, Node ${process.version}`;
}

void main().then(code => {
  process.exitCode = code;
});
