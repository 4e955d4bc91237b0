/** Names, units and signs that are no abbreviations. */
import { Evidence } from '../../../analysis/evidence/bits.ts';
import type { MentionClass } from '../../../types.ts';
import { doubtful, exempt } from '../classification.ts';
import {
  currencies,
  currencyCodes,
  emptyCells,
  eras,
  postalCodes,
  statisticsWithRelation,
} from '../knownNames.ts';
import { isIdentifier, isState, speaksOf } from '../otherwise.ts';
import type { ClassTest } from '../policy.ts';

/** Polyomaviruses, named by the patients that they came from: "BK viraemia". */
const PATIENTS_VIRUS = /^(?:BK|JC)$/;
/** `"mouse" OR "rat"` */
const OPERATOR = /^(?:OR|AND|NOT)$/;
/** "50MB" beside "MB". */
const BYTES = /^[GM]B$/;
/** mL, µg: no abbreviation of the field is written so. */
const SMALL = /[a-zµμ]/;
/** What needs no definition by its name alone, so that one of four letters or more is hardly another thing. */
const THINGS: ReadonlySet<MentionClass> = new Set(['organisation', 'database', 'software', 'cell-line']);

/** So much must speak for a noun (`usageOf`), and so many uses. */
const NOUN = 1;
const OFTEN = 3;

/** What a known name is the name of. */
const NAME_OF: { readonly [kind in MentionClass]?: string } = {
  'cell-line': 'The name of a cell line.',
  'cell-marker': 'A named CD molecule or receptor of that kind.',
  chemical: 'A chemical that is better known by these letters.',
  database: 'The name of a database.',
  degree: 'An academic degree.',
  emphasis: 'A word in capitals.',
  'gene-or-protein': 'The name of a gene or protein.',
  immunoglobulin: 'An antibody, named by its antigen.',
  organisation: 'An organisation, known by these letters.',
  product: 'The name of a product.',
  software: 'The name of a program.',
  statistics: 'A statistic that is written so without expansion.',
  strain: 'The name of a strain.',
  trial: 'The name of a trial.',
};

/** Names, units and signs that are no abbreviations, where the text doesn't speak of what else their letters may mean. */
export const ofNames: readonly ClassTest[] = [
  {
    letters: ({ form }) => postalCodes.has(form),
    text: (evidence, { inField }) => isState(evidence, inField),
    is: exempt('label', 'A state or province in an address.'),
  },
  {
    letters: ({ form }) => statisticsWithRelation.has(form),
    any: Evidence.relation,
    is: exempt('statistics', 'A statistic, given with its value.'),
  },
  {
    letters: ({ form, named }) => named === 'unit' && SMALL.test(form),
    is: exempt('unit', 'A unit.'),
  },
  {
    letters: ({ named }) => named === 'unit',
    text: ({ most, defined }, { inField }) =>
      (most & Evidence.afterNumber) !== 0 || (inField.length === 0 && !defined),
    is: exempt('unit', 'A unit.'),
  },
  {
    // In a text that never speaks of medulloblastoma. TB is tuberculosis far more often.
    letters: ({ form }) => BYTES.test(form),
    defined: false,
    text: (evidence, { inField }) => !speaksOf(evidence, inField),
    is: doubtful('unit', 'Perhaps a unit.'),
  },
  {
    letters: ({ form }) => OPERATOR.test(form),
    any: Evidence.capitalRun,
    is: exempt('emphasis', 'An operator of a search.'),
  },
  {
    letters: ({ form }) => PATIENTS_VIRUS.test(form),
    defined: false,
    text: evidence => evidence.isSpokenOf('virus'),
    is: exempt('strain', 'A virus, named by its patient.'),
  },
  {
    letters: ({ form }) => form === 'ID' || form === 'IDs',
    defined: false,
    text: (evidence, { inField }) => isIdentifier(evidence, inField),
    is: exempt('standard', 'An identifier.'),
  },
  {
    letters: ({ named }) => named !== undefined && named !== 'unit',
    text(evidence, { form, named, inField }) {
      // A programme or a board that the text explains somewhere is none the less known elsewhere.
      if (evidence.defined && !(form.length >= 4 && THINGS.has(named!))) return false;
      // "MD trajectories": no degree, which stands behind a person's name.
      const isNoun = (): boolean =>
        evidence.uses >= OFTEN &&
        (evidence.most & Evidence.afterName) === 0 &&
        evidence.usage('known') >= NOUN;
      if (named === 'degree' && inField.length > 0 && isNoun()) return false;
      // "mean ± SD" in a text that never speaks of stable disease.
      const others = inField.filter(({ domain }) => domain !== named);
      return (named === 'statistics' && evidence.tabled) || !speaksOf(evidence, others);
    },
    is: (_, { named }) => exempt(named!, NAME_OF[named!] ?? 'A name that needs no expansion.'),
  },
  {
    letters: ({ form }) => eras.has(form),
    most: Evidence.afterNumber | Evidence.ordinalWord,
    is: exempt('standard', 'An era.'),
  },
  {
    letters: ({ form }) => currencies.has(form),
    defined: false,
    is: exempt('unit', 'A currency (ISO 4217).'),
  },
  {
    letters: ({ form }) => currencyCodes.has(form),
    defined: false,
    text: evidence => evidence.isBesideNumbers(),
    is: exempt('unit', 'A currency (ISO 4217).'),
  },
  {
    letters: ({ form }) => emptyCells.has(form),
    defined: false,
    text: ({ tabled }) => tabled,
    is: exempt('label', 'It says that a cell of a table has no value.'),
  },
  {
    letters: ({ inField }) => inField.length > 0,
    defined: false,
    most: Evidence.fileWord,
    is: exempt('software', 'A file format.'),
  },
  {
    letters: ({ inField }) => inField.length === 0,
    defined: false,
    any: Evidence.fileWord,
    is: exempt('software', 'A file format.'),
  },
];
