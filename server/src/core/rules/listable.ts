/** What belongs into a manuscript's abbreviation list, and how it is written there. */

import { isUse } from '../analysis/roles.ts';
import { singularWord } from '../glossary/normalize.ts';
import type { NewEntry } from '../list/newEntry.ts';
import { escaped } from '../list/styles.ts';
import type { Abbreviation, AbbreviationContext, Analysis, PlacedDefinition } from '../types.ts';
import { longFormsOf } from './longForms.ts';
import { inline, isWrittenIn } from './places.ts';

/** An abbreviation that belongs into the list, and where the text defines it. */
export interface Listable {
  readonly abbreviation: Abbreviation;
  readonly definition: PlacedDefinition;
}

/** What belongs into the list: what the main text defines itself; with `all` what the abstract or a macro defines, too. */
export function listableOf(abbreviation: Abbreviation, all = false): Listable | undefined {
  if (abbreviation.confidence < 0.5) return undefined;
  const { definitions, mentions } = abbreviation;
  // What is defined and not used again is to be spelled out, not listed.
  if (!mentions.some(({ defining, role }) => !defining && isUse(role))) return undefined;
  const definition =
    definitions.find(each => isWrittenIn('main', each)) ??
    (all ? definitions.find(each => isWrittenIn('abstract', each) || isDeclared(each)) : undefined);
  return definition && { abbreviation, definition };
}

function isDeclared({ form }: PlacedDefinition): boolean {
  return form === 'macro' || form === 'markup';
}

/**
 * An abbreviation as an entry of a list in `target`: singular, a misspelt long form mended, with the text's own
 * markup (`T~reg~`) where both are of one format, else without any.
 */
export function listedForm(
  { abbreviation, definition }: Listable,
  target: Pick<Analysis, 'format'>,
  { written, glossary }: Pick<AbbreviationContext, 'written' | 'glossary'>,
): NewEntry {
  const { longText, shortText, analysis } = definition;
  const { key, short } = abbreviation;
  const plural = shortText.endsWith('s') && !short.endsWith('s');
  const own = plural ? shortText.slice(0, -1) : shortText;
  const isMarkedUp = (text: string): boolean =>
    analysis.format.id === target.format.id && /[\\$<*_^~{}]/.test(text);
  const [usual] = longFormsOf(abbreviation, written, glossary);
  const long = isMarkedUp(longText)
    ? inline(longText)
    : escaped(target.format.id, usual?.long ?? inline(longText));
  return {
    key,
    short: isMarkedUp(own) ? own : escaped(target.format.id, short),
    long: plural ? singularWord(long) : long,
  };
}
