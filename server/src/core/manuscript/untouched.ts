/** Which abbreviations an edit within a block leaves as they were there, and how far from the edit they stand. */
import { distanceFrom, isMoved } from '../moved.ts';
import type { BlockEdit, Span } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import type { BlockDefinition } from './defined.ts';
import type { Contribution } from './group.ts';
import type { BlockSpelling } from './spellings.ts';

/** So far is what has changed. */
const CHANGED = -1;

/**
 * How far from an edit what a block says of each abbreviation stands, by key: negative where that is another thing than before.
 * None are known where it says more or less than before.
 */
export function distancesFrom(
  edit: BlockEdit,
  before: readonly Contribution[],
  now: readonly Contribution[],
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  if (before.length !== now.length) return distances;
  const put = (key: string, distance: number): void => {
    const known = distances.get(key);
    if (known === undefined || distance < known) distances.set(key, distance);
  };
  for (let index = 0; index < now.length; index++) {
    const [one, other] = [before[index]!, now[index]!];
    put(one.key, distanceOfMoved(one, other, edit));
    if (one.key !== other.key) put(other.key, CHANGED);
  }
  return distances;
}

function distanceOfMoved(one: Contribution, other: Contribution, edit: BlockEdit): number {
  if (one.key !== other.key) return CHANGED;
  if (one.kind === 'mention')
    return other.kind === 'mention' && isMovedMention(one, other, edit)
      ? Math.min(distanceFrom(one, edit), distanceFrom(one.token, edit))
      : CHANGED;
  if (one.kind === 'spelling')
    return other.kind === 'spelling' && isMovedSpelling(one, other, edit) ? distanceFrom(one, edit) : CHANGED;
  return other.kind === 'definition' && isMovedDefinition(one, other, edit)
    ? distanceFrom(hullOf(one), edit)
    : CHANGED;
}

function isMovedMention(one: BlockMention, other: BlockMention, edit: BlockEdit): boolean {
  return (
    one.form === other.form &&
    one.role === other.role &&
    one.defining === other.defining &&
    one.token.surface === other.token.surface &&
    one.token.evidence === other.token.evidence &&
    one.token.key === other.token.key &&
    isMoved(one, other, edit) &&
    isMoved(one.token, other.token, edit)
  );
}

function isMovedSpelling(one: BlockSpelling, other: BlockSpelling, edit: BlockEdit): boolean {
  return one.long === other.long && one.defining === other.defining && isMoved(one, other, edit);
}

function isMovedDefinition(one: BlockDefinition, other: BlockDefinition, edit: BlockEdit): boolean {
  const [from, to] = [one.definition, other.definition];
  return (
    SAID.every(name => one[name] === other[name]) &&
    from.form === to.form &&
    from.key === to.key &&
    from.reads === to.reads &&
    isMoved(from, to, edit) &&
    isMoved(from.short, to.short, edit) &&
    isMoved(from.long, to.long, edit)
  );
}

const SAID = ['form', 'spelling', 'role', 'long', 'shortText', 'longText', 'longRead', 'foldedLong'] as const;

function hullOf({ definition: { start, end, short, long } }: BlockDefinition): Span {
  return { start: Math.min(start, short.start, long.start), end: Math.max(end, short.end, long.end) };
}
