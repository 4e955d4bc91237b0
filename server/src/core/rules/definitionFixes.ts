/** The quick fixes of the definition rules. Each leaves the text clean under the rule that offers it. */

import { findDefinitions } from '../analysis/definitions/index.ts';
import { scopeOf } from '../analysis/roles.ts';
import { lettered } from '../lettered.ts';
import { textOf } from '../textOf.ts';
import type {
  Abbreviation,
  AbbreviationContext,
  Fix,
  LongForm,
  Mention,
  PlacedDefinition,
  Role,
  TextEdit,
} from '../types.ts';
import { longFormsOf, pluralOf } from './longForms.ts';
import { declareMacro } from './macroFixes.ts';
import { isWoven, shortened, withoutShort } from './places.ts';
import type { Offence } from './scopes.ts';
import { inBlock, opensSentence as isSentenceStart, wordBehind } from './surroundings.ts';

/** `define`, `attach` and `spell out`, the one that a writer would pick blind first; none in formulas. */
export function definitionFixes(offence: Offence, context: AbbreviationContext): readonly Fix[] {
  if (isFormula(offence.mention)) return [];
  const longForms = longFormsOf(offence.abbreviation, context.written, context.glossary);
  const certain = longForms[0]?.certain === true;
  const fixes = longForms.flatMap(longForm => [
    ...fixesFor(offence, longForm),
    // A guess isn't declared for good.
    ...(certain ? [declareMacro(offence, longForm, context)].filter(fix => fix !== undefined) : []),
  ]);
  const hasMacro = fixes.findIndex(({ title }) => title.startsWith('Declare'));
  const ordered = hasMacro < 0 || offence.rare ? fixes : [fixes[hasMacro]!, ...fixes.toSpliced(hasMacro, 1)];
  return certain && hasRoom(offence.mention)
    ? ordered.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix))
    : ordered;
}

/** "$VM1$", `\(VM1\)`: a use that is all that a formula holds. */
function isFormula({ analysis, start, end }: Mention): boolean {
  const text = textOf(analysis.document);
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  return (before.endsWith('$') && behind.startsWith('$')) || (before === '\\(' && behind === '\\)');
}

/**
 * Whether words fit where a use stands: not in a cell of a table, in a string of markers ("CD4^+^TCR^+^"), in a name of
 * several short forms ("MMD-MA", "MOFA+"), behind a word and a hyphen ("broad-AHRF") or right behind a number ("95%CI").
 */
function hasRoom({ analysis, start, end, role }: Mention): boolean {
  const text = textOf(analysis.document);
  return (
    role !== 'table' &&
    !/[\^+%}\p{L}\p{N}]$|(?<!\b(?:[Aa]nti|[Nn]on|[Pp]ost|[Pp]re))(?<=\p{L})-$/u.test(
      text.slice(Math.max(0, start - 5), start),
    ) &&
    !/^(?:[\^+]|[-\u2010-\u2013][A-Z]{2})/.test(text.slice(end, end + 3))
  );
}

/** One fix for each meaning, none preferred; none in formulas. */
export function senseFixes(offence: Offence, senses: readonly LongForm[]): readonly Fix[] {
  if (isFormula(offence.mention)) return [];
  return senses.flatMap(sense => fixesFor(offence, sense).slice(0, 1));
}

function fixesFor(offence: Offence, longForm: LongForm): readonly Fix[] {
  const { abbreviation, mention, rare } = offence;
  const spell: Fix = { title: `Spell it out: ${longForm.long}`, edits: spellOut(offence, longForm) };
  // What we wouldn't read as a definition ourselves isn't offered as one: "dissociation constant (KD)".
  if (findDefinitions(`${longForm.long} (${abbreviation.short})`).length === 0) return [spell];
  const attached = attach(offence, longForm);
  const define: Fix = {
    title: `Define here: ${longForm.long} (${abbreviation.short})`,
    edits: [defineAt(mention, longForm)],
    places: true,
  };
  const defining = attached === undefined ? [define] : [attached, define];
  return rare ? [spell, ...defining] : defining;
}

const sourceOf = (mention: Mention): string =>
  textOf(mention.analysis.document).slice(mention.start, mention.end);

function isPlural(mention: Mention): boolean {
  return /s$/.test(sourceOf(mention)) && !/s$/.test(mention.surface);
}

/** A long form in the number of a use, without its last word where the text goes on with that: "Treg cells". */
function inPlaceOf(mention: Mention, longForm: LongForm): string {
  const { masked, end } = inBlock(mention);
  if (isPlural(mention) || (longForm.collective === true && standsAlone(masked, end)))
    return pluralOf(longForm);
  const behind = wordBehind(masked, end);
  const [, before = '', last = ''] = /^(.+) ([^ ]+)$/.exec(longForm.long) ?? [];
  const goesOn = behind !== undefined && [last, `${last}s`].includes(masked.slice(behind.start, behind.end));
  return goesOn ? before : longForm.long;
}

