/** ImmunoGloss: `ours.cjs lint|extract markdown|latex`. */
import { createBundledGlossary, createService } from '../../../server/src/core/index.ts';
import { readGlossaryFiles } from '../../../server/src/node/index.ts';
import { contend } from '../apart.ts';
import { extract, lint } from '../linting.ts';
import { type Format, manuscript } from '../manuscripts.ts';

const [task, format] = process.argv.slice(2) as ['lint' | 'extract', Format];
const service = createService(createBundledGlossary(readGlossaryFiles()));
const text = manuscript(format, 10_000);
const run = task === 'lint' ? lint : extract;
contend(() => run(service, format, text));
