/** What the words around a form make it, whatever its letters may mean elsewhere. */
import { Evidence } from '../../../analysis/evidence/bits.ts';
import { type Classification, doubtful, exempt } from '../classification.ts';
import { CONSTANT, type Named } from '../inNames.ts';
import { isOfField } from '../otherwise.ts';
import type { ClassTest } from '../policy.ts';

/** What stands right beside it: a list of donors, a person's name, dots, a number's word. */
export const ofNeighbours: readonly ClassTest[] = [
  {
    letters: ({ form }) => /^[A-Z]{1,3}\d*$/.test(form),
    any: Evidence.donorList,
    is: exempt('label', 'One of several donors, patients or samples.'),
  },
  {
    letters: ({ form }) => /^[A-Z]{2,4}$/.test(form),
    any: Evidence.personList,
    text: ({ uses }) => uses <= 3,
    is: exempt('initials', 'A person’s initials.'),
  },
  {
    letters: ({ form }) => /^[A-Z]+-?\d?[A-Z]?[α-ω]?$/.test(form),
    any: Evidence.alias,
    is: exempt('gene-or-protein', 'Another name of what stands beside it.'),
  },
  { most: Evidence.dotted, is: exempt('product', 'A part of a name that is written with dots.') },
  {
    most: Evidence.identifierWord,
    is: exempt('product', 'A part of a clone’s, strain’s or catalogue number.'),
  },
];

const QUANTITY = doubtful('variable', 'Perhaps a quantity with its index.');

/** What a form is that is a part of such a name. */
const PART_OF: Readonly<Record<Named, Classification>> = {
  strain: exempt('strain', 'A part of a virus’s name.'),
  // T~reg~ is known.
  nucleotide: exempt('chemical', 'A cyclic nucleotide.'),
  quantity: QUANTITY,
  code: exempt('product', 'A part of a code.'),
  person: exempt('initials', 'A cited author’s name.'),
  thing: doubtful('product', 'It stands where the names of such things do.'),
  resource: doubtful('database', 'Perhaps the name of what is spoken of there.'),
};

/** What its uses are parts of, in most places: a strain's name, a thing's, a list of genes. */
export const ofLongerNames: readonly ClassTest[] = [
  {
    is(evidence, { form, glossary }) {
      const named = evidence.namedBy();
      if (named === undefined) return undefined;
      const is = PART_OF[named];
      return is === QUANTITY && !CONSTANT.test(form) && isOfField(form, glossary) ? undefined : is;
    },
  },
  {
    letters: ({ form }) => /^[A-Z]{2,4}$/.test(form),
    text: evidence => evidence.isBehindCapitals(),
    is: doubtful('product', 'A part of a name in capitals.'),
  },
  {
    letters: ({ form }) => /^[A-Z][A-Z\d]{1,6}$/.test(form),
    text: (evidence, { glossary }) =>
      evidence.isListedWith(
        other =>
          (/\d/.test(other) || other.length >= 4) &&
          glossary.isGeneSymbol(other) &&
          !isOfField(other, glossary),
      ),
    is: doubtful('gene-or-protein', 'It stands in a list of genes.'),
  },
];
