import { blockAt } from '../analysis/blockAt.ts';
import { characterClass, WORD } from '../analysis/characters.ts';
import { isProse, scopeOf } from '../analysis/roles.ts';
import { foldedLong } from '../glossary/foldedLong.ts';
import { textOf } from '../textOf.ts';
import type { Abbreviation, Finding, Glossary, PlacedDefinition, Rule } from '../types.ts';
import { GUIDES } from './guides.ts';
import { closingOf, inline, isProperName } from './places.ts';
import { bySameOf, findingFor } from './repeated.ts';
import { opensSentence } from './surroundings.ts';

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
      ...GUIDES.jPediatrPharmacolTher,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { glossary }): readonly Finding[] {
    if (!abbreviation.definitions.some(({ form }) => form === 'short-long')) return NONE;
    const reversed = abbreviation.definitions.filter(
      definition =>
        definition.form === 'short-long' &&
        isProse(definition.role) &&
        !isName(definition, abbreviation, glossary) &&
        isBracketed(definition),
    );
    const { short, key } = abbreviation;
    return [...bySameOf(reversed, ({ role }) => scopeOf(role) ?? role)].map(([scope, definitions]) => {
      const slips = definitions.map(definition => {
        const { analysis, start, end, longText, shortText } = definition;
        const block = blockAt(definition.analysis, definition.start);
        const opens = block !== undefined && opensSentence(block.block.masked, start - block.start);
        const long = opens ? longText.charAt(0).toUpperCase() + longText.slice(1) : longText;
        return { analysis, start, end, newText: `${long}${closingOf(definition)} (${shortText})` };
      });
      const { longText, shortText } = definitions[0];
      const swapped = `${inline(longText)} (${inline(shortText)})`;
      const message = `"${inline(shortText)}" stands before its long form. Write "${swapped}".`;
      const finding = findingFor(
        slips,
        { short, identity: `${scope}:${key}`, message },
        `Write "${swapped}"`,
      );
      return definitions.every(isWholeWord) ? finding : { ...finding, fixes: () => [] };
    });
  },
};

const NONE: readonly Finding[] = [];

/** Not a part of a compound ("CAR-NK (natural killer)"), where swapping would tear it. */
function isWholeWord({ analysis, start, short }: PlacedDefinition): boolean {
  const before = textOf(analysis.document)
    .slice(Math.max(0, start - 1), start)
    .charCodeAt(0);
  return short.start === start && (characterClass(before) & WORD) === 0 && before !== 0x2d;
}

/** "SF (long form)", not "SF = long form" as a legend explains it. */
function isBracketed({ analysis, short, long }: PlacedDefinition): boolean {
  return /[([]/.test(textOf(analysis.document).slice(short.end, long.start));
}

/** "Natural Killer" is a proper name by its capitals alone: not where the glossary writes it in small letters. */
function isName(
  { longText: long, foldedLong: folded }: PlacedDefinition,
  { key }: Abbreviation,
  glossary: Glossary,
): boolean {
  return (
    isProperName(long) &&
    !glossary.senses(key).some(entry => foldedLong(entry) === folded && !isProperName(entry.long))
  );
}
