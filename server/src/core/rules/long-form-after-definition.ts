import { isDisplay, scopeOf } from '../analysis/roles.ts';
import { fold, foldLong, singularWord } from '../glossary/normalize.ts';
import { textOf } from '../textOf.ts';
import type { Abbreviation, Finding, Glossary, PlacedDefinition, Rule, Span, SpelledOut } from '../types.ts';
import { GUIDES } from './guides.ts';
import { inline, isWrittenIn } from './places.ts';
import { findingFor, type Slip } from './repeated.ts';
import { writtenForm } from './spellings.ts';
import { isInWord, opensSentence, wordBefore, wordBehind } from './surroundings.ts';

/**
 * Once a short form is defined, its scope uses it.
 *
 * Not reported: the start of a sentence, headings, captions and tables; a part of a longer name ("natural killer T
 * cells") or of a coordination ("helper and regulatory T cells"); long forms of one word; a short form that is hardly
 * used (`rarely-used` says the opposite); what a macro prints; a long form that parentheses explain; keywords.
 */
export const longFormAfterDefinition: Rule = {
  id: 'long-form-after-definition',
  summary: 'A long form that is spelled out again although its scope has defined the short form.',
  severity: 'information',
  sources: [
    {
      says: 'After its definition the abbreviation is used, without its expansion.',
      ...GUIDES.royalSociety,
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation, { glossary, configuration }): readonly Finding[] {
    // Where it is defined, it stands once.
    if (abbreviation.spelledOut.length < 2) return NONE;
    const findings: Finding[] = [];
    for (const scope of ['abstract', 'main'] as const) {
      const definition = abbreviation.definitions.find(each => isWrittenIn(scope, each));
      if (definition === undefined) continue;
      const long = definition.foldedLong;
      const spelled = abbreviation.spelledOut.filter(place => place.long === long);
      const isUsed = usesIn(abbreviation, scope) >= configuration.minimumUses;
      if (spelled.length === 0 || !isUsed) continue;
      const own = spelled.findIndex(place => isPartOf(place, definition));
      const slips = spelled
        .slice(own < 0 ? spelled.length : own + 1)
        .filter(({ role, placed }) => scopeOf(role) === scope && placed.role !== 'heading')
        .filter(place => !place.defining && standsAlone(place, abbreviation.key, glossary))
        .map(place => shortened(place, definition, abbreviation));
      const [first] = slips;
      if (first === undefined) continue;
      const { key, short } = abbreviation;
      const text = inline(textOf(first.analysis.document).slice(first.start, first.end));
      const message = `"${text}" is spelled out again after "${short}" is defined. Use "${first.newText}".`;
      const identity = `${scope}:${key}`;
      findings.push(findingFor(slips, { short, identity, message }, `Use "${first.newText}"`));
    }
    return findings;
  },
};

const NONE: readonly Finding[] = [];

function isPartOf({ analysis, start, end }: SpelledOut, definition: PlacedDefinition): boolean {
  return analysis === definition.analysis && start >= definition.start && end <= definition.end;
}

function usesIn({ mentions }: Abbreviation, scope: 'abstract' | 'main'): number {
  return mentions.filter(({ role }) => scopeOf(role) === scope || (scope === 'main' && isDisplay(role)))
    .length;
}

/** How far (in UTF-16 units) in front of a keyword its list is looked for. */
const KEYWORDS_REACH = 100;
const KEYWORDS = /\b[Kk]ey[ -]?words?\b/;

/** "Keywords: stress granules; translation; ", in the paragraph of the abstract. */
function endsInKeywords(before: string): boolean {
  const at = before.search(KEYWORDS);
  return at >= 0 && /[:;,]$/.test(before.trimEnd()) && !/[.?!]/.test(before.slice(at));
}

/** Words behind a long form that are looked at for a longer name. */
const MOST_FOLLOWING = 2;

/** Whether it is neither part of a longer name, nor the start of a sentence, nor explained in parentheses. */
function standsAlone(place: SpelledOut, key: string, glossary: Glossary): boolean {
  const { placed } = place;
  const { masked } = placed.block;
  const start = place.start - placed.start;
  const end = place.end - placed.start;
  // Markup inside would be torn by an edit.
  if (masked.slice(start, end) !== textOf(place.analysis.document).slice(place.start, place.end))
    return false;
  if (isInWord(masked, start - 1) || isInWord(masked, end) || opensSentence(masked, start)) return false;
  if (/^\s*[([]/.test(masked.slice(end, end + 4))) return false;
  // A parenthesis that explains, a quotation, a note ("RR: risk ratio"), "helper and regulatory T cells".
  if (/(?:[(["“‘]|[:=]\s?|[^,]\s(?:and|or)\s+)$/.test(masked.slice(Math.max(0, start - 8), start)))
    return false;
  if (endsInKeywords(masked.slice(Math.max(0, start - KEYWORDS_REACH), start))) return false;
  let behind = end;
  for (let count = 0; count < MOST_FOLLOWING; count++) {
    const word = wordBehind(masked, behind);
    if (word === undefined) break;
    behind = word.end;
    // "natural killer cells" are still NK cells, "natural killer T cells" are none.
    const longer = glossary.byLongForm(foldLong(masked.slice(start, behind)));
    if (longer.some(({ short }) => fold(short) !== key)) return false;
  }
  return !isEndOfName(masked, { start, end }, key, glossary);
}

/**
 * Whether the word before it makes it another thing's name: "eosinophilic granulomatosis with polyangiitis (EGPA)" is no GPA.
 * "acute graft-versus-host disease (aGVHD)" is a GVHD, as "B-ALL" is an ALL.
 */
function isEndOfName(masked: string, { start, end }: Span, key: string, glossary: Glossary): boolean {
  const before = wordBefore(masked, start);
  if (before === undefined) return false;
  return glossary.byLongForm(foldLong(masked.slice(before.start, end))).some(({ short }) => {
    const joint = short.slice(0, short.length - key.length);
    return !/^(?:[a-z]+|.*-)$/.test(joint) && fold(short) !== key;
  });
}

/** The short form in the number in which the long form is spelled out. */
function shortened(
  { analysis, start, end }: SpelledOut,
  { longRead, shortText }: PlacedDefinition,
  { short, mentions }: Abbreviation,
): Slip {
  const written = mentions.filter(({ token, surface }) => token.key === undefined && surface === short);
  const form = writtenForm({ form: short, mentions: written });
  // "extracellular vesicles (EV)": the long form is a plural wherever it stands.
  const isPluralAlways = isPluralPhrase(longRead) && !shortText.endsWith('s');
  const isPlural = isPluralPhrase(textOf(analysis.document).slice(start, end)) && !isPluralAlways;
  return { analysis, start, end, newText: isPlural ? `${form}s` : form };
}

function isPluralPhrase(text: string): boolean {
  const folded = text.trim().toLowerCase();
  return folded.endsWith('s') && singularWord(folded) !== folded;
}
