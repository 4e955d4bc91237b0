/**
 * `npm test`: everything, the real editor included. `npm test -- PART…` runs some parts only.
 *
 * Before anything long it looks for what it can't fetch by itself and ends with the one line that
 * installs it. What it can fetch goes into a cache outside the checkout (`test/vscode/paths.ts`).
 * `VSCODE_TEST_EDITOR=desktop|workbench` forces the editor, `VSCODE_TEST_VERBOSE=1` shows its own log.
 */
import { arch, release } from 'node:os';
import { join } from 'node:path';

try {
  await import('tsx'); // from here on TypeScript can be imported
} catch {
  console.error('Run this first: npm ci');
  process.exit(1);
}
const { bundle } = await import('./vscode/bundle.ts');
const { findProgram, run, runScript } = await import('./vscode/command.ts');
const editors = await import('./vscode/editors.ts');
const { runInHost } = await import('./vscode/host.ts');
const { runInWindow } = await import('./vscode/window.ts');
const { withLock } = await import('./vscode/lock.ts');
const { out, root } = await import('./vscode/paths.ts');
const { add, filesOf, none, settle, single, tallyOfNode } = await import('./vscode/tally.ts');

const choice = await editors.chooseEditor();
const missing = editors.missingPackages(choice);
if (missing.length > 0) {
  console.error(editors.installLine(missing));
  process.exit(1);
}
if (choice.kind === 'desktop' && !editors.hasDisplay()) {
  const again = ['-a', process.execPath, ...process.argv.slice(1)];
  process.exit((await run(findProgram('xvfb-run'), again)).code);
}

/** What a part counts as that didn't come to its end. */
const broken = error => {
  console.error(error);
  return single(false, String(error));
};
/** Runs a part, and once more what failed in it. */
const steadily =
  (part, failed = part) =>
  async () => {
    const first = await part().catch(broken);
    if (first.failed === 0) return first;
    console.log('\nSomething failed; what fails again has failed:');
    return settle(first, await failed(first));
  };
const inEditor = (age, suites) => steadily(async () => suites(await editors.fetchEditor(choice, age)));
const unitTests = async (...filters) => tallyOfNode(await runScript('test:unit', filters));
/** Every part, in order, with what it tells of itself. */
const parts = {
  check: async () => single((await runScript('check')).code === 0, 'npm run check'),
  unit: steadily(unitTests, first => unitTests(...filesOf(first))),
  package: async () => {
    const packaged = (await runScript('package')).code === 0;
    if (!packaged) return single(false, 'npm run package');
    const tests = [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=spec',
      join('test', 'vscode', 'package.test.ts'),
    ];
    return add(
      single(true, 'npm run package'),
      tallyOfNode(await run(process.execPath, tests, { cwd: root })),
    );
  },
  newest: inEditor('newest', runInHost),
  floor: inEditor('floor', runInHost),
  window: inEditor('newest', runInWindow),
};

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !(name in parts));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
console.log(`${process.platform} ${release()} ${arch()}, Node ${process.version}`);
console.log(`Editor: ${choice.kind} VS Code, since ${choice.why}.`);
if (asked.length > 0) console.log(`Only these parts: ${asked.join(', ')}.`);

let total = none;
await withLock(join(root, 'out', 'test.lock'), async () => {
  await bundle();
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n=== ${name}`);
    const start = performance.now();
    const tally = await part().catch(broken);
    const named = list => list.map(failure => `${name}: ${failure}`);
    total = add(total, { ...tally, failures: named(tally.failures), unsteady: named(tally.unsteady) });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`=== ${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`);
  }
});
console.log(`\nScreenshots and other output: ${out}`);
for (const failure of total.unsteady) console.log(`\nFailed once, and passed when run again: ${failure}`);
// Whoever sees the end of a log alone sees all that failed.
for (const failure of total.failures) console.log(`\n✖ ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
