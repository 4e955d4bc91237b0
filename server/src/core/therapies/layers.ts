/** Therapies, facts and references of somebody's own above those that ship with us: of one id, the nearest counts. */

import type { LayerProblem } from '../glossary/layerRows.ts';
import { foldLong, wordsOf } from '../glossary/normalize.ts';
import { lazily } from '../lazily.ts';
import type { Glossary, Reference, Span, Therapy, TherapyFact } from '../types.ts';
import type { OwnKnowledge } from './ownKnowledge.ts';

/** The part of a glossary that is about therapies. */
export type TherapyKnowledge = Pick<
  Glossary,
  'therapies' | 'therapyNamed' | 'therapyWords' | 'facts' | 'references'
>;

/** What `base` knows, with files above it, nearest first. */
export function layeredKnowledge(base: Glossary, files: readonly OwnKnowledge[]): TherapyKnowledge {
  const therapies = lazily((): readonly Therapy[] =>
    merged(
      files.flatMap(file => ownOf(file.therapies)),
      base.therapies,
    ),
  );
  const facts = lazily((): readonly TherapyFact[] =>
    merged(
      files.flatMap(file => ownOf(file.facts)),
      base.facts,
    ),
  );
  const references = lazily(() => {
    const own = files.flatMap(file => rowsOf(file.references));
    const all: readonly Reference[] = merged(own, [...base.references.values()]);
    return new Map(all.map(reference => [reference.id, reference]));
  });
  const named = lazily(
    () =>
      new Map(
        files
          .flatMap(file => ownOf(file.therapies))
          .flatMap(each => each.names.map(name => [foldLong(name), each] as const)),
      ),
  );
  const words = lazily(() => new Set([...wordsOf(named().keys()), ...base.therapyWords()]));
  return {
    get therapies() {
      return therapies();
    },
    get facts() {
      return facts();
    },
    get references() {
      return references();
    },
    therapyNamed: folded => named().get(folded) ?? base.therapyNamed(folded),
    therapyWords: words,
  };
}

/** What facts of one's own name and nobody has: therapies, references, other facts. Told where the fact stands. */
export function unresolvedIn(
  { facts = [] }: OwnKnowledge,
  { therapies, facts: known, references }: TherapyKnowledge,
): readonly LayerProblem[] {
  const warning = ({ start, end }: Span, message: string): LayerProblem => ({
    ...{ start, end, message },
    severity: 'warning',
  });
  return facts.flatMap(place => {
    const { therapy, source, cites, contradicts = [] } = place.row;
    return [
      ...(therapies.some(({ id }) => id === therapy)
        ? []
        : [warning(place, `There is no therapy "${therapy}": name it in therapies.yaml.`)]),
      ...[source.reference, ...cites.map(({ reference }) => reference)]
        .filter(reference => !references.has(reference))
        .map(reference =>
          warning(place, `There is no reference "${reference}": give it in references.json.`),
        ),
      ...contradicts
        .filter(({ fact }) => !known.some(({ id }) => id === fact))
        .map(({ fact }) => warning(place, `There is no fact "${fact}".`)),
    ];
  });
}

/** A writer's own rows, which say that they are. */
function ownOf<T>(
  placed: readonly { readonly row: T }[] | undefined,
): readonly (T & { readonly own: true })[] {
  return rowsOf(placed).map(row => ({ ...row, own: true }));
}

function rowsOf<T>(placed: readonly { readonly row: T }[] | undefined): readonly T[] {
  return placed?.map(({ row }) => row) ?? [];
}

/** Own rows, the first of each id, then those of `base` that have an id of their own. */
function merged<T extends { readonly id: string }>(own: readonly T[], base: readonly T[]): readonly T[] {
  const byId = new Map<string, T>();
  for (const row of [...own, ...base]) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}
