/**
 * `npm run vscode [-- FILE]`: opens a manuscript (`examples/car-nk-editorial.md`) in VS Code with this
 * extension: in desktop VS Code where `code` is in PATH, else in the workbench, served for a browser.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { findProgram, mustRun, run, runScript } from './command.ts';
import { fetchEditor, installLine, missingPackages } from './editors.ts';
import { cache, root } from './paths.ts';
import { installExtension, writeSettings } from './profile.ts';
import { startServer, windowAddress } from './workbench/server.ts';

async function open(file: string): Promise<void> {
  const desktop = findProgram(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (desktop !== undefined) {
    await mustRun(process.execPath, ['esbuild.mjs'], { cwd: root });
    const shell = process.platform === 'win32';
    const args = [`--extensionDevelopmentPath=${root}`, '--new-window', resolve(file)];
    process.exitCode = (await run(desktop, args, { shell })).code;
    return;
  }
  const choice = { kind: 'workbench', why: 'there is no `code` in PATH' } as const;
  const missing = missingPackages(choice).filter(name => name !== 'chromium'); // any browser will do
  if (missing.length > 0) throw new Error(installLine(missing));
  console.log('No desktop VS Code here (`code` is not in PATH): serving its workbench for a browser.');
  await bundle();
  const packaged = await runScript('package', [], { quiet: true });
  if (packaged.code !== 0) throw new Error(packaged.output);
  const editor = await fetchEditor(choice, 'newest');
  const profile = {
    userData: join(cache, 'window', 'data'),
    extensions: join(cache, 'window', 'extensions'),
  };
  mkdirSync(profile.extensions, { recursive: true });
  writeSettings(profile);
  await installExtension(editor, profile);
  const server = await startServer({ ...profile, workbench: editor.workbench! });
  console.log(
    `\nOpen this in a browser:\n  ${windowAddress(server.host, { folder: dirname(resolve(file)), files: [file] })}`,
  );
  console.log('Ctrl+C stops it.');
  process.once('SIGINT', () => server.stop());
  process.once('SIGTERM', () => server.stop());
  await server.ended;
}

open(process.argv[2] ?? join(root, 'examples', 'car-nk-editorial.md')).catch(error => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
