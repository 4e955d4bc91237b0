/** Names, numbers and words among the forms that nobody knows. */

import { Evidence } from '../../../analysis/evidence/bits.ts';
import { mayOpenWithName } from '../../../analysis/sectionNames.ts';
import { doubtful, exempt } from '../classification.ts';
import type { ClassTest } from '../policy.ts';
import { isCode, isLabel } from '../shapes.ts';

const CATALOGUE = /^(?:\d{2,}[A-Z]+\d*|[A-Z]{1,5}-?\d{3}[A-Z0-9]*)$/;
/** XXXX, AAA, TODO: a draft's gaps. */
const PLACEHOLDER = /^(?:([A-Z])\1{2,}|XX|TODO|FIXME|TBC|CITE|CITATION|REFS?)$/;
/** Ser46Ile, Chr5:1295135 */
const RESIDUE = /^(?:[A-Z][a-z]{2}\d{1,4}(?:[A-Z][a-z]{2}|\*)|[Cc]hr(?:\d{1,2}|[XY])(?::\d.*)?)$/;
/** Letters that stand for amino acids (IUPAC). */
const RESIDUES = /^[ACDEFGHIKLMNPQRSTVWXY]{3,}$/;
/** scGPT, BioBERT. */
const LANGUAGE_MODEL = /^[A-Za-z]*[a-z](?:GPT|BERT)$/;
/** tTreg, iTreg: a small letter before an abbreviation. */
const KIND = /^[a-z][A-Z][a-zA-Z]+$/;
const CAPITALS = /^[A-Z]{6,}$/;
const LONG_CAPITALS = /^[A-Z]{8,}$/;
const DIGIT = /\d/;

/** Names of products and programs are words with capitals in them, or with a number. */
function isName(form: string): boolean {
  const lower = form.replace(/[^a-z]/g, '').length;
  const upper = form.replace(/[^A-Z]/g, '').length;
  return (
    /^[A-Z][a-z]{3,}(?:\d{1,3}[a-z]?$|[A-Z])/.test(form) ||
    (lower >= 4 && upper <= 3 && !/RNA|DNA/.test(form) && !(upper >= 3 && /seq$/i.test(form)))
  );
}

const LABEL = exempt('label', 'A label of a figure, table or panel.');

/** Labels of figures, tables and panels. */
export const ofLabels: readonly ClassTest[] = [
  { most: Evidence.labelWord, is: LABEL },
  { letters: ({ form }) => isLabel(form), is: LABEL },
];

/** Names of firms, strains, programs and products, codes, sequences, words in capitals, quantities. */
export const ofUnknownNames: readonly ClassTest[] = [
  { any: Evidence.companyWord, is: exempt('organisation', 'A part of a firm’s name.') },
  {
    letters: ({ form }) => /\d|\//.test(form),
    any: Evidence.strainWord,
    is: exempt('strain', 'A strain.'),
  },
  { any: Evidence.strainWord, is: doubtful('strain', 'It stands where the names of strains do.') },
  { any: Evidence.softwareWord, is: exempt('software', 'A program or database.') },
  {
    letters: ({ form }) => form.length >= 4,
    any: Evidence.trialWord,
    is: exempt('trial', 'A trial or study.'),
  },
  {
    any: Evidence.capitalRun,
    text: evidence => evidence.form.length >= 6 || evidence.isWord(),
    is: exempt('emphasis', 'Words in capitals.'),
  },
  {
    letters: ({ form }) => /[A-Z]/.test(form) && /\d{2}|-[^-]*-/.test(form),
    any: Evidence.cellWord,
    is: exempt('cell-line', 'A cell line.'),
  },
  {
    most: Evidence.numberAfter,
    is: exempt('product', 'A part of a clone’s, strain’s or catalogue number.'),
  },
  {
    letters: ({ form }) => DIGIT.test(form),
    any: Evidence.reagentWord,
    is: exempt('product', 'A clone or catalogue number.'),
  },
  {
    letters: ({ form }) => CATALOGUE.test(form) || isCode(form),
    is: exempt('product', 'A clone, catalogue or accession number, or a cell line.'),
  },
  {
    letters: ({ form }) => RESIDUE.test(form),
    is: exempt('sequence', 'An amino-acid exchange or a position.'),
  },
  {
    letters: ({ form }) => form.length > 3 && RESIDUES.test(form),
    most: Evidence.motifWord,
    is: exempt('sequence', 'A motif, named by the letters of its residues.'),
  },
  {
    letters: ({ form }) => RESIDUES.test(form),
    most: Evidence.motifWord,
    is: doubtful('sequence', 'A motif, named by the letters of its residues.'),
  },
  { most: Evidence.productName, is: exempt('product', 'A part of a product’s or program’s name.') },
  {
    letters: ({ form }) => CAPITALS.test(form) && mayOpenWithName(form),
    defined: false,
    text: ({ uses }) => uses === 1,
    is: exempt('emphasis', 'A section’s name in capitals.'),
  },
  {
    letters: ({ form }) => LONG_CAPITALS.test(form) && !form.endsWith('ANOVA'),
    is: exempt('product', 'So many capitals are a name, a sequence or a word.'),
  },
  {
    letters: ({ form }) => KIND.test(form),
    is(evidence, { form }) {
      const base = form.slice(1);
      return isName(form) && evidence.isUsed(base)
        ? doubtful('abbreviation', `Perhaps a kind of ${base}.`)
        : undefined;
    },
  },
  { letters: ({ form }) => isName(form), is: exempt('product', 'A product’s or program’s name.') },
  { letters: ({ form }) => LANGUAGE_MODEL.test(form), is: exempt('software', 'A language model.') },
  {
    letters: ({ form }) => PLACEHOLDER.test(form),
    is: exempt('emphasis', 'A gap that the writer means to fill.'),
  },
  {
    letters: ({ form }) => /^[A-Z]{4,}$/.test(form),
    text: evidence => evidence.isWord(),
    is: exempt('emphasis', 'A word in capitals.'),
  },
  {
    letters: ({ form }) => form.length <= 3,
    most: Evidence.relation,
    is: exempt('variable', 'A quantity, or a term of a formula.'),
  },
];
