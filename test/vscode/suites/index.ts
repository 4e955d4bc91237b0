/** What the editor calls: carries out every suite and leaves the tally for the process that started it. */
import { writeFileSync } from 'node:fs';
import { carryOut } from '../mocha.ts';

/** Rejects where a test failed, so that the editor ends with an exit code other than 0. */
export async function run(): Promise<void> {
  const tally = await carryOut(async () => {
    await import('./package.ts');
    await import('./findings.ts');
    await import('./commandLine.ts');
    await import('./hover.ts');
    await import('./completion.ts');
    await import('./fixes.ts');
    await import('./definition.ts');
    await import('./rename.ts');
    await import('./lists.ts');
    await import('./project.ts');
    await import('./notebook.ts');
    await import('./glossary.ts');
    await import('./faults.ts');
    await import('./server.ts');
  });
  writeFileSync(process.env.IMMUNOGLOSS_RESULTS!, JSON.stringify(tally));
  if (tally.failed > 0) throw new Error(`${tally.failed} tests failed.`);
}
