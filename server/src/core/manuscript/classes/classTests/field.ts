/** Abbreviations of the field, and what their letters may mean besides. */
import { Evidence } from '../../../analysis/evidence/bits.ts';
import type { GlossaryEntry, MentionClass } from '../../../types.ts';
import { doubtful, EXPLAINED, exempt, type FormEvidence, QUOTED, USED_AS_NAME } from '../classification.ts';
import { isMisread, isOtherwiseCased, isUsedForName, speaksOf, spokenName } from '../otherwise.ts';
import { type ClassTest, firstOf } from '../policy.ts';
import { ofLongerNames, ofNeighbours } from './surroundings.ts';
import { ofUnknown } from './unknown.ts';

/** What names a thing, where the same letters are an abbreviation of another. */
const NAMES: ReadonlySet<MentionClass> = new Set(['organisation', 'gene-or-protein', 'chemical', 'database']);
const TWO_CAPITALS = /^[A-Z]{2}$/;
const TWO_LETTERS = /^[A-Za-z]{2}$/;
const DIGIT = /\d/;
/** "group 3 innate lymphoid cell": a thing among its like, by a number. */
const NUMBERED = /^(?:group|type|class) \d (.+)$/;

/**
 * What the manuscript defines always wins: where "B-cell aplasia (BCA)" is told, it is no bicinchoninic acid. A list of
 * abbreviations that has "mRNA: messenger RNA" says nothing else.
 */
function isDefinedOtherwise(evidence: FormEvidence, long: string): boolean {
  const isMeant = (word: string): boolean =>
    word.length > 3 && (evidence.isSpokenOf(word) || evidence.isDefinedBy(word));
  return evidence.defined && !long.split(/[^\p{L}]+/u).some(isMeant);
}

const isLetOffReagent = ({ domain, undefinedIn = [] }: GlossaryEntry): boolean =>
  domain === 'reagent' && undefinedIn.length > 0;

/** Letters of the field that mean another thing here. */
export const ofOtherThings: readonly ClassTest[] = [
  {
    letters: ({ senses, inField }) => inField.length > 0 && senses.some(entry => NAMES.has(entry.class)),
    defined: false,
    is(evidence, { senses }) {
      const meant = spokenName(senses, evidence) ?? evidence.meant(senses);
      return meant !== undefined && NAMES.has(meant.class)
        ? exempt(meant.class, `Here it means ${meant.long}, which needs no definition.`)
        : undefined;
    },
  },
  {
    // "the CDC estimates", in a text that says nothing of cytotoxicity.
    letters: ({ form, senses, inField }) =>
      inField.length > 0 && senses.some(entry => entry.class === 'organisation' && entry.short === form),
    defined: false,
    text: (evidence, { form, inField }) =>
      evidence.isBehindThe() &&
      !evidence.touchesOn(inField.filter(entry => !isOtherwiseCased(form, [entry]))),
    is: exempt('organisation', 'An organisation, where the text speaks of nothing else with these letters.'),
  },
  {
    letters: ({ inField, standard }) => inField.length > (standard === undefined ? 0 : 1),
    defined: false,
    text: (evidence, { inField }) => isMisread(evidence, inField),
    is: firstOf([
      ...ofNeighbours,
      { is: doubtful('product', 'It stands where names of genes, trials, firms and labels do.') },
    ]),
  },
];