/** Words that go on behind a noun, rather than with it. */
const GOES_ON =
  /^(?:after|and|are|as|at|before|but|by|for|from|had|have|in|into|of|on|or|per|than|that|to|were|which|with|within)$/;

/** Whether no noun stands right behind a use: "SFC per well", not "SFC counts". */
function standsAlone(masked: string, end: number): boolean {
  const behind = wordBehind(masked, end);
  return behind === undefined || GOES_ON.test(masked.slice(behind.start, behind.end));
}

/** The edit that writes `long form (SF)` in place of a use, in the use's number and case, its article fitted. */
function defineAt(mention: Mention, longForm: LongForm): TextEdit {
  const { masked, start, end } = inBlock(mention);
  const [open, close] = isInParentheses(masked, start) ? '[]' : '()';
  const behind = isPlural(mention) ? undefined : wordBehind(masked, end);
  const noun = behind === undefined ? '' : masked.slice(behind.start, behind.end);
  const words = longForm.long.split(' ');
  const last = words.pop();
  const short = sourceOf(mention);
  // "DC cells": dendritic cells (DCs), since the C is those cells.
  const isOfShort = noun !== '' && short.endsWith(noun.charAt(0).toUpperCase());
  if (behind !== undefined && isOfShort && words.length > 0 && (noun === last || noun === `${last}s`)) {
    const plural = noun === last ? '' : 's';
    const edit = replaceMention(mention, `${[...words, noun].join(' ')} ${open}${short}${plural}${close}`);
    return { ...edit, end: edit.end + behind.end - end };
  }
  return replaceMention(mention, `${inPlaceOf(mention, longForm)} ${open}${short}${close}`);
}

/** How far back (in UTF-16 units) a parenthesis may open that is still open. */
const LONGEST_REMARK = 400;

/** Whether the innermost bracket that is open at `at` is a parenthesis: what stands inside has square ones. */
function isInParentheses(masked: string, at: number): boolean {
  let depth = 0;
  for (let back = at - 1; back >= Math.max(0, at - LONGEST_REMARK); back--) {
    const sign = masked[back];
    if (sign === ')' || sign === ']') depth++;
    else if ((sign === '(' || sign === '[') && depth-- === 0) return sign === '(';
  }
  return false;
}

function spellOut(offence: Offence, longForm: LongForm): readonly TextEdit[] {
  return offence.abbreviation.mentions
    .filter(({ role }) => scopeOf(role) === offence.scope || scopeOf(role) === undefined)
    .filter(mention => mention.token.key === undefined && !mention.defining && isLinted(mention))
    .map(mention => replaceMention(mention, inPlaceOf(mention, longForm)));
}

/** Spells an abbreviation out wherever the main text uses it, its definition included. */
export function spellOutEverywhere(abbreviation: Abbreviation, longForm: LongForm): Fix {
  const isThere = (mention: Mention): boolean =>
    isLinted(mention) && mention.role !== 'abstract' && mention.token.key === undefined;
  return { ...spellOutWhere(abbreviation, longForm, isThere), preferred: true };
}

/**
 * Spells an abbreviation out in blocks of these roles, its definitions there included; nothing where no long form is
 * known, or where a definition there is shared. Preferred where the long form is certain and stands for itself, not
 * for a part of a compound.
 */
