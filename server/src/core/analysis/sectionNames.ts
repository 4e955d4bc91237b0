/**
 * Names under which manuscripts announce their sections, lower case, without numbering. From the author
 * instructions of ICMJE (Recommendations, IV.A "Manuscript sections"), J Immunol, Blood, PLOS and BMC.
 */
import type { Role } from '../types.ts';

const names: readonly (readonly [Role, readonly string[]])[] = [
  [
    'abstract',
    [
      'abstract',
      'summary',
      'structured abstract',
      'plain language summary',
      'lay summary',
      'author summary',
      'significance',
      'importance',
      'significance statement',
      'graphical abstract',
    ],
  ],
  [
    'box',
    [
      'highlights',
      'key points',
      'summary points',
      'key messages',
      'in brief',
      'etoc blurb',
      'take home message',
    ],
  ],
  ['running-title', ['running title', 'running head', 'short title', 'running heading']],
  ['keywords', ['keywords', 'key words', 'key terms', 'index terms', 'subject terms', 'mesh terms']],
  [
    'abbreviation-list',
    [
      'abbreviations',
      'abbreviation',
      'list of abbreviations',
      'abbreviations used',
      'abbreviations used in this paper',
      'abbreviations used in this article',
      'abbreviations list',
      'abbreviation list',
      'abbreviations and acronyms',
      'acronyms',
      'list of acronyms',
      'acronyms and abbreviations',
      'nonstandard abbreviations',
      'non-standard abbreviations',
      'nonstandard abbreviations used',
      'glossary of abbreviations',
      'glossary',
    ],
  ],
  [
    'references',
    [
      'references',
      'reference',
      'reference list',
      'bibliography',
      'literature',
      'literature cited',
      'works cited',
    ],
  ],
  ['authors', ['authors', 'author list', 'affiliations', 'author affiliations', 'author information']],
  [
    'back-matter',
    [
      'acknowledgments',
      'acknowledgements',
      'acknowledgment',
      'acknowledgement',
      'funding',
      'funding sources',
      'funding statement',
      'financial support',
      'financial disclosure',
      'financial disclosures',
      'grant support',
      'author contributions',
      'authors contributions',
      "authors' contributions",
      'authors’ contributions',
      'author contribution',
      'contributions',
      'contributors',
      'credit author statement',
      'conflict of interest',
      'conflicts of interest',
      'conflict of interest statement',
      'conflict of interest disclosure',
      'conflict-of-interest disclosure',
      'competing interests',
      'competing interest',
      'declaration of interests',
      'declaration of competing interest',
      'declarations of interest',
      'declarations',
      'disclosure',
      'disclosures',
      'data availability',
      'data availability statement',
      'availability of data and materials',
      'data and code availability',
      'code availability',
      'data sharing statement',
      'ethics',
      'ethics statement',
      'ethics approval',
      'ethics approval and consent to participate',
      'consent for publication',
      'consent to participate',
      'institutional review board statement',
      'informed consent statement',
      'authorship',
      'author details',
      'additional information',
      'footnotes',
      'orcid',
    ],
  ],
  [
    'caption',
    [
      'figure legends',
      'figure captions',
      'legends',
      'figures',
      'tables',
      'figures and tables',
      'table legends',
    ],
  ],
  [
    'supplement',
    [
      'supplement',
      'supplementary material',
      'supplementary materials',
      'supplemental material',
      'supplemental materials',
      'supplementary information',
      'supplemental information',
      'supporting information',
      'supplementary methods',
      'supplementary data',
      'appendix',
      'appendices',
    ],
  ],
  [
    'body',
    [
      'introduction',
      'background',
      'methods',
      'method',
      'materials and methods',
      'material and methods',
      'methods and materials',
      'patients and methods',
      'subjects and methods',
      'experimental procedures',
      'study design',
      'statistical analysis',
      'results',
      'results and discussion',
      'findings',
      'discussion',
      'conclusion',
      'conclusions',
      'concluding remarks',
      'case report',
      'case presentation',
      'limitations',
      'perspectives',
      'future directions',
      'main text',
      'main',
    ],
  ],
];

/** Role of a section by its name. */
export const sectionRoles: ReadonlyMap<string, Role> = new Map(
  names.flatMap(([role, list]) => list.map(name => [name, role] as const)),
);

/** Abstracts at the head of a paper, sections of the main text at the end of a chapter. */
export const closingNames: ReadonlySet<string> = new Set(['summary', 'significance', 'importance']);

/** Statements of one paragraph beside an abstract (mBio: "Importance"; PNAS: "Significance"). */
export const briefNames: ReadonlySet<string> = new Set([
  'importance',
  'significance',
  'significance statement',
]);

/** Sections of the main text that a structured abstract has as well. */
export const abstractParts: ReadonlySet<string> = new Set([
  'background',
  'methods',
  'method',
  'materials and methods',
  'patients and methods',
  'study design',
  'results',
  'findings',
  'discussion',
  'conclusion',
  'conclusions',
]);

/**
 * Labels that open a paragraph and speak for it alone: "Keywords: …". Longer names of the same table would
 * do, but a sentence may well begin "Results: …" inside an abstract, so only these.
 */
export const runInRoles: ReadonlyMap<string, Role> = new Map(
  names
    .filter(([role]) => role !== 'body' && role !== 'caption' && role !== 'box' && role !== 'supplement')
    .flatMap(([role, list]) => list.map(name => [name, role] as const)),
);
