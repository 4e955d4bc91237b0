/** `check --fix`: what becomes of the texts that were fixed. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { type Choice, type Severity, safeFix } from '../core/index.ts';
import { replaceFile, uriOf, writeProblem } from '../node/index.ts';
import { STANDARD_INPUT } from './inputs.ts';
import type { Reading, ReadingRequest } from './reading.ts';
import type { FixedFile } from './report.ts';
import { UsageError } from './usage.ts';

/** `write`: into their files. `print`: the one on standard input, to standard output. `diff`: what would change. */
export type FixingMode = 'none' | 'write' | 'print' | 'diff';

/** What the options ask for. Throws `UsageError` where they contradict each other. */
export function fixingOf(
  { fix, 'dry-run': dryRun, format }: { fix?: boolean; 'dry-run'?: boolean; format?: string },
  { paths }: ReadingRequest,
): FixingMode {
  if (!fix) {
    if (dryRun) throw new UsageError('--dry-run is asked for without --fix');
    return 'none';
  }
  const printed = dryRun || paths.includes(STANDARD_INPUT);
  if (printed && format !== undefined) {
    throw new UsageError(
      `--format says how findings are reported: --fix ${dryRun ? '--dry-run' : '-'} reports none`,
    );
  }
  if (dryRun) return 'diff';
  if (!printed) return 'write';
  if (paths.length > 1) throw new UsageError('--fix takes - or other PATHS, not both');
  return 'print';
}

/** The safe fixes of what is reported: a finding that isn't severe enough to be seen isn't fixed unseen. */
export function safeFixOf(reported: ReadonlySet<Severity>): Choice {
  return diagnostic => (reported.has(diagnostic.severity) ? safeFix(diagnostic) : undefined);
}

/** Writes the files that have changed; tells of each that cannot be written, and answers with their addresses. */
export async function writeFixed(
  files: readonly FixedFile[],
  reading: Reading,
): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  for (const { uri, path, before, after } of files) {
    if (after === before) continue;
    try {
      await replaceFile(uri, after);
    } catch (error) {
      reading.fail(`${path} ${writeProblem(error)}`);
      lost.add(uri);
    }
  }
  return lost;
}

/** The fixed text of standard input. */
export function printedText(files: readonly FixedFile[], stdinFilename = STANDARD_INPUT): string {
  const stdin = uriOf(stdinFilename);
  return files.find(({ uri }) => uri === stdin)?.after ?? '';
}

/** What fixing would change, as a unified diff (GNU diffutils, "Detailed Description of Unified Format"). */
export function unifiedDiff(files: readonly FixedFile[]): string {
  return files
    .filter(({ before, after }) => before !== after)
    .map(({ path, before, after }) =>
      createTwoFilesPatch(path, path, before, after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}