export function spellOutIn(
  abbreviation: Abbreviation,
  { written, glossary }: AbbreviationContext,
  roles: readonly Role[],
): readonly Fix[] {
  const isThere = ({ placed }: Mention): boolean => roles.includes(placed.role);
  const there = abbreviation.mentions.filter(isThere);
  if (abbreviation.definitions.some(each => isWoven(each) && roles.includes(each.role))) return [];
  const isWhole = there.every(({ analysis: { document }, end, start, tokenStart }) => {
    return start === tokenStart && !/[-\u2010-\u2015/^_~{]/.test(textOf(document).slice(end, end + 1));
  });
  return longFormsOf(abbreviation, written, glossary).map((longForm, index) => {
    const fix = spellOutWhere(abbreviation, longForm, isThere);
    return index === 0 && longForm.certain && isWhole ? { ...fix, preferred: true } : fix;
  });
}

function spellOutWhere(
  abbreviation: Abbreviation,
  longForm: LongForm,
  isThere: (mention: Mention) => boolean,
): Fix {
  const uses = abbreviation.mentions.filter(isThere);
  const holds = ({ start, end, analysis }: PlacedDefinition, use: Mention): boolean =>
    use.analysis === analysis && start <= use.start && use.end <= end;
  const definitions = abbreviation.definitions.filter(
    each =>
      !['list', 'macro', 'markup'].includes(each.form) && uses.some(use => use.defining && holds(each, use)),
  );
  return {
    title: `Spell it out: ${longForm.long}`,
    edits: [
      ...definitions.map(withoutShort),
      ...uses
        .filter(use => !definitions.some(each => holds(each, use)))
        .map(use => replaceMention(use, inPlaceOf(use, longForm))),
    ],
  };
}

function isLinted({ role }: Mention): boolean {
  return scopeOf(role) !== undefined || role === 'caption' || role === 'table' || role === 'box';
}

/** Replaces a use by words: an article before it is fitted, and a sentence starts with a capital. */
function replaceMention(mention: Mention, words: string): TextEdit {
  const { analysis, start, end } = mention;
  const { text, uri } = analysis.document;
  const before = text.slice(Math.max(0, start - 80), start);
  const article = /\b([Aa])(n?)(\s+)$/.exec(before);
  if (article !== null) {
    const fitting = `${article[1]}${/^[aeio]|^u(?!ni|se|ti|r[aeio])/i.test(words) ? 'n' : ''}`;
    return { uri, start: start - article[0].length, end, newText: `${fitting}${article[3]}${words}` };
  }
  const opens = (opensSentence(before) || opensWords(mention)) && mention.start === mention.tokenStart;
  return { uri, start, end, newText: opens ? words.charAt(0).toUpperCase() + words.slice(1) : words };
}

/** Whether a sentence begins behind this text: at its start, behind a full stop or a blank line. */
function opensSentence(before: string): boolean {
  const words = before.trimEnd();
  const gap = before.slice(words.length);
  return before === '' || (gap !== '' && (/[.!?]["”’)]?$/.test(words) || gap.split('\n').length > 2));
}

/** "Fig. 1 ", "Table S2 | ": what stands before the first word of a legend. */
const LABEL = lettered`^[^\p{L}]*(?:[\p{L}]{3,} (?:Data )?)?(?:Figure|Fig\.?|Table|Scheme|Box)\s+S?\d{1,3}[A-Za-z]?[\s\uE000.:|—–]+$`;
const LONGEST_LABEL = 60;

/** Whether a use is the first word of its heading, paragraph, sentence or legend, markup apart. */
function opensWords(mention: Mention): boolean {
  if (mention.role === 'table') return false;
  const { masked, start } = inBlock(mention);
  return isSentenceStart(masked, start) || (start < LONGEST_LABEL && LABEL.test(masked.slice(0, start)));
}

/** The word that brackets begin with, right behind a long form. */
const OPENED = lettered`^[\s\uE000]{0,4}[([][\s\uE000]{0,4}([\p{L}\p{N}]+)`;
const LONGEST_OPENING = 40;

/** Writes "(SF)" behind the long form where the scope spells it out before the first use. */
function attach(offence: Offence, longForm: LongForm): Fix | undefined {
  const { long } = longForm;
  const plural = pluralOf(longForm);
  const { abbreviation, mention, scope } = offence;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[plural, long].map(asPattern).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  for (const { start, end, role, block } of mention.analysis.blocks) {
    if (start >= mention.start) break;
    if (scopeOf(role) !== scope) continue;
    const found = pattern.exec(block.masked.slice(0, Math.min(end, mention.start) - start));
    if (found === null) continue;
    const behind = found.index + found[0].length;
    // "Psoriasis Area and Severity Index (PASI 75)": brackets that begin with it are there already.
    if (OPENED.exec(block.masked.slice(behind, behind + LONGEST_OPENING))?.[1] === abbreviation.short)
      return undefined;
    const at = start + behind;
    const form =
      found[0].length > long.length && plural.length > long.length
        ? `${abbreviation.short}s`
        : abbreviation.short;
    return {
      title: `Write "(${form})" after "${found[0].replace(/\s+/g, ' ')}"`,
      edits: [{ uri: mention.analysis.document.uri, start: at, end: at, newText: ` (${form})` }],
      places: true,
    };
  }
  return undefined;
}

function asPattern(long: string): string {
  return long
    .split(/[\s-]+/)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\u2010-\\u2015-]+');
}

/** Moves a definition to the first use: written there, shortened where it stood; nothing where that is a formula. */
export function moveDefinition(
  mention: Mention,
  definition: PlacedDefinition,
  longForm: LongForm,
): Fix | undefined {
  if (isFormula(mention)) return undefined;
  return {
    title: `Move the definition of ${mention.surface} here`,
    edits: [defineAt(mention, longForm), shortened(definition)],
    ...(hasRoom(mention) && { preferred: true }),
    places: true,
  };
}
