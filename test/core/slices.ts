import type { Definition } from '../../server/src/core/index.ts';

/** Definitions as `short = long`, as the text writes them. */
export const slices = (text: string, found: readonly Definition[]): string[] =>
  found.map(
    ({ short, long }) => `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
  );
