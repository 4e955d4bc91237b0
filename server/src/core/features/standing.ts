/** Where an abbreviation stands in its manuscript, in the words of a hover's second line. */
import { blockIndex } from '../analysis/blockAt.ts';
import { plain } from '../analysis/readable.ts';
import { isUse, USUAL_FIRST_USE } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import type {
  Abbreviation,
  Analysis,
  Configuration,
  Manuscript,
  Mention,
  PlacedDefinition,
} from '../types.ts';

const LONGEST_NAME = 60;

/** The name of the place of a definition: its section's heading, else what kind of place it is. */
export function placeName({ analysis, role, start }: PlacedDefinition): string {
  if (role === 'abbreviation-list') return 'the abbreviation list';
  if (role === 'abstract') return 'the abstract';
  if (role === 'caption' || role === 'table' || role === 'box') return `a ${role}`;
  if (role === 'metadata') return 'the front matter';
  return headingBefore(analysis, start) ?? 'the text';
}

/** The text of the nearest heading at or before `offset`. */
function headingBefore({ blocks }: Analysis, offset: number): string | undefined {
  for (let at = blockIndex(blocks, offset); at >= 0; at -= 1) {
    const { role, block } = blocks[at]!;
    if (role !== 'heading') continue;
    const name = plain(block.masked);
    return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
  }
  return undefined;
}

/** How it stands apart from its definition's place: `Defined in`, `Not defined in this manuscript`. */
export function statusPhrase({ status, reason, definitions }: Abbreviation): string {
  switch (status) {
    case 'undefined':
      // Undefined in one part of the text, defined in another: the abstract tells of itself.
      return definitions.length > 0 ? 'Defined in' : 'Not defined in this manuscript';
    case 'exempt':
      return definitions.length > 0 ? 'Defined in' : `Needs no definition: ${lowerFirst(whyOf(reason))}`;
    case 'used-before-definition':
      return 'Used before it is defined in';
    case 'defined-only-in-list':
    case 'defined-only-in-abstract':
      return 'Defined only in';
    default:
      return 'Defined in';
  }
}

/** What is to say of the abstract, where there is one: nothing when the abbreviation is in order there. */
export function abstractPhrase(
  abbreviation: Abbreviation,
  { analyses }: Manuscript,
  { firstUse = USUAL_FIRST_USE }: Configuration,
): string | undefined {
  if (!firstUse.resets.includes('abstract')) return undefined;
  const status = abbreviation.scopes.abstract;
  if (status === null) {
    return analyses.some(({ blocks }) => blocks.some(({ role }) => role === 'abstract'))
      ? 'not in the abstract'
      : undefined;
  }
  if (status === 'used-before-definition')
    return abbreviation.status === status ? undefined : 'used before it is defined in the abstract';
  const isNowhere = abbreviation.status === 'undefined' && abbreviation.definitions.length === 0;
  return ['defined', 'macro', 'exempt'].includes(status) || isNowhere
    ? undefined
    : 'not defined in the abstract';
}

/** The uses of a compound that count as uses of its parts: those of the part that was pointed at. */
export function usesAsParts(compound: string, part: Abbreviation): readonly Mention[] {
  const key = fold(compound);
  return part.mentions.filter(({ role, token }) => isUse(role) && fold(token.surface) === key);
}

/** "1 use", "3 uses". */
export function countedUses(count: number): string {
  return `${count} ${count === 1 ? 'use' : 'uses'}`;
}

/** A reason may end as the phrase begins that it is told in. */
const whyOf = (reason: string): string => reason.replace(/, which needs no definition\.$/, '.');

function lowerFirst(sentence: string): string {
  const rest = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z ]/.test(rest) ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
}
