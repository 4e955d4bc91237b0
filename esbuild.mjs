/**
 * Builds `dist/`: the editor client, the language server, the command line, the glossary packed, and the licences
 * of the packages that went into them. `--watch` keeps at it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { context } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: process.argv.includes('--sourcemap'),
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.txt': 'text' },
  metafile: true,
};

/** `dist/server.js` and `dist/cli.js` are commands (`bin`). */
const banner = { js: '#!/usr/bin/env node' };

/**
 * Server and command line come in small files that begin, and one that does the work of both and is loaded afterwards, so that
 * nothing is read before `initialize` is answered that isn't needed for it. The library that speaks the protocol is a file
 * of its own, too.
 */
const protocol = {
  name: 'protocol',
  setup(build) {
    const external = () => ({ path: './protocol.js', external: true });
    build.onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, external);
  },
};

/**
 * What is built is ASCII: a single letter beyond it, as esbuild leaves them in regular expressions, and a program of a
 * megabyte takes two in memory for as long as it runs.
 */
const ascii = {
  name: 'ascii',
  setup(build) {
    const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    build.onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const { outfile } = build.initialOptions;
      writeFileSync(outfile, readFileSync(outfile, 'utf8').replace(/[^\0-\x7F]/g, escaped));
    });
  },
};
const plugins = [protocol, ascii];

const builds = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { entryPoints: ['vscode-languageserver/node'], outfile: 'dist/protocol.js' },
  { entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js', banner, plugins },
  { entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner },
  { entryPoints: ['server/src/parts.ts'], outfile: 'dist/parts.js', plugins },
];

const contexts = await Promise.all(builds.map(build => context({ ...shared, ...build })));
if (process.argv.includes('--watch')) {
  await Promise.all(contexts.map(each => each.watch()));
} else {
  const results = await Promise.all(contexts.map(each => each.rebuild()));
  await Promise.all(contexts.map(each => each.dispose()));
  const { packedGlossary } = createRequire(import.meta.url)('./dist/parts.js');
  writeFileSync('dist/glossary.pack', await packedGlossary());
  writeFileSync('dist/NOTICES.txt', notices(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
}

/** The name, version and licence text of every package that one of the bundled files came from. */
function notices(files) {
  const folders = files.map(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const parts = [...new Set(folders.filter(Boolean))].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = readdirSync(folder).find(file => /^licen[cs]e(\.|$)/i.test(file));
    if (!text) throw new Error(`${name} is bundled, but has no licence file.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, text), 'utf8').trim()}\n`;
  });
  return ['ImmunoGloss contains these packages.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
