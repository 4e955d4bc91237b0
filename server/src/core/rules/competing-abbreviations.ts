import { textOf } from '../textOf.ts';
import type { Abbreviation, Finding, Manuscript, Mention, PlacedDefinition, Rule, State } from '../types.ts';
import { GUIDES } from './guides.ts';
import { findingAt, isWrittenIn, relatedTo, replacing } from './places.ts';
import { writtenForm } from './spellings.ts';

/**
 * One short form for each long form.
 *
 * Not reported: a gene beside its protein; two spellings of one short form (`inconsistent-form`); what lists,
 * macros, captions and tables define; a compound and its part ("CAR-T", "CAR").
 */
export const competingAbbreviations: Rule = {
  id: 'competing-abbreviations',
  summary: 'A long form with two different short forms.',
  severity: 'warning',
  sources: [
    {
      says: 'Each abbreviation is used consistently.',
      ...GUIDES.blood,
    },
  ],
  *check({ manuscript }): Iterable<Finding> {
    const first = new Map<string, { abbreviation: Abbreviation; definition: PlacedDefinition }>();
    for (const abbreviation of withSharedLongForm(manuscript)) {
      const definition = abbreviation.definitions.find(
        each => isWrittenIn('main', each) || isWrittenIn('abstract', each),
      );
      if (definition === undefined) continue;
      const long = definition.foldedLong;
      const other = first.get(long);
      if (other === undefined) {
        first.set(long, { abbreviation, definition });
        continue;
      }
      if (isPart(abbreviation.key, other.abbreviation.key)) continue;
      const { short, key } = abbreviation;
      const usual = other.abbreviation;
      const message = `"${short}" stands for "${definition.longRead}" here, "${usual.short}" does elsewhere. Use one.`;
      yield {
        ...findingAt(definition, abbreviation, `${usual.key}:${key}`, message),
        related: [relatedTo(other.definition, 'The other short form is defined here.')],
        fixes: () => [
          {
            title: `Use "${usual.short}" everywhere`,
            edits: abbreviation.mentions
              .filter(({ token }) => token.key === undefined)
              .map(mention => replacing(mention, inNumberOf(mention, usual))),
          },
        ],
      };
    }
  },
};

/** The abbreviations whose long form another one has, too, in reading order. */
function withSharedLongForm(manuscript: Manuscript): readonly Abbreviation[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const longFormOf = ({ longForm, class: kind }: State): string =>
    kind === 'abbreviation' ? (longForm ?? '') : '';
  const { states } = manuscript;
  for (let index = 0; index < states.length; index++) {
    const long = longFormOf(states[index]!);
    if (long === '') continue;
    if (seen.has(long)) shared.add(long);
    seen.add(long);
  }
  if (shared.size === 0) return [];
  return manuscript.abbreviations.filter(({ state }) => shared.has(longFormOf(state)));
}

function isPart(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function inNumberOf(mention: Mention, { short, mentions }: Abbreviation): string {
  const written = mentions.filter(({ token, surface }) => token.key === undefined && surface === short);
  const form = writtenForm({ form: short, mentions: written });
  const source = textOf(mention.analysis.document).slice(mention.start, mention.end);
  return source.endsWith('s') && !mention.surface.endsWith('s') ? `${form}s` : form;
}
