import { textOf } from '../textOf.ts';
import type { Finding, PlacedDefinition, Rule } from '../types.ts';
import { GUIDES } from './guides.ts';
import { isSameDefinition } from './longFormIdentity.ts';
import { isInOtherLanguage } from './otherLanguages.ts';
import { isInRow } from './places.ts';

/** One expansion for each abbreviation. Blood, author guide: "bone marrow transplant" or "transplantation", not both. */
export const conflictingDefinition: Rule = {
  id: 'conflicting-definition',
  summary: 'A short form with two different long forms.',
  severity: 'warning',
  sources: [
    {
      says: 'BMT is bone marrow transplant or bone marrow transplantation, but not both.',
      ...GUIDES.blood,
    },
  ],
  near: true,
  ofDefined: true,
  each({ key, short, definitions }): readonly Finding[] {
    if (definitions.length < 2) return NONE;
    const [first, ...later] = definitions.filter(isWritten);
    const other = later.find(each => !isSameDefinition(each, first!) && !isTranslation(each, first!));
    if (first === undefined || other === undefined) return [];
    const [here, there] = [other.longRead, first.longRead];
    return [
      {
        analysis: other.analysis,
        start: other.start,
        end: other.end,
        short,
        identity: key,
        message: `"${short}" stands for "${here}" here and "${there}" elsewhere. Use one.`,
        related: [
          {
            uri: first.analysis.document.uri,
            start: first.start,
            end: first.end,
            message: 'Defined otherwise here.',
          },
        ],
        fixes: () => [
          {
            title: `Use "${there}" here`,
            edits: [
              {
                uri: other.analysis.document.uri,
                start: other.long.start,
                end: other.long.end,
                newText: first.longText,
              },
            ],
          },
        ],
      },
    ];
  },
};

const NONE: readonly Finding[] = [];

/** Whether one of two definitions stands in another language: in an abstract in Portuguese beside the English text. */
const isTranslation = (a: PlacedDefinition, b: PlacedDefinition): boolean => isForeign(a) !== isForeign(b);

const isForeign = (definition: PlacedDefinition): boolean =>
  isInOtherLanguage(textOf(definition.analysis.document), definition);

/**
 * A list that disagrees with the text is another matter (`list-mismatch`); captions and rows of definitions speak for
 * themselves.
 */
function isWritten(definition: PlacedDefinition): boolean {
  const { form, role } = definition;
  const isDisplayed = role === 'abbreviation-list' || role === 'caption' || role === 'table';
  return form !== 'list' && !isDisplayed && !isInRow(definition);
}
