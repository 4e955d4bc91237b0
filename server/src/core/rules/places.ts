/** Small questions about definitions and mentions that several rules ask. */

import { scopeOf } from '../analysis/roles.ts';
import { lettered } from '../lettered.ts';
import { textOf } from '../textOf.ts';
import type {
  Abbreviation,
  Finding,
  Mention,
  PlacedDefinition,
  Related,
  ScopeName,
  TextEdit,
} from '../types.ts';
import { beginningOf } from './saying.ts';

/** A definition that an author wrote into running text (not a list's, a macro's or a caption's). */
export function isWrittenIn(scope: ScopeName, { role, form }: PlacedDefinition): boolean {
  return scopeOf(role) === scope && form !== 'list' && form !== 'macro' && form !== 'markup';
}

/**
 * A long form in which every word of weight has a capital is a proper name: a trial, a study group, an
 * institution. AMA, 11th ed.: these are given with their expansion even if used once.
 */
export function isProperName(long: string): boolean {
  let words = 0;
  for (const word of long.split(/[\s-]+/)) {
    if (!WEIGHTY.test(word)) continue;
    if (!CAPITALISED.test(word)) return false;
    words++;
  }
  return words >= 2;
}

const WEIGHTY = lettered`^[\p{L}]{4,}`;
const CAPITALISED = lettered`^[\p{Lu}]`;
const WORDED = lettered`[\p{L}\p{N}]`;

/** The definition as related information. */
export function relatedTo({ analysis, start, end }: PlacedDefinition | Mention, message: string): Related {
  return { uri: analysis.document.uri, start, end, message };
}

/** The edit that puts text in place of a definition or mention. */
export function replacing({ analysis, start, end }: PlacedDefinition | Mention, newText: string): TextEdit {
  return { uri: analysis.document.uri, start, end, newText };
}

/** The level of an index, right behind its short form: "PASI 75", "EASI-90". */
const LEVEL = /^[\s-]?[\d≤≥]/;

/**
 * What a definition says besides its two forms, as it stands behind one of them when the other goes:
 * " (Phoenix, AZ)" of "(TGEN; Phoenix, AZ)", " 75" of "(PASI 75)".
 */
function restOf({ analysis, short, long, end }: PlacedDefinition): string {
  const whole = textOf(analysis.document).slice(Math.max(short.end, long.end), end);
  if (!WORDED.test(whole)) return '';
  const rest = whole.replace(/[)\]]$/, '').replace(/^[\s;,"'”’*_]+/, '');
  if (LEVEL.test(whole)) return whole.startsWith('-') ? rest : ` ${rest}`;
  return /^(?:\[|\\|@)/.test(rest) ? ` ${rest}` : ` (${rest})`;
}

const CLOSING = /^(?:[*_~`}"”»]|['’](?![A-Za-z])|<\/\w{1,20}>|\](?:\([^()\s]{0,300}\)|\{[^{}]{0,100}\})?)*/;

/**
 * The markup and quotes that close behind the first of the two forms, having opened before the definition: `*` of
 * `*long form* (SF)`.
 */
export function closingOf({ analysis, short, long }: PlacedDefinition): string {
  const [first, last] = short.start < long.start ? [short, long] : [long, short];
  return CLOSING.exec(textOf(analysis.document).slice(first.end, last.start))?.[0] ?? '';
}

/** A verb between two forms, or the sign that notes put there. */
const STATED = /\b(?:is|are|was|were|denotes?|means?|refers?|represents?|stands?|standing)\b|[:=][\s~]/i;

/**
 * Whether a definition is all that its sentence or note says: "CRS stands for cytokine release syndrome.", "CRS:
 * cytokine …; …"
 */
export function isStated({ analysis, short, long }: PlacedDefinition): boolean {
  const [first, last] = short.start < long.start ? [short, long] : [long, short];
  return STATED.test(textOf(analysis.document).slice(first.end, last.start));
}

/**
 * Whether none of a definition's forms can go without tearing what is around: its own statement, or other definitions in the
 * same words ("progression-free and overall survival (PFS and OS)").
 */
export function isWoven(definition: PlacedDefinition): boolean {
  return definition.form === 'coordinated' || isStated(definition);
}

const SIGNS = /^[\s,:=–—*_-]+$/;
/** What parts an entry from the next one, the next one's short form, and what its long form begins with. */
const NEXT_ENTRY = lettered`^([;,])\s(?:and\s)?[*_]{0,3}([\p{L}\p{N}])[\p{L}\p{N}-]{0,7}[*_]{0,3}(?:[,:]\s|\s?[=–—]\s?|\s-\s)[*_]{0,3}([\p{L}])`;
const LONGEST_ENTRY_HEAD = 30;
const LAST_ENTRY = /[;,]\s(?:and\s)?[*_]{0,3}$/;
const END_OF_ROW = /^(?:[.)]|\s*$)/;

/** Whether a definition is one of several in a row, as legends have them: "SC, spinal cord; CB, cerebellum." */
export function isInRow({ analysis, form, start, short, long }: PlacedDefinition): boolean {
  if (form !== 'apposition' || long.start < short.start) return false;
  const text = textOf(analysis.document);
  if (!SIGNS.test(text.slice(short.end, long.start))) return false;
  const behind = text.slice(long.end, long.end + LONGEST_ENTRY_HEAD);
  return (
    beginsEntry(behind) ||
    (END_OF_ROW.test(behind) && LAST_ENTRY.test(text.slice(Math.max(0, start - 9), start)))
  );
}

/** Whether another entry follows. A comma alone says little: "GVHD – graft-versus-host disease, was rare": no row. */
function beginsEntry(behind: string): boolean {
  const [, sign, short, long] = NEXT_ENTRY.exec(behind) ?? [];
  return sign === ';' || (short !== undefined && short.toLowerCase() === long!.toLowerCase());
}

/** A definition that shrinks to its short form, with the article that goes with it. */
export function shortened(definition: PlacedDefinition): TextEdit {
  const { analysis, start, shortText } = definition;
  const rest = restOf(definition);
  // "a 75% fall in the PASI (PASI 75)"
  const behind = LEVEL.test(rest) ? ` (${shortText}${rest})` : rest;
  const newText = shortText + closingOf(definition) + behind;
  const before = textOf(analysis.document).slice(Math.max(0, start - 4), start);
  const article = /(?:^|[^\p{L}\p{N}])(([Aa])n?\s)$/u.exec(before);
  const beginning = article === null ? undefined : beginningOf(shortText);
  if (article === null || beginning === undefined) return replacing(definition, newText);
  const fitting = `${article[2]}${beginning === 'vowel' ? 'n' : ''}${article[1]!.slice(-1)}`;
  if (fitting === article[1]) return replacing(definition, newText);
  const edit = replacing(definition, fitting + newText);
  return { ...edit, start: start - article[1]!.length };
}

/** A definition that shrinks to its long form. */
export function withoutShort(definition: PlacedDefinition): TextEdit {
  return replacing(definition, definition.longText + closingOf(definition) + restOf(definition));
}

/** What a finding at a mention, definition or entry has in common. */
export function findingAt(
  { analysis, start, end }: PlacedDefinition | Mention,
  abbreviation: Pick<Abbreviation, 'short'>,
  identity: string,
  message: string,
): Finding {
  return { analysis, start, end, short: abbreviation.short, identity, message };
}

/** White space as one space, as a message shows it. */
export function inline(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
