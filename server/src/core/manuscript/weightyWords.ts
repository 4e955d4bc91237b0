/** The words of a long form that tell what it is about. */

/** Shorter words stand in any text. */
export const WEIGHTY = 4;

export function weightyWords(long: string): readonly string[] {
  return long.split(/[\s-]+/).filter(word => word.length >= WEIGHTY);
}
