/** The long forms that can be offered for a short form: what the manuscript itself gives, else the glossary's senses. */
import { foldedLong } from '../glossary/foldedLong.ts';
import { foldLong } from '../glossary/normalize.ts';
import { spelledSenses } from '../glossary/spelling.ts';
import { lettered } from '../lettered.ts';
import { isOtherwiseCased } from '../manuscript/classes/otherwise.ts';
import { isInContext, isWritten, weighSenses } from '../manuscript/written/senseWords.ts';
import type {
  Abbreviation,
  AbbreviationContext,
  Glossary,
  GlossaryEntry,
  LongForm,
  Mention,
  Written,
} from '../types.ts';
import { isProperName } from './places.ts';

/** "(ILC2s)" beside "type 2 innate lymphoid cells". */
const isPluralBeside = (short: string, long: string): boolean =>
  /[^a-z\s]s$/.test(short) && /[^s]s$/.test(long);

/** English plural of a long form: the last word's. */
export function pluralOf({ long, plural }: LongForm): string {
  if (plural !== undefined) return plural;
  if (/[^aeiou]y$/.test(long)) return `${long.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(long)) return /sis$/.test(long) ? `${long.slice(0, -2)}es` : `${long}es`;
  return `${long}s`;
}

/** Best first. The manuscript's own long form wins; without one, the senses of the glossary, ten at most. */
export function longFormsOf(
  abbreviation: Abbreviation,
  written: Written,
  glossary: Glossary,
): readonly LongForm[] {
  // Several rules ask the same of one abbreviation, which belongs to one version of a manuscript and one glossary.
  abbreviation.longForms ??= findLongForms(abbreviation, written, glossary);
  return abbreviation.longForms;
}

/** Senses that are offered at most: nobody chooses among more, and a glossary may be anybody's. */
const MOST_OFFERED = 10;

function findLongForms(
  abbreviation: Abbreviation,
  written: Written,
  glossary: Glossary,
): readonly LongForm[] {
  const all = glossary.senses(abbreviation.key);
  const definition = abbreviation.definitions.find(({ longRead }) => longRead.trim() !== '');
  if (definition === undefined) {
    const senses = spelledSenses(all, abbreviation.short);
    const own = senses.filter(({ origin }) => origin !== undefined);
    const weighed =
      senses.length > 1
        ? weighSenses(
            senses,
            abbreviation.mentions.map(({ placed }) => placed),
            written,
          )
        : undefined;
    const meant = weighed && (own.length === 1 ? own[0] : weighed.meant);
    const ordered =
      meant === undefined
        ? (weighed?.ordered ?? senses)
        : [meant, ...senses.filter(entry => entry !== meant)];
    return ordered.slice(0, MOST_OFFERED).map(entry => ({
      long: entry.long,
      plural: entry.plural,
      folded: foldedLong(entry),
      origin: 'glossary',
      certain:
        entry === meant ||
        (senses.length === 1 &&
          !isOtherwiseCased(abbreviation.short, senses) &&
          (entry.origin !== undefined ||
            isSupported(entry, abbreviation.short, written) ||
            standsBeforeItsNoun(entry, abbreviation.mentions))),
    }));
  }
  const { longRead: text, foldedLong: folded } = definition;
  // A misspelling or a wrong expansion isn't spread: the glossary's form is offered in its place.
  const wrong = all.find(entry => entry.wrong?.some(({ long }) => foldLong(long) === folded));
  const entry =
    wrong ??
    all.find(
      each => foldedLong(each) === folded || each.alternatives?.some(other => foldLong(other) === folded),
    );
  const long =
    wrong !== undefined
      ? wrong.long
      : entry !== undefined && foldedLong(entry) === folded
        ? entry.long
        : sentenceCase(text, written);
  return [
    {
      long,
      // "type 2 innate lymphoid cells (ILC2s)": the plural already.
      plural: entry?.plural ?? (isPluralBeside(definition.shortText, long) ? long : undefined),
      collective: !/s$/.test(long) && /s$/.test(text) && !/s$/i.test(definition.shortText),
      folded: wrong === undefined ? folded : foldedLong(wrong),
      origin: wrong === undefined ? 'manuscript' : 'glossary',
      certain: true,
    },
  ];
}

/**
 * The meanings of a short form that nothing decides between: the manuscript doesn't define it, and neither its own
 * words nor the writers' own glossary speak for one. None where there are fewer than two.
 */
export function openSenses(
  abbreviation: Abbreviation,
  { written, glossary }: Pick<AbbreviationContext, 'written' | 'glossary'>,
): readonly LongForm[] {
  if (abbreviation.definitions.length > 0 || glossary.senses(abbreviation.key).length < 2) return NONE;
  const forms = longFormsOf(abbreviation, written, glossary);
  if (forms.length < 2 || forms[0]?.certain === true) return [];
  return forms.every(({ folded }) => folded === forms[0]!.folded) ? [] : forms;
}

const NONE: readonly LongForm[] = [];

/** Short forms of so few letters are everybody's: KD is knockdown, and K~D~ a dissociation constant. */
const SHORT = 3;
const WORDED = lettered`[\p{L}\p{N}]`;

/** Domains in which three letters are the field's own (TME, CRS); two never are. */
const OWN_DOMAINS: ReadonlySet<string> = new Set([
  'cell',
  'cytokine',
  'immunoglobulin',
  'malignancy',
  'mhc',
  'receptor',
  'therapy',
  'toxicity',
  'transplantation',
]);

/**
 * Whether the only sense that the glossary has is meant: the short form is long enough to be its, or the manuscript
 * writes at least half of its own words, or (of three letters) a word of its context; without context words, the
 * domains whose own three letters are decide.
 */
function isSupported(entry: GlossaryEntry, short: string, written: Written): boolean {
  const { length } = [...short].filter(WORDED.test);
  if (length > SHORT) return true;
  const isOwn = entry.context === undefined ? OWN_DOMAINS.has(entry.domain) : isInContext(entry, written);
  return (length === SHORT && isOwn) || isWritten(entry.long, written, 0.5);
}

/** "NK cells", of which the glossary knows that natural killer cells are meant: the noun behind it tells. */
function standsBeforeItsNoun(
  { long, alternatives = [] }: GlossaryEntry,
  mentions: readonly Mention[],
): boolean {
  const nouns = alternatives
    .filter(other => other.startsWith(`${long} `))
    .map(other => other.slice(long.length));
  return mentions.some(({ end, placed: { start, block } }) =>
    nouns.some(noun => block.masked.startsWith(noun, end - start)),
  );
}

/**
 * Lower-cases the first letter where the manuscript writes that word in lower case elsewhere, but for names: "Global
 * Health Observatory".
 */
export function sentenceCase(long: string, written: Written): string {
  const [word] = /^[A-Z][a-z]+/.exec(long) ?? [];
  if (word === undefined || isProperName(long)) return long;
  const lower = word.toLowerCase();
  return written.word(lower) ? lower + long.slice(word.length) : long;
}
