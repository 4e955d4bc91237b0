import { scopeOf } from '../analysis/roles.ts';
import { foldLong } from '../glossary/normalize.ts';
import type { Finding, PlacedDefinition, Rule, ScopeName } from '../types.ts';
import { isSameLongForm } from './longFormIdentity.ts';

/** One definition a scope: after it, the short form. AMA Manual of Style, 11th ed., 13.11. */
export const redefined: Rule = {
  id: 'redefined',
  summary: 'A short form that its scope defines a second time.',
  severity: 'information',
  safe: true,
  source: {
    says: 'Once an abbreviation is defined, it is used without its expansion.',
    where: 'AMA Manual of Style, 11th ed., 13.11',
  },
  *each({ key, short, definitions }): Iterable<Finding> {
    for (const scope of ['abstract', 'main'] as const) {
      const [first, ...later] = definitions.filter(each => isWritten(each, scope));
      const again = later.find(each => isSameLongForm(foldLong(each.longText), foldLong(first!.longText)));
      if (first === undefined || again === undefined) continue;
      yield {
        analysis: again.analysis,
        start: again.start,
        end: again.end,
        short,
        identity: `${scope}:${key}`,
        message: `"${short}" is defined again. Use the short form here.`,
        related: [
          {
            uri: first.analysis.document.uri,
            start: first.start,
            end: first.end,
            message: 'First defined here.',
          },
        ],
        fixes: () => [
          {
            title: `Use “${again.shortText}” here`,
            edits: [
              {
                uri: again.analysis.document.uri,
                start: again.start,
                end: again.end,
                newText: again.shortText,
              },
            ],
            // "CAR-NK (Natural Killer)" first: which of the two the author keeps is the author's to say.
            preferred: first.form !== 'short-long',
            places: true,
          },
        ],
      };
    }
  },
};

function isWritten({ role, form }: PlacedDefinition, scope: ScopeName): boolean {
  return (
    scopeOf(role) === scope &&
    form !== 'list' &&
    form !== 'macro' &&
    form !== 'markup' &&
    role !== 'supplement'
  );
}
