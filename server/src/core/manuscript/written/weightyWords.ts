/** The words of a long form that tell what it is about. */
import { remembered } from '../../remembered.ts';

/** Shorter words stand in any text. */
export const WEIGHTY = 4;

export const weightyWords = remembered((long): readonly string[] =>
  long.split(/[\s-]+/).filter(word => word.length >= WEIGHTY),
);