/** Abbreviations of the field. */
export const ofField: readonly ClassTest[] = [
  {
    letters: ({ standard, inField }) => standard !== undefined && inField.length < 2,
    text: (evidence, { standard }) => !isDefinedOtherwise(evidence, standard!.long),
    is: (_, { standard }) =>
      exempt(
        standard!.class === 'abbreviation' ? 'standard' : standard!.class,
        'No biomedical journal asks to define it.',
      ),
  },
  {
    // A manuscript that expands it somewhere thinks that its readers need it.
    letters: ({ form, inField: [only, ...others] }) =>
      others.length === 0 && only?.short === form && (only.undefinedIn?.length ?? 0) > 0,
    defined: false,
    is: (_, { inField: [only] }) =>
      exempt('standard', `Journals let it stand undefined (${only!.undefinedIn!.join(', ')}).`),
  },
  {
    // "5% BSA": bovine serum albumin, where the text doesn't speak of body surface.
    letters: ({ inField }) => inField.length > 1 && inField.some(isLetOffReagent),
    defined: false,
    is(evidence, { form, senses }) {
      const meant = evidence.meant(senses);
      return meant?.short === form && isLetOffReagent(meant)
        ? exempt(
            'standard',
            `A reagent that journals let stand undefined (${meant.undefinedIn?.join(', ')}).`,
          )
        : undefined;
    },
  },
  {
    letters: ({ form, inField }) => TWO_CAPITALS.test(form) && !inField.some(({ short }) => short === form),
    most: Evidence.ordinalWord,
    is: exempt('label', 'The name of a group, type or stage.'),
  },
  {
    // "pK", where the glossary has PK: perhaps another thing, if the text never speaks of it.
    letters: ({ form, inField }) => TWO_LETTERS.test(form) && isOtherwiseCased(form, inField),
    defined: false,
    text: (evidence, { inField }) => !speaksOf(evidence, inField),
    is: firstOf(ofUnknown),
  },
  {
    letters: ({ inField }) => inField.length > 0,
    defined: false,
    text: (evidence, { inField }) => evidence.isExplained(inField.map(({ long }) => long)),
    is: doubtful('abbreviation', EXPLAINED),
  },
  {
    // ILC1, where the text spells "group 3 innate lymphoid cells (ILC3s)" out.
    letters: ({ form, inField: [only, ...others] }) =>
      others.length === 0 && DIGIT.test(form.slice(-1)) && only !== undefined && NUMBERED.test(only.long),
    defined: false,
    text: (evidence, { inField: [only] }) => evidence.isSpokenOf(NUMBERED.exec(only!.long)![1]!),
    is: doubtful('abbreviation', 'The text spells its letters out with another number.'),
  },
  {
    // "sklearn.decomposition.PCA"
    letters: ({ inField }) => inField.length > 0,
    defined: false,
    most: Evidence.dotted,
    is: exempt('product', 'A part of a name that is written with dots.'),
  },
  { letters: ({ inField }) => inField.length > 0, defined: false, text: each => each.isQuoted(), is: QUOTED },
  {
    letters: ({ inField }) => inField.length > 0,
    defined: false,
    text: (evidence, { inField }) => isUsedForName(evidence, inField),
    is: doubtful('abbreviation', USED_AS_NAME),
  },
  {
    letters: ({ inField }) => inField.length > 0,
    defined: false,
    text: (evidence, { inField }) => !speaksOf(evidence, inField),
    is: firstOf(ofLongerNames),
  },
  {
    letters: ({ form, inField }) =>
      inField.some(entry => entry.short === form || entry.variants?.includes(form)),
    is: { class: 'abbreviation', reason: 'An abbreviation of the field.', confidence: 0.95 },
  },
  {
    // Spelled otherwise than the glossary has it, it may be another thing.
    letters: ({ inField }) => inField.length > 0,
    is: { class: 'abbreviation', reason: 'An abbreviation of the field.', confidence: 0.7 },
  },
];

const asUnknown = firstOf(ofUnknown);

/** What is no abbreviation of the field: other names of the glossary, and what the manuscript defines. */
export const ofOthers: readonly ClassTest[] = [
  {
    letters: ({ form, senses }) => senses.length > 0 && !isOtherwiseCased(form, senses),
    is(evidence, { form, senses }) {
      const sense = senses.find(({ long }) => !isDefinedOtherwise(evidence, long));
      if (sense === undefined) return undefined;
      const isMany =
        TWO_CAPITALS.test(form) && (sense.class === 'chemical' || sense.class === 'gene-or-protein');
      return isMany
        ? doubtful(sense.class, `Perhaps ${sense.long}; two letters may mean anything.`)
        : exempt(sense.class, `Known to the glossary as ${sense.long}, which needs no definition.`);
    },
  },
  {
    letters: ({ form }) => DIGIT.test(form),
    defined: true,
    text: ({ told }, { form, glossary }) => !told && glossary.isGeneSymbol(form),
    is: exempt('gene-or-protein', 'An approved human gene symbol (HGNC).'),
  },
  {
    // A table says what "circDeep" is made of: a program's name all the same.
    defined: true,
    text: ({ tabulated }) => tabulated,
    is(evidence, letters) {
      const decided = asUnknown(evidence, letters);
      return decided?.confidence === 0 && decided.class !== 'abbreviation' ? decided : undefined;
    },
  },
  {
    defined: true,
    is: { class: 'abbreviation', reason: 'The manuscript defines it.', confidence: 1 },
  },
];
