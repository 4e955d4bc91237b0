/** What a system says of a file that it could not write, in words. */

/** Why a file could not be written, as the end of a sentence that begins with its path. */
export function writeProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'may not be written (permission denied)';
    case 'EROFS':
      return 'is on a disk that can only be read';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'cannot be written: the disk is full';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'cannot be written: a file stands where its folder should be';
    case '':
      return `cannot be written: it ${error instanceof Error ? error.message : String(error)}`;
    default:
      return `cannot be written (${code})`;
  }
}
