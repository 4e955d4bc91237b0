/** Builds what ships, bundles the bench the same way, and runs it. Arguments: see `main.ts`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = join('out', 'bench');
const shipped = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
if (shipped.status !== 0) process.exit(1);
await build({
  entryPoints: ['main.ts', 'trivialServer.ts', 'contenders/*.ts'].map(name => `test/bench/${name}`),
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [join(out, 'main.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
