import type { Definition } from '../../types.ts';
import { findTokens } from '../tokens.ts';
import type { CountSteps } from './align.ts';
import { appositions } from './apposition.ts';
import { bracketPairs } from './brackets.ts';
import { COSTS } from './costs.ts';
import { listEntries } from './list.ts';
import { runEntries } from './listRuns.ts';
import { createRoom, type Room } from './longForm.ts';
import { parenthetical } from './parenthetical.ts';

export { createRoom, type Room };

/**
 * Finds every definition in the masked text of one block. Spans are relative to it, in reading order.
 * Linear in the length of the text; never throws.
 * @param signs what `findTokens` found in it
 * @param room the same for many blocks: it takes longer to make than most blocks to read
 */
export function findDefinitions(
  masked: string,
  signs: readonly number[] = findTokens(masked, undefined).signs,
  room: Room = createRoom(),
  count?: CountSteps,
): Definition[] {
  const definitions: Definition[] = [];
  if (signs.length === 0) return definitions;
  const search = { text: masked, costs: COSTS, room, count };
  const taken = new Set<number>();
  const add = (definition: Definition): void => {
    if (taken.has(definition.short.start)) return;
    taken.add(definition.short.start);
    definitions.push(around(masked, definition, definitions.at(-1)));
  };
  for (const pair of bracketPairs(masked, signs)) parenthetical(search, pair).forEach(add);
  runEntries(search, signs).forEach(add);
  appositions(search, signs).forEach(add);
  return definitions.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Behind brackets: an enumeration goes on. */
const ENUMERATES = /^,?\s(?:and|or)\s/;

/**
 * A definition that begins inside the long form of the one before it, and holds that one's brackets, holds all of it:
 * "antineutrophil cytoplasmic antibody (ANCA)-associated vasculitis (AAV)".
 */
function around(text: string, definition: Definition, before: Definition | undefined): Definition {
  const { start } = definition.long;
  const begins = before !== undefined && before.long.start < start && start < before.long.end;
  return begins &&
    before.end < definition.long.end &&
    !ENUMERATES.test(text.slice(before.end, before.end + 6))
    ? { ...definition, start: before.start, long: { start: before.start, end: definition.long.end } }
    : definition;
}

/**
 * The entries of an abbreviation list in one block: lines "CAR: chimeric antigen receptor", "CRS, cytokine
 * release syndrome; ICANS, …", `SF = long form`, `SF — long form`, cells or columns in either order, a run-in
 * "Abbreviations:" label. Spans are relative to the block, in reading order.
 * @param trusted the block stands in an abbreviation list: an entry is believed even if its letters don't align
 */
export function findListEntries(
  masked: string,
  trusted = false,
  room: Room = createRoom(),
  count?: CountSteps,
): Definition[] {
  return listEntries({ text: masked, costs: COSTS, room, count }, trusted);
}
