/**
 * What is left is an abbreviation or nothing that we know: by its shape, and by signs that are too weak to let it off and
 * too strong to be loud about it. It is loud only where none of them speaks against it.
 */
import { Evidence } from '../../../analysis/evidence/bits.ts';
import {
  type Classification,
  doubtful,
  EXPLAINED,
  exempt,
  type FormEvidence,
  QUOTED,
  USED_AS_NAME,
} from '../classification.ts';
import { isOfField } from '../otherwise.ts';
import type { ClassTest } from '../policy.ts';
import { isUsedAsWord } from '../usage.ts';
import { ofLongerNames } from './surroundings.ts';

/** mAb, FcRn, tMRCA, ChIPseq. */
const ORDINARY =
  /^[a-z]{1,5}[A-Z]{1,5}$|^[A-Z]{1,4}[a-zα-ω][A-Z]{1,3}$|^[A-Z]{1,3}[a-z]{1,3}$|^[^A-Z]*[A-Z].*seq$/;
/** MeDIP-seq, FAIRE-Seq. */
const SEQUENCING = /^(?=.*[A-Z].*[A-Z])[A-Za-z]{3,9}[-–][Ss]eq$/;
/** HLApers, KMeans: capitals that go on as a word does. */
const NAME_LIKE = /^(?:[A-Z]{3,}(?!seq$)[a-z]{2,}|[A-Z]{2}(?!seq$)[a-z]{3,})$/;
/** rplC, mecA, blaTEM: bacterial genes. */
const BACTERIAL_GENE = /^[a-z]{3}[A-Z]{1,3}\d{0,2}$/;
const CAPITALS = /^[A-Z]{3,5}$/;
/** EFS24: event-free survival at 24 months. */
const NUMBERED_LETTERS = /^([A-Z]{3,4})\d{2}$/;
/** ZT0, EASI-75 */
const WITH_NUMBER = /^([A-Z]{2,6})-?\d{1,3}$/;
/** OFIS beside OFI */
const PLURAL = /^([A-Z]{2,5})S$/;
const DIGIT = /\d/;

const abbreviation = (reason: string, confidence: number): Classification => ({
  class: 'abbreviation',
  reason,
  confidence,
});

/** "PSLR": "SPLR", "PLSR", "PSRL". All that it may be a slip for, by two letters that changed places. */
function slips(form: string): readonly string[] {
  const others: string[] = [];
  for (let at = 1; at < form.length; at++) {
    const other = form.slice(0, at - 1) + form[at] + form[at - 1] + form.slice(at + 1);
    if (other !== form) others.push(other);
  }
  return others;
}

/** Forms with numbers, in italics, of the text's own letters. */
const ofOwnLetters: readonly ClassTest[] = [
  {
    letters: ({ form }) => /^[a-z]/.test(form) && /[α-ω]/.test(form),
    is: doubtful('variable', 'Perhaps a variable.'),
  },
  {
    letters: ({ form }) => NUMBERED_LETTERS.test(form),
    text(evidence, { form, glossary }) {
      const base = NUMBERED_LETTERS.exec(form)![1]!;
      return isOfField(base, glossary) && isUsedAsWord(base, evidence.usage('unknown'));
    },
    is: abbreviation('An abbreviation of the field with a number.', 0.6),
  },
  {
    letters: ({ form }) => WITH_NUMBER.test(form),
    is(evidence, { form }) {
      const base = WITH_NUMBER.exec(form)![1]!;
      return evidence.isUsed(base) ? exempt('abbreviation', `${base} with a number.`) : undefined;
    },
  },
  {
    letters: ({ form }) => DIGIT.test(form),
    text: ({ tabled }) => tabled,
    is: exempt('label', 'Letters and numbers in tables alone: a label, a clone or a dye.'),
  },
  {
    letters: ({ form }) => DIGIT.test(form),
    is: doubtful('abbreviation', 'Holds a number, and the glossary doesn’t know it.'),
  },
  {
    letters: ({ form }) => BACTERIAL_GENE.test(form),
    most: Evidence.emphasised,
    is: exempt('gene-or-protein', 'A bacterial gene: three letters and a capital, in italics.'),
  },
  { most: Evidence.emphasised, is: doubtful('gene-or-protein', 'In italics, as genes are.') },
  {
    letters: ({ form }) => PLURAL.test(form),
    is(evidence, { form }) {
      const single = PLURAL.exec(form)![1]!;
      return evidence.isUsed(single)
        ? doubtful('abbreviation', `Perhaps more than one ${single}.`)
        : undefined;
    },
  },
  {
    letters: ({ form }) => /^[A-Z]{3,}$/.test(form),
    is(evidence, { form }) {
      const other = evidence.uses === 1 ? slips(form).find(each => evidence.isUsed(each)) : undefined;
      return other === undefined ? undefined : doubtful('abbreviation', `Perhaps a slip for ${other}.`);
    },
  },
];

