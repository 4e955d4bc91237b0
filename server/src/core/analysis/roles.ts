/** What a role means for linting: which blocks are prose, and in which scope their uses count. */
import type { FirstUse, Role, ScopeName } from '../types.ts';

/** The scope in which a use in a block of this role counts as one, if it does. AMA 2.8.3: headings don't. */
export function scopeOf(role: Role): ScopeName | undefined {
  switch (role) {
    case 'abstract':
      return 'abstract';
    case 'body':
    case 'footnote':
    case 'supplement':
      return 'main';
    default:
      return undefined;
  }
}

/**
 * Whether it is a caption, a table or a box: text that stands by itself, satisfied by any definition of the main text,
 * and never its first use.
 */
export function isDisplay(role: Role): boolean {
  return role === 'caption' || role === 'table' || role === 'box';
}

/** Whether blocks of this role are prose to lint and count. */
export function isProse(role: Role): boolean {
  return scopeOf(role) !== undefined || isDisplay(role);
}

/** Roles whose uses are counted as uses: prose, and headings. */
export function isUse(role: Role): boolean {
  return isProse(role) || role === 'heading';
}

/** AMA 2.8.3: headings are no first use; abstract and main text are each defined by themselves. */
export const USUAL_FIRST_USE: FirstUse = { headings: false, resets: ['abstract'] };

/** What a block of a role counts as. */
export type CountedAs = (role: Role) => Role;

/** What blocks count as, where first use is judged so: a heading or an abstract as main text, or as what it is. */
export function countedBy({ headings, resets }: FirstUse = USUAL_FIRST_USE): CountedAs {
  const isOne = !resets.includes('abstract');
  return role => ((role === 'heading' && headings) || (role === 'abstract' && isOne) ? 'body' : role);
}
