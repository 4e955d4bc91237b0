/** Blocks in which commands of the author's own print terms, as they read: `\car` is CAR. */
import type { Block, BlockFacts, Mark, Span } from '../types.ts';

/** A masked block with its terms written out. */
export interface Expansion {
  readonly masked: string;
  /** The block's other marks, where they stand in it. */
  readonly marks: readonly Mark[];
  /** Where a span of it stands in the block: what touches a command's term covers the whole command. */
  readonly origin: (span: Span) => Span;
  /** Where an offset of the block stands in it. */
  readonly place: (at: number) => number;
}

/** A command: where it stands in the block, and where what it prints stands in the expansion. */
interface Printed {
  readonly source: Span;
  readonly text: Span;
}

/** Whether a mark is a command that prints a term. */
const isTerm = ({ kind, key }: Mark): boolean => kind === 'term' && key !== undefined;

/** Writes out the terms of a block; undefined where it has none. Linear. */
export function expandTerms({ masked, marks }: Block): Expansion | undefined {
  if (!marks?.some(isTerm)) return undefined;
  const parts: string[] = [];
  const printed: Printed[] = [];
  let done = 0;
  let length = 0;
  for (const { start, end, key = '' } of marks.filter(isTerm)) {
    const from = length + start - done;
    parts.push(masked.slice(done, start), key);
    length = from + key.length;
    printed.push({ source: { start, end }, text: { start: from, end: length } });
    done = end;
  }
  parts.push(masked.slice(done));

  const place = (at: number): number => {
    const near = lastOf(printed, ({ source }) => source.start <= at);
    if (near === undefined) return at;
    const { source, text } = near;
    if (at >= source.end) return text.end + at - source.end;
    return Math.min(text.end, text.start + at - source.start);
  };
  const origin = ({ start, end }: Span): Span => {
    const first = lastOf(printed, ({ text }) => text.start <= start);
    const last = lastOf(printed, ({ text }) => text.start < end);
    return {
      start:
        first === undefined
          ? start
          : start < first.text.end
            ? first.source.start
            : first.source.end + start - first.text.end,
      end: last === undefined ? end : last.source.end + Math.max(0, end - last.text.end),
    };
  };
  const others = marks.filter(mark => !isTerm(mark));
  return {
    masked: parts.join(''),
    marks: others.map(mark => ({ ...mark, start: place(mark.start), end: place(mark.end) })),
    origin,
    place,
  };
}

/** Moves what was found in an expansion to where it stands in the block, whose mask is `masked`. */
export function toOrigin(facts: BlockFacts, expansion: Expansion, masked: string): BlockFacts {
  const { origin } = expansion;
  return {
    words: facts.words,
    tokens: facts.tokens.map(token => ({ ...token, ...origin(token) })),
    definitions: facts.definitions.map(definition => {
      const short = origin(definition.short);
      const reads = expansion.masked.slice(definition.short.start, definition.short.end);
      return {
        ...definition,
        ...origin(definition),
        short,
        long: origin(definition.long),
        ...(reads !== masked.slice(short.start, short.end) && { reads }),
      };
    }),
  };
}

/** The last one of a list for which `test` holds, where it holds for all before it. */
function lastOf(list: readonly Printed[], test: (each: Printed) => boolean): Printed | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