const INTRODUCED = doubtful('abbreviation', 'It stands beside words in parentheses that may explain it.');

/** So seldom used, a form may be a part of a name that stands beside it, or a program's that is cited. */
function isSeldom({ form, uses }: FormEvidence): boolean {
  return uses <= (form.length === 2 ? 6 : 2);
}

/** Signs that are too weak to let a form off and too strong to be loud about it: a hint. */
const ofWeakSigns: readonly ClassTest[] = [
  {
    text: ({ tabled }) => tabled,
    is: doubtful('label', 'It stands in tables only, where names of groups and values stand too.'),
  },
  { any: Evidence.introduced, text: ({ uses }) => uses < 3, is: INTRODUCED },
  { text: ({ first, uses }) => uses >= 3 && (first & Evidence.introduced) !== 0, is: INTRODUCED },
  {
    most: Evidence.domainWord,
    is: doubtful('gene-or-protein', 'Perhaps the name of a domain or a kind of plot.'),
  },
  { most: Evidence.geneWord, is: doubtful('gene-or-protein', 'Perhaps a gene or a protein.') },
  {
    any: Evidence.beforeName,
    most: Evidence.afterName,
    text: isSeldom,
    is: exempt('organisation', 'A part of a proper name.'),
  },
  {
    letters: ({ form }) => form.length <= 4,
    most: Evidence.afterName | Evidence.beforeName,
    text: isSeldom,
    is: doubtful('product', 'It stands beside a capitalised word, as parts of names do.'),
  },
  {
    letters: ({ form }) => /[a-z]/.test(form),
    any: Evidence.cited,
    text: isSeldom,
    is: exempt('software', 'A program, named with its citation.'),
  },
  {
    any: Evidence.cited,
    text: isSeldom,
    is: doubtful('software', 'Perhaps a program, named with its citation.'),
  },
];

/** Capitals, or capitals with a few small letters. */
const isOrdinary = (form: string): boolean =>
  CAPITALS.test(form) || (ORDINARY.test(form) && !NAME_LIKE.test(form));

/** What is written like an abbreviation is one if it is used like one. */
const ofWrittenForms: readonly ClassTest[] = [
  { text: evidence => evidence.isExplained([]), is: doubtful('abbreviation', EXPLAINED) },
  { text: evidence => evidence.isQuoted(), is: QUOTED },
  {
    letters: ({ form }) => /^[A-Z]{1,6}ANOVA$/.test(form),
    is: abbreviation('A kind of analysis of variance.', 0.8),
  },
  { letters: ({ form }) => SEQUENCING.test(form), is: abbreviation('A kind of sequencing.', 0.8) },
  { letters: ({ form }) => /^[a-z]/.test(form), any: Evidence.introduced, is: INTRODUCED },
  {
    letters: ({ form }) => form.length === 2,
    is: doubtful('abbreviation', 'Two letters that the glossary doesn’t know.'),
  },
  {
    letters: ({ form }) => isOrdinary(form),
    text: evidence => !isUsedAsWord(evidence.form, evidence.usage('unknown')),
    is: doubtful('abbreviation', USED_AS_NAME),
  },
  {
    letters: ({ form }) => CAPITALS.test(form),
    is: abbreviation('Capitals only, and used as a noun.', 0.8),
  },
  {
    letters: ({ form }) => isOrdinary(form),
    is: abbreviation('Written like an abbreviation, and used as a noun.', 0.6),
  },
  { is: doubtful('abbreviation', 'Written somewhat like an abbreviation.') },
];

/** By shape and weak signs; the last of them always decides. */
export const ofUnknownShapes: readonly ClassTest[] = [
  ...ofOwnLetters,
  ...ofWeakSigns,
  ...ofLongerNames,
  ...ofWrittenForms,
];
