/** Of the senses that letters can have, those that a spelling means. */
import type { GlossaryEntry } from '../types.ts';

/**
 * The senses that are written exactly like this form (without plural ending), or all where none is: `cART` isn't
 * `CAR-T`, and `Fc` no fold change (`FC`). Capitals and hyphens are the writer's, so that they decide between
 * senses, and never take the only ones away.
 */
export function spelledSenses(senses: readonly GlossaryEntry[], form: string): readonly GlossaryEntry[] {
  if (senses.length === 0) return senses;
  const exact = senses.filter(entry => isSpelled(entry, form));
  return exact.length > 0 ? exact : senses;
}

/** Whether an entry's short form or one of its variants is written exactly so. */
export function isSpelled({ short, variants }: GlossaryEntry, form: string): boolean {
  return short === form || variants?.includes(form) === true;
}
