/**
 * Names under which manuscripts announce their sections, lower case, without numbering. From the author
 * instructions of ICMJE (Recommendations, IV.A "Manuscript sections"), J Immunol, Blood, PLOS and BMC.
 */
import type { Role } from '../types.ts';

/* Between bars. `wordings` has those that come in many. */
const names: readonly (readonly [Role, string])[] = [
  [
    'abstract',
    `abstract | summary | structured abstract | plain language summary | lay summary | author summary |
     significance | importance | significance statement | graphical abstract | plain-language summary |
     non-technical summary | nontechnical summary | one-sentence summary | one sentence summary |
     synopsis | digest | elife digest | impact statement | statement of significance | translational
     relevance | statement of translational relevance | lay abstract | patient summary | plain english
     summary | plain language abstract | executive summary | unstructured abstract | summary statement |
     teaser | author's summary | visual abstract | video abstract | simple summary | editor's summary |
     contribution to the field | contribution to the field statement | translational statement |
     impact and implications`,
  ],
  [
    'box',
    `highlights | key points | summary points | key messages | in brief | etoc blurb | take home message
     | research in context | summary box | key message | what is already known on this topic | what this
     study adds | how this study
     might affect research, practice or policy | new and noteworthy | etoc | etoc summary | toc blurb |
     evidence before this study | added value of this study | implications of all the available evidence |
     capsule summary | what is new | what are the clinical implications | strengths and limitations of this
     study | at a glance commentary | scientific knowledge on the subject | what this study adds to the field
     | significance of this study`,
  ],
  [
    'running-title',
    `running title | running head | short title | running heading | short running title | abbreviated title |
     suggested running head | running page heading`,
  ],
  [
    'keywords',
    `keywords | key words | key terms | index terms | subject terms | mesh terms | mesh keywords | index
     words | keyword | key word |
     key-words | indexing terms | subject areas | subject headings`,
  ],
  [
    'abbreviation-list',
    `glossary | abbreviations used are | the abbreviations used are | list of symbols and abbreviations |
     symbols and abbreviations | definitions and abbreviations | definition of abbreviations |
     definitions of abbreviations | terms and abbreviations | glossary and abbreviations`,
  ],
  [
    'references',
    `references | reference | reference list | bibliography | literature | literature cited | works cited
     | cited literature | references cited | references and notes | notes and references | supplementary
     references | supplemental references`,
  ],
  [
    'authors',
    `authors | author list | corresponding author | correspondence | address for correspondence |
     affiliations | title page | author affiliations | author information | author note | author notes | about the
     authors | author affiliation | author biographies`,
  ],
  [
    'back-matter',
    `acknowledgments | acknowledgements | acknowledgment | acknowledgement | funding | financial support
     | financial disclosure | financial disclosures | grant support | contributions | contributors |
     credit author statement | conflict-of-interest disclosure | declarations | disclosure | disclosures
     | ethics | institutional review board statement | authorship | author details | additional
     information | footnotes | orcid | grants | role of the funding source | role of the funder | credit
     | credit authorship contribution statement | disclosure statement | duality of interest | disclaimer
     | data access | lead contact | patient consent | publisher's note | authors' information | editor's
     evaluation | editor's assessment | elife assessment | decision letter | author response | inclusion and
     diversity | primary funding source | guarantor | statements and declarations | compliance with ethical
     standards | sample availability | online content | patient and public involvement statement`,
  ],
  [
    'caption',
    `figure legends | figure captions | legends | figures | tables | figures and tables | table legends |
     figure legend | figure titles and legends | legends to figures | legends to the figures |
     supplementary figure legends | supplemental figure legends | extended data figure legends | table
     captions | table titles`,
  ],
  [
    'supplement',
    `supplementary material | supplementary materials | supplemental material | supplemental materials |
     supplementary information | supplemental information | supporting information | supplementary
     methods | supplementary data | appendix | appendices | online supplement | online supplemental
     material | extended data | extended methods | additional files | supplement | supplementary |
     supplemental | electronic supplementary material | list of supplementary materials | online appendix
     | web appendix | online-only material | source data`,
  ],
  [
    'body',
    `introduction | background | methods | method | materials and methods | material and methods |
     methods and materials | patients and methods | subjects and methods | experimental procedures |
     study design | statistical analysis | results | results and discussion | findings | discussion |
     conclusion | conclusions | concluding remarks | case report | case presentation | limitations |
     perspectives | future directions | main text | main | methodology | experimental section |
     experimental design | experimental methods | experimental | star methods | star★methods | online
     methods | animals and methods | subjects, materials and methods | patients, materials and methods |
     participants and methods | methods summary | methods and results | methods and findings | discussion
     and conclusion | discussion and conclusions | conclusion and outlook | conclusions and outlook |
     conclusions and perspectives | conclusion and perspectives | conclusions and future directions |
     conclusions and future perspectives | summary and conclusions | summary and outlook | outlook |
     general introduction | general discussion | limitations of the study | study limitations | strengths
     and limitations | objective | objectives | aim | aims | purpose | rationale | hypothesis |
     interpretation | case | case series | main results | background and aims | conclusions and relevance |
     key resources table | experimental model and subject details | experimental model and study
     participant details | method details | quantification and statistical analysis | main outcomes and
     measures | main outcome measures | main outcome measure | design, setting, and participants | design,
     setting and participants | exposures | interventions | data sources | study selection | data
     extraction | data extraction and synthesis`,
  ],
];

