/** Findings about a habit of writing: one at the first place, the others as related information, one fix for all. */
import type { Analysis, Finding, Fix, Span, TextEdit } from '../types.ts';

/** A place that is written otherwise than it should be, and what to write there. */
export interface Slip extends Span {
  readonly analysis: Analysis;
  readonly newText: string;
}

/** Places elsewhere that a finding names at most. */
const MOST_RELATED = 20;

/**
 * One finding for all the places. `slips` are in reading order, and at least one.
 * @param here the title of a fix that mends the first place alone, where there are others; these are told then
 */
export function findingFor(
  slips: readonly Slip[],
  about: Pick<Finding, 'short' | 'identity' | 'message' | 'doubtful'>,
  title: string,
  here?: string,
): Finding {
  const [first, ...others] = slips as [Slip, ...Slip[]];
  const { analysis, start, end } = first;
  return {
    ...about,
    analysis,
    start,
    end,
    related: others.slice(0, MOST_RELATED).map(other => ({
      uri: other.analysis.document.uri,
      start: other.start,
      end: other.end,
      message: 'Also here.',
    })),
    fixes: (): readonly Fix[] => [
      {
        title: others.length === 0 ? title : `${title} (${slips.length} places)`,
        edits: slips.map(edit),
        preferred: true,
      },
      ...(here !== undefined && others.length > 0 ? [{ title: here, edits: [edit(first)] }] : []),
    ],
  };
}

function edit({ analysis, start, end, newText }: Slip): TextEdit {
  return { uri: analysis.document.uri, start, end, newText };
}

/** Items by what they have in common, in the order in which that first comes. */
export function bySameOf<T>(
  items: readonly T[],
  commonOf: (item: T) => string,
): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const common = commonOf(item);
    const group = groups.get(common);
    if (group === undefined) groups.set(common, [item]);
    else group.push(item);
  }
  return groups;
}
