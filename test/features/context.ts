/** A manuscript to ask about, from text with a cursor: `|` marks the place. */
import { createFeatureContext, type FeatureContext } from '../../server/src/core/features/context.ts';
import { createGlossary, createSearch, createService } from '../../server/src/core/index.ts';
import type {
  Glossary,
  GlossaryEntry,
  Reference,
  Therapy,
  TherapyFact,
} from '../../server/src/core/types.ts';
import { entry } from '../glossary.ts';

/** A text, asked at one place. */
export interface Asked {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly offset: number;
  readonly text: string;
}

const source = { reference: 'moumaris2025' };

const therapies: readonly Therapy[] = [
  { id: 'car-nk', name: 'CAR-NK cells', names: ['CAR-NK', 'CAR-NK cells'], summary: 'NK cells with a CAR.' },
  {
    id: 'car-t',
    name: 'CAR-T cells',
    names: ['CAR-T', 'CAR-T cell therapy'],
    summary: 'T cells with a CAR.',
  },
];

const fact = (id: string, therapy: string, more: Partial<TherapyFact>): TherapyFact => ({
  id,
  therapy,
  topic: 'safety',
  statement: `A statement on ${therapy}.`,
  quotation: 'A sentence.',
  source,
  cites: [],
  ...more,
});

const facts: readonly TherapyFact[] = [
  fact('car-nk-safety', 'car-nk', {
    statement: 'GvHD is limited with CAR-NK cells.',
    cites: [
      { reference: 'roex2022', supports: 'verified' },
      { reference: 'other1999', supports: 'off-topic' },
    ],
  }),
  fact('car-nk-persists', 'car-nk', {
    topic: 'persistence',
    statement: 'CAR-NK cells persist well.',
    contradicts: [{ fact: 'car-nk-wanes', note: 'The article says both.' }],
  }),
  fact('car-nk-wanes', 'car-nk', { topic: 'persistence', statement: 'Persistence remains a challenge.' }),
  fact('car-t-cost', 'car-t', { topic: 'cost', statement: 'CAR-T cells are expensive.' }),
];

const references: readonly Reference[] = [
  {
    id: 'moumaris2025',
    type: 'article-journal',
    title: 'Advancing',
    author: [{ family: 'Moumaris', given: 'M' }],
    issued: { 'date-parts': [[2025, 7]] },
    'container-title': 'J Biotechnology and Bioprocessing',
    volume: '6',
    issue: '4',
    DOI: '10.31579/2766-2314/159',
    note: 'Editorial.',
  },
  {
    id: 'roex2022',
    type: 'article-journal',
    title: 'Two for one',
    author: [{ family: 'Roex' }],
    issued: { 'date-parts': [[2022]] },
  },
  { id: 'other1999', type: 'article-journal', title: 'Malaria', author: [{ family: 'Other' }] },
];

const entries: readonly GlossaryEntry[] = [
  entry('CAR', 'chimeric antigen receptor', { domain: 'receptor', gloss: 'An engineered receptor.' }),
  entry('CAR-NK', 'chimeric antigen receptor natural killer', {
    domain: 'therapy',
    therapy: 'car-nk',
    wrong: [{ long: 'natural killer cells', note: 'Only the second half.' }],
  }),
  entry('NK', 'natural killer', { domain: 'cell' }),
  entry('CRS', 'cytokine release syndrome', { domain: 'toxicity' }),
  entry('TME', 'tumor microenvironment', { domain: 'malignancy' }),
  entry('DTH', 'delayed-type hypersensitivity', { domain: 'disease', undefinedIn: ['JI'] }),
  entry('PC', 'plasma cell', {
    domain: 'cell',
    gloss: 'It secretes antibodies.',
    context: ['CD138', 'marrow'],
  }),
  entry('PC', 'phosphatidylcholine', { id: 'pc-lipid', domain: 'reagent', context: ['lipid'] }),
  entry('XSS', '<img src=x onerror=alert(1)> [click](command:evil) **bold**', {
    gloss: 'See https://evil.example',
  }),
];

/** A small glossary with therapies and facts. */
export const glossary: Glossary = createGlossary({
  entries,
  standard: () => [{ short: 'DNA', long: 'deoxyribonucleic acid', class: 'standard', sources: [] }],
  therapies: () => therapies,
  facts: () => facts,
  references: () => references,
  geneSymbols: () => '',
  revision: 1,
});

const service = createService(glossary);
const search = createSearch(entries);

/** Reads a text whose `|` marks the place to ask about; Markdown unless said otherwise. */
export function asked(marked: string, languageId = 'markdown'): Asked {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const uri = 'file:///manuscript';
  const manuscript = service.assemble([service.analyze({ uri, languageId, version: 1, text })]);
  const configuration = { rules: {}, ignore: [], minimumUses: 3 };
  return {
    context: createFeatureContext({ manuscript, glossary, configuration, search }),
    uri,
    offset,
    text,
  };
}