/** Role of a section by its name. */
const sectionRoles: ReadonlyMap<string, Role> = (() => {
  const roles = new Map<string, Role>();
  for (const [role, list] of names) {
    for (const name of list.replace(/\s+/g, ' ').split(' | ')) roles.set(name, role);
  }
  return roles;
})();

/** "Appendix B", "Supplementary Note 2: …", "(APPENDIX) Appendix" (bookdown): the sections that are numbered and titled at will. */
const SUPPLEMENT =
  /^(?:\(appendix\) |(?:appendix|annex|additional file) (?:[a-z]|s?\d{1,2}|[ivx]{1,4})(?:$|[.:] | [–—-] )|(?:supplement(?:ary|al)|supporting|extended data) (?:analys[ei]s|appendix|data|discussion|figures?|files?|information|materials?|methods|notes?|results?|tables?|texts?|videos?)\b)/;

/**
 * Names that come in many wordings, each with all words that it may begin with: "List of the abbreviations used in this thesis",
 * and the statements that close a paper, in as many words as there are journals.
 */
export const wordings: readonly (readonly [Role, string, RegExp])[] = [
  [
    'abbreviation-list',
    'list table glossary key index the non nonstandard common commonly frequently most main important other abbreviation abbreviations acronym acronyms initialism initialisms',
    /^(?:(?:list|table|glossary|key|index) (?:of|to) )?(?:the )?(?:(?:non-?standard|common|commonly used|frequently used|most used|main|key|important|other) )?(?:abbreviations?|acronyms?|initialisms)(?: and (?:abbreviations?|acronyms?|definitions?|glossary|initialisms|nomenclature|symbols|terms|terminology|units))?(?: (?:list|table|key|index|used|and their (?:definitions|meanings)))?(?: (?:in|throughout) (?:the|this) [a-z]{4,12}(?: text)?)?$/,
  ],
  ['back-matter', 'declaration declarations', /^declarations? (?:of|on|regarding|about) [^.:;]{2,90}$/],
  [
    'back-matter',
    'statement disclosure',
    /^(?:statement|disclosure) (?:of|on|regarding) (?:the use of |use of )?(?:generative )?(?:ai|artificial intelligence|llms?)\b[^.:;]{0,60}$/,
  ],
  [
    'back-matter',
    'use generative ai artificial',
    /^(?:use of )?(?:generative )?(?:ai|artificial intelligence)(?:[ -]assisted technologies)?(?: use| usage| disclosure| statement| declaration)$/,
  ],
  [
    'back-matter',
    'acknowledgment acknowledgments acknowledgement acknowledgements',
    /^acknowledge?ments?(?: and | of )[^.:;]{2,60}$/,
  ],
  [
    'back-matter',
    'author authors',
    /^authors?(?:['’]s?)? (?:contributions?|roles|disclosures?|declarations?)(?: statements?)?$/,
  ],
  [
    'back-matter',
    'contribution contributions contributorship statement individual',
    /^(?:statement of (?:individual )?(?:authors?(?:['’]s?)? )?contributions?|contributions? (?:statements?|of (?:the )?(?:individual )?authors?)|individual (?:authors?(?:['’]s?)? )?contributions?|contributorship(?: statements?)?)$/,
  ],
  [
    'back-matter',
    'potential disclosure disclosures statement conflict conflicts competing declared',
    /^(?:potential |disclosures? of |statement of )?(?:potential )?(?:conflicts? of|competing|declared)(?: financial)? interests?(?: statements?| disclosures?| declarations?)?$/,
  ],
  [
    'back-matter',
    'source sources study research grant grants funding financial support',
    /^(?:sources? of |study |research |grants? and )?(?:funding|financial support|support)(?: information| sources?| statement| disclosures?| and [^.:;]{2,40})$/,
  ],
  [
    'back-matter',
    'source sources study research grant grants',
    /^(?:sources? of |study |research |grants? and )(?:funding|financial support|support)$/,
  ],
  ['back-matter', 'grant', /^grant information$/],
  [
    'back-matter',
    'code data material materials software resource resources reagent reagents',
    /^(?:code|data|materials?|software|resources?|reagents?)(?:,? and|,)?(?: code| data| materials?| software| resources?| reagents?)?(?:,? and|,)?(?: code| data| materials?| software| resources?)? (?:availability|sharing|accessibility|deposition|archiving)(?: statements?| policy| plan)?$/,
  ],
  [
    'back-matter',
    'availability',
    /^availability of (?:the )?(?:code|data|software|materials?|resources?)(?: and [^.:;]{2,40})?$/,
  ],
  ['back-matter', 'data accession', /^(?:data statement|(?:data )?accession (?:numbers?|codes))$/],
  [
    'back-matter',
    'ethics ethical',
    /^ethic(?:s|al) (?:approvals?|statements?|declarations?|clearance|compliance)(?: (?:and|declarations?|statement)[^.:;]{0,60})?$/,
  ],
  [
    'back-matter',
    'patient informed consent',
    /^(?:patient |informed )?consent (?:for publication|to participate|to publish|statement)$/,
  ],
  ['back-matter', 'clinical trial', /^(?:clinical )?trial registration$/],
];

const wordingsByFirst: ReadonlyMap<string, readonly (readonly [Role, RegExp])[]> = (() => {
  const byFirst = new Map<string, (readonly [Role, RegExp])[]>();
  for (const [role, firsts, pattern] of wordings) {
    for (const first of firsts.split(' ')) {
      const others = byFirst.get(first);
      if (others === undefined) byFirst.set(first, [[role, pattern]]);
      else others.push([role, pattern]);
    }
  }
  return byFirst;
})();

/** What all names begin with that a section or a label may have, numbering apart. */
const firstWords: ReadonlySet<string> = new Set([
  ...Array.from(sectionRoles.keys(), name => firstWord(name)),
  ...wordingsByFirst.keys(),
  ...['title', 'full', 'manuscript', 'article'],
]);

/** The letters from A to Z that a text begins with, in lower case. */
function firstWord(text: string): string {
  let end = 0;
  while (end < text.length && isLatin(text.charCodeAt(end))) end++;
  return text.slice(0, end).toLowerCase();
}

function isLatin(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

/** Whether a text may begin with a section's name, as it is without a number: a look that spares most paragraphs being read for one. */
export const mayOpenWithName = (text: string): boolean => firstWords.has(firstWord(text));

/** Names that no bare line has for a heading: a page's header, say, or a table's. */
const HEADINGS: readonly (readonly [RegExp, Role])[] = [
  // PLOS: what is said of a supplementary figure stands below its number.
  [/^s\d{1,3} (?:fig(?:ure)?|table|movie|video)(?:$|[.:] )/, 'caption'],
  [/^s\d{1,3} (?:text|file|appendix|data|dataset|protocol|checklist)(?:$|[.:] )/, 'supplement'],
  [SUPPLEMENT, 'supplement'],
  [/^(?:provenance and )?peer[ -]review(?: information| history)?$/, 'back-matter'],
  [
    /^(?:reporting summary|inclusion and diversity|ethical considerations|open access|rights and permissions|about this article)$/,
    'back-matter',
  ],
];

/** Role of a section by its heading or a line that looks like one: lower case, without numbering, with "and" for "&". */
export function sectionRoleOf(name: string, isHeading: boolean): Role | undefined {
  const known = sectionRoles.get(name);
  if (known !== undefined) return known;
  const worded = wordingsByFirst.get(firstWord(name))?.find(([, wording]) => wording.test(name));
  if (worded !== undefined) return worded[0];
  return isHeading ? HEADINGS.find(([heading]) => heading.test(name))?.[1] : undefined;
}

/**
 * The role of a paragraph by a label that opens it and speaks for it alone: "Keywords: …". Sections of the main text have
 * none: a sentence may well begin "Results: …" inside an abstract.
 */
export function labelRoleOf(label: string): Role | undefined {
  if (label === '') return undefined;
  if (TITLES.has(label)) return 'title';
  const role = sectionRoleOf(label, false);
  return role === undefined || UNLABELLED.has(role) ? undefined : role;
}

/** Labels of the title on a title page. */
const TITLES: ReadonlySet<string> = new Set(['title', 'full title', 'manuscript title', 'article title']);

const UNLABELLED: ReadonlySet<Role> = new Set(['body', 'caption', 'box', 'supplement']);

/** Abstracts at the head of a paper, sections of the main text at the end of a chapter. */
export const closingNames: ReadonlySet<string> = new Set(['summary', 'significance', 'importance']);

/** Statements of one paragraph beside an abstract (mBio: "Importance"; PNAS: "Significance"). */
export const briefNames: ReadonlySet<string> = new Set([
  'importance',
  'significance',
  'significance statement',
  'statement of significance',
  'translational relevance',
  'statement of translational relevance',
]);

/** Sections of the main text that a structured abstract has as well. */
export const abstractParts: ReadonlySet<string> = new Set([
  'importance',
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
  'objective',
  'objectives',
  'aim',
  'aims',
  'purpose',
  'rationale',
  'interpretation',
  'main results',
  'background and aims',
  'methods and results',
  'methods and findings',
  'conclusions and relevance',
  'design, setting, and participants',
  'design, setting and participants',
  'main outcomes and measures',
  'main outcome measures',
  'main outcome measure',
  'exposures',
  'interventions',
  'data sources',
  'study selection',
  'data extraction',
  'data extraction and synthesis',
]);
