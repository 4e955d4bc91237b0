import { isUse } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import { lettered } from '../lettered.ts';
import type { Finding, PlacedBlock, Rule, RuleContext } from '../types.ts';
import { notedIn } from './notes.ts';
import { findingFor, type Slip } from './repeated.ts';
import { wordBehind } from './surroundings.ts';

/**
 * Short forms have no periods: PCR, not P.C.R.
 *
 * Not reported: Latin ones in small letters (e.g., i.e., et al., i.p.); initials of persons; letters that are no
 * short form known to the manuscript or the glossary; two letters (U.S., N.K.), unless "cells" follows and the
 * manuscript has them without periods.
 */
export const periodsInAbbreviation: Rule = {
  id: 'periods-in-abbreviation',
  summary: 'A short form with periods: P.C.R. for PCR.',
  severity: 'information',
  safe: true,
  sources: [
    {
      says: 'No periods in abbreviations, except with persons’ initials.',
      where: 'Blood Style Guide, Abbreviations, "Punctuation" (stored copy)',
      read: '2026-11-22',
    },
  ],
  *check(context): Iterable<Finding> {
    const slips = new Map<string, Slip[]>();
    for (const { analysis, placed, notes } of notedIn(context.manuscript)) {
      if (!isUse(placed.role)) continue;
      for (const { start, end, letters, ends } of notes.dotted) {
        if (!isKnown(letters, placed, end, context) || isOfPerson(placed.block.masked, start, end)) continue;
        const slip = {
          analysis,
          start: placed.start + start,
          end: placed.start + end,
          newText: ends ? `${letters}.` : letters,
        };
        const known = slips.get(letters);
        if (known === undefined) slips.set(letters, [slip]);
        else known.push(slip);
      }
    }
    for (const [letters, places] of slips) {
      const message = `"${[...letters].join('.')}." needs no periods. Write "${letters}".`;
      yield findingFor(places, { short: letters, identity: letters, message }, `Write "${letters}"`);
    }
  },
};

/** A family name in front of initials, and behind them. */
const NAME_BEFORE = lettered`[\p{Lu}][\p{Ll}-]+,?\s$`;
const NAME_BEHIND = lettered`^\s[\p{Lu}][\p{Ll}-]+(?:[,;.)]|\s(?:and|et)\b)`;
/** What goes on behind a person who is listed. */
const LISTED = /^\s?(?:[,;&]|and\b|et\b|$)/;
const LONGEST_NAME = 30;

/** "Godinho C.P.S., Sousa A.", "J.R.R. Tolkien": initials. */
function isOfPerson(masked: string, start: number, end: number): boolean {
  const behind = masked.slice(end, end + LONGEST_NAME);
  if (NAME_BEHIND.test(behind)) return true;
  return LISTED.test(behind) && NAME_BEFORE.test(masked.slice(Math.max(0, start - LONGEST_NAME), start));
}

function isKnown(
  letters: string,
  { block: { masked } }: PlacedBlock,
  end: number,
  { manuscript, glossary }: RuleContext,
): boolean {
  const own = manuscript.byKey.get(fold(letters));
  if (letters.length === 2) {
    const behind = wordBehind(masked, end);
    const isOfCells = behind !== undefined && /^cells?$/.test(masked.slice(behind.start, behind.end));
    return isOfCells && own?.variants.includes(letters) === true;
  }
  const senses = glossary.senses(fold(letters));
  return (
    own?.variants.includes(letters) === true ||
    glossary.standard(letters) !== undefined ||
    senses.some(({ short }) => short === letters)
  );
}
