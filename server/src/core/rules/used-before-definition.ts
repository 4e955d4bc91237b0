import { scopeOf } from '../analysis/roles.ts';
import { lettered } from '../lettered.ts';
import type { Finding, Mention, PlacedDefinition, Rule } from '../types.ts';
import { moveDefinition } from './definitionFixes.ts';
import { GUIDES } from './guides.ts';
import { longFormsOf } from './longForms.ts';
import { findingAt, isWoven, relatedTo } from './places.ts';
import { offencesOf } from './scopes.ts';

/**
 * The definition stands at the first use in reading order. AMA Manual of Style, 11th ed., 13.11.
 *
 * Not reported: a label that the paragraph goes on to define: "**SHAP.** Shapley additive explanations (SHAP) tell …".
 */
export const usedBeforeDefinition: Rule = {
  id: 'used-before-definition',
  summary: 'A short form that is used before the place where its scope defines it.',
  severity: 'warning',
  safe: true,
  sources: [
    {
      says: 'Abbreviations are defined where they first appear in the text.',
      ...GUIDES.plosOne,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, context): readonly Finding[] {
    const findings: Finding[] = [];
    for (const { mention, scope, identity } of offencesOf(
      abbreviation,
      'used-before-definition',
      context.configuration,
    )) {
      const definition = abbreviation.definitions.find(
        each => scopeOf(each.role) === scope && each.form !== 'list',
      );
      if (definition === undefined || isLabelOf(definition, mention)) continue;
      const [longForm] = longFormsOf(abbreviation, context.written, context.glossary);
      findings.push({
        ...findingAt(
          mention,
          abbreviation,
          identity,
          `"${mention.surface}" is used before it is defined. Move the definition to the first use.`,
        ),
        related: [relatedTo(definition, 'Defined here.')],
        fixes: () =>
          longForm === undefined || isWoven(definition)
            ? []
            : [moveDefinition(mention, definition, longForm)].filter(fix => fix !== undefined),
      });
    }
    return findings;
  },
};

/** How far (in UTF-16 units) from its paragraph's start a label may begin: behind the item's own sign. */
const FARTHEST_LABEL = 24;

/** Whether a use stands in the bold words that open the paragraph of this definition. */
function isLabelOf({ analysis, start }: PlacedDefinition, { placed, ...use }: Mention): boolean {
  const isOfParagraph = analysis === use.analysis && placed.start <= start && start < placed.end;
  const [from, to] = [use.start - placed.start, use.end - placed.start];
  return (
    isOfParagraph &&
    placed.block.marks?.some(
      mark =>
        mark.kind === 'strong' &&
        mark.start <= from &&
        to <= mark.end &&
        mark.start < FARTHEST_LABEL &&
        !WORDED.test(placed.block.masked.slice(0, mark.start)),
    ) === true
  );
}

const WORDED = lettered`[\p{L}]`;
