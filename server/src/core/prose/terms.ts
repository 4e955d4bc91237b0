import type { Terms } from '../types.ts';

export const NO_TERMS: Terms = new Map();

/** Whether both make the same commands for the same terms. */
export function sameTerms(a: Terms, b: Terms): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [command, term] of a) if (b.get(command) !== term) return false;
  return true;
}
