/** How an abbreviation stands in each scope. */
import { isDisplay, scopeOf } from '../analysis/roles.ts';
import type { ScopeName, Status } from '../types.ts';
import type { BlockDefinition } from './defined.ts';
import type { Contributed, Group } from './group.ts';
import { isBefore, type Place } from './place.ts';

function placeOf({ position, found: { definition } }: Contributed<BlockDefinition>): Place {
  // The short form, not the long one, is what a use must not come before.
  return { position, start: definition.short.start };
}

const ORDER: readonly Status[] = [
  'defined',
  'macro',
  'exempt',
  'defined-only-in-list',
  'defined-only-in-abstract',
  'used-before-definition',
  'undefined',
];

/** The worst of both scopes; the fallback where neither uses it. */
export function worst(scopes: Readonly<Record<ScopeName, Status | null>>, fallback: Status): Status {
  const { abstract, main } = scopes;
  if (abstract === null) return main ?? fallback;
  if (main === null) return abstract;
  return ORDER.indexOf(abstract) > ORDER.indexOf(main) ? abstract : main;
}

/**
 * The status in one scope; null where the scope doesn't use the abbreviation.
 * @param exempt it needs no definition by the policy (a late one is still late)
 */
export function statusIn(scope: ScopeName, group: Group, exempt: boolean): Status | null {
  const { definitions } = group;
  const first = group.first(scope);
  const shown = scope === 'main' && group.shown;
  if (first === undefined && !shown) return null;
  // As of most.
  if (definitions.length === 0) return exempt ? 'exempt' : 'undefined';
  // The format prints the long form by itself.
  if (definitions.some(isMacro) && (scope === 'main' || !group.isRaw(scope))) return 'macro';
  if (definitions.some(isMarkup)) return 'defined';

  const own = definitions.find(
    ({ found }) => scopeOf(found.role) === scope && found.definition.form !== 'list',
  );
  // A definition in a heading is early enough for all that follows it.
  const heading = scope === 'main' ? definitions.find(isInHeading) : undefined;
  if (own !== undefined) {
    if (first === undefined || !isBefore(first, placeOf(own))) return 'defined';
    return heading !== undefined && isBefore(placeOf(heading), first) ? 'defined' : 'used-before-definition';
  }
  if (heading !== undefined) return 'defined';
  if (first === undefined && definitions.some(isDisplayed)) return 'defined';
  if (exempt) return 'exempt';
  if (scope === 'main' && first !== undefined && definitions.some(isInAbstract))
    return 'defined-only-in-abstract';
  if (definitions.some(isListed)) return 'defined-only-in-list';
  return 'undefined';
}

type Tested = Contributed<BlockDefinition>;
const isMacro = ({ found }: Tested): boolean => found.definition.form === 'macro';
const isMarkup = ({ found }: Tested): boolean => found.definition.form === 'markup';
const isInHeading = ({ found }: Tested): boolean => found.role === 'heading';
const isInAbstract = ({ found }: Tested): boolean => found.role === 'abstract';
const isDisplayed = ({ found }: Tested): boolean => isDisplay(found.role);
/** In the abbreviation list; or below a table, or in a footnote as a list: given, but not where it is used. */
const isListed = ({ found: { role, definition } }: Tested): boolean =>
  role === 'abbreviation-list' || (definition.form === 'list' && !isDisplay(role));
