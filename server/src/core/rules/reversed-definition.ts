import { characterClass, WORD } from '../analysis/characters.ts';
import { isProse } from '../analysis/roles.ts';
import { foldLong } from '../glossary/normalize.ts';
import type { Abbreviation, Finding, Glossary, PlacedDefinition, Rule } from '../types.ts';
import { closingOf, findingAt, inline, isProperName, replacing } from './places.ts';

/**
 * The long form stands first, the short form in parentheses behind it.
 *
 * Not reported: trials and study groups, whose names stand first (AMA, 11th ed.).
 */
export const reversedDefinition: Rule = {
  id: 'reversed-definition',
  summary: 'A definition with the short form first: SF (long form).',
  severity: 'hint',
  safe: true,
  sources: [
    {
      says: 'At its first use a phrase is spelled out, and its abbreviation follows.',
      where:
        'J Pediatr Pharmacol Ther, instructions for authors, "Abbreviations and units" (jppt.org, stored copy)',
      read: '2026-11-23',
    },
  ],
  each(abbreviation, { glossary }): readonly Finding[] {
    const findings: Finding[] = [];
    for (const [index, definition] of abbreviation.definitions.entries()) {
      const { form, role, longText, shortText } = definition;
      if (
        form !== 'short-long' ||
        !isProse(role) ||
        isName(longText, abbreviation, glossary) ||
        !isBracketed(definition)
      )
        continue;
      const [long, short] = [inline(longText), inline(shortText)];
      findings.push({
        ...findingAt(
          definition,
          abbreviation,
          `${abbreviation.key}:${index}`,
          `"${short}" stands before its long form. Write "${long} (${short})".`,
        ),
        fixes: () =>
          isWholeWord(definition)
            ? [
                {
                  title: `Write “${long} (${short})”`,
                  edits: [replacing(definition, `${longText}${closingOf(definition)} (${shortText})`)],
                  preferred: true,
                },
              ]
            : [],
      });
    }
    return findings;
  },
};

/** Not a part of a compound ("CAR-NK (natural killer)"), where swapping would tear it. */
function isWholeWord({ analysis, start, short }: PlacedDefinition): boolean {
  const before = analysis.document.text.charCodeAt(start - 1);
  return short.start === start && (characterClass(before) & WORD) === 0 && before !== 0x2d;
}

/** "SF (long form)", not "SF = long form" as a legend explains it. */
function isBracketed({ analysis, short, long }: PlacedDefinition): boolean {
  return /[([]/.test(analysis.document.text.slice(short.end, long.start));
}

/** "Natural Killer" is a proper name by its capitals alone: not where the glossary writes it in small letters. */
function isName(long: string, { key }: Abbreviation, glossary: Glossary): boolean {
  const folded = foldLong(long);
  return (
    isProperName(long) &&
    !glossary.senses(key).some(entry => foldLong(entry.long) === folded && !isProperName(entry.long))
  );
}
