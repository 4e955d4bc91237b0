/** Genes and proteins among the forms that nobody knows. */
import { doubtful, exempt } from '../classification.ts';
import type { FormLetters } from '../formLetters.ts';
import type { ClassTest } from '../policy.ts';
import { GENE_EVIDENCE } from './molecules.ts';

/** A gene family's letters that a text uses so often, and so much like a noun, may well be another thing: "CAGE-based". */
const OFTEN = 5;
const LIKE_A_NOUN = 2;

const isSymbol = ({ form, glossary }: FormLetters): boolean => glossary.isGeneSymbol(form);

/** Foxp3: a symbol but for its case. */
const isMouseSymbol = ({ form, glossary }: FormLetters): boolean =>
  /^[A-Z][a-z0-9-]+$/.test(form) && glossary.isGeneSymbol(form.toUpperCase());

/** A family's letters, of which the members have numbers. */
const isFamily = ({ form, glossary }: FormLetters): boolean =>
  /^[A-Z]{3,5}$/.test(form) && glossary.isGeneSymbol(`${form}1`);

/**
 * An HGNC symbol in its exact case lets off with a digit or four letters, or where the text marks it; mouse case only
 * where marked.
 */
export const ofUnknownGenes: readonly ClassTest[] = [
  {
    letters: letters => isSymbol(letters) && (/\d/.test(letters.form) || letters.form.length >= 4),
    is: exempt('gene-or-protein', 'An approved human gene symbol (HGNC).'),
  },
  {
    letters: isSymbol,
    any: GENE_EVIDENCE,
    is: exempt('gene-or-protein', 'An approved human gene symbol (HGNC).'),
  },
  {
    letters: isSymbol,
    is: doubtful('gene-or-protein', 'A gene symbol of three letters, which may mean something else here.'),
  },
  {
    letters: letters => isMouseSymbol(letters) && /[a-z]\d/.test(letters.form),
    is: exempt('gene-or-protein', 'A mouse gene symbol.'),
  },
  { letters: isMouseSymbol, any: GENE_EVIDENCE, is: exempt('gene-or-protein', 'A mouse gene symbol.') },
  { letters: isMouseSymbol, is: doubtful('gene-or-protein', 'Perhaps a mouse gene symbol.', 0.2) },
  {
    letters({ form, glossary }) {
      const bare = form.replace(/^p(?=[A-Z])/, '');
      return bare !== form && (/\d/.test(bare) || glossary.isGeneSymbol(bare));
    },
    is: exempt('gene-or-protein', 'A phosphorylated protein.'),
  },
  {
    // PPARγ
    letters: ({ form }) => /^[A-Z]{1,6}[α-ω]\d{0,2}$/.test(form),
    is: exempt('gene-or-protein', 'A protein named with a Greek letter.'),
  },
  {
    // STAT5
    letters: ({ form, glossary }) =>
      /^[A-Z]{3,5}\d{1,2}$/.test(form) &&
      (glossary.isGeneSymbol(`${form}A`) || glossary.isGeneSymbol(`${form}1`)),
    is: exempt('gene-or-protein', 'A member of a gene family.'),
  },
  {
    letters: isFamily,
    any: GENE_EVIDENCE,
    is: exempt('gene-or-protein', 'A gene family: its members have numbers.'),
  },
  {
    letters: isFamily,
    text: evidence => evidence.uses < OFTEN || evidence.usage('unknown') < LIKE_A_NOUN,
    is: doubtful('gene-or-protein', 'Perhaps a gene family: its members have numbers.'),
  },
];
