/**
 * What the words and signs around its uses say that a form is, where nothing else tells: a part of a strain's or a
 * thing's name, a gene among genes, an amount of money. Asked of the few forms that would be reported; bounded work.
 */
import type { UseInText } from './usage.ts';

/** "A/WSN/1933", "B/Phuket/3073/2013": a virus by its host, place, number and year. */
const VIRUS = /^[A-D]\/(?:[\w .-]{1,24}\/){1,4}\d{2,4}$/;
/** "buffer RLT", "the microscope EVOS": what names such a thing follows. */
const THING_BEFORE =
  /\b(?:buffers?|microscopes?|cytometers?|sequencers?|scanners?|analy[sz]ers?|plasmids?|backbones?|websites?|platforms?|servers?|plug-?ins?)\s$/;
/** "AMPure XP beads", "an SP flow cell". */
const THING_AFTER = /^\s(?:beads|columns?|cartridges?|flow cells?|resins?|membranes?)\b/;
/** "LY-CoV016": a code in which three digits stand. */
const CODE = /^[^/]*-[A-Za-z]{0,4}\d{3}/;
/** "EC-Earth3", "SIVEP-Gripe", "pHW-Perth09": a capitalised word beside it in a compound. */
const WORD_BESIDE = /(?:^|-)[A-Z](?:[a-z]{3,}\d*|[a-z]{2}\d+)(?:-|$)/;
/** "UNION-Com": a short one behind it. */
const SHORT_WORD = /^-(?!Seq)[A-Z][a-z]{2}$/;
/** K~D~, K~A~: a constant. */
export const CONSTANT = /^K[DAM]$/;
/** "cyclic GMP–AMP": a nucleotide, by what stands before it. */
const CYCLIC_BEFORE = /\bcyclic (?:di-)?$/;
/** A capital, markup, and more. */
const INDEX = /[A-Z]\uE000+[A-Za-z]/;
/** "(BELL et al. 1978)". */
const AUTHOR_AFTER = /^\s?,?\set\.? al\b/;
/** "the CGC dataset", "the HRT Atlas", "GLA/DRST German registry", "WCG IRB", "IDSA guidelines", "the UWOT implementation". */
const RESOURCE_AFTER =
  /^\s(?:[A-Z]?[a-z]{2,10}\s)?(?:data\s?(?:sets?|bases?)|registr(?:y|ies)|guidelines?|recommendations|questionnaires?|repository|portal|IRB|ontolog(?:y|ies)|foundry|consortium|initiative|codes?|principles|implementations?|[Aa]tlas|[Bb]iobank|simulator|aligner|assembler)\b/;
/** "the COSMIC CGC": capitals right before. */
const CAPITALS_BEFORE = /\b[A-Z]{2,}\s$/;
/** "[12]", a citation's key. */
const CITATION_AFTER = /^\s{0,5}[\uFFFC[]/;
/** The last quotation mark before it opens, other words behind it or not; the first one behind it closes. */
const QUOTE_BEFORE = /(?:“|(?:^|[\s(])")[^“”"]*$/;
const QUOTE_AFTER = /^[^“”"]*[”"]/;
const THE_BEFORE = /\b[Tt]he\s$/;
const NUMBER_BESIDE = [/\d[.,]?\s?$/, /^\s?\d/] as const;
/** The neighbour in a list: "TP53, KRAS and ", " and TP53"; in a table, the next cell. */
const LISTED_BEFORE =
  /\b([A-Z][A-Z\d]{1,7})(?:\s\([^()]{1,12}\))?(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s|\/|[ ]?\t[ ]?)$/;
const LISTED_AFTER =
  /^(?:\s\([^()]{1,12}\))?(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s|\/|[ ]?\t[ ]?)([A-Z][A-Z\d]{1,7})\b/;
/** "the PR, HR and IR files". */
const FILES_AFTER = /^(?:,\s[A-Z]{2,6}){0,2},?\s(?:and|or)\s[A-Z]{2,6}\s(?:files?|formats?)\b/;

/** What a form is a part of the name of. */
export type Named = 'strain' | 'code' | 'quantity' | 'person' | 'thing' | 'resource' | 'nucleotide';

/** More than half. */
const MOST = 0.51;

/** What shows that a use is a part of a name of some kind, in the order in which it is asked. */
const SIGNS: readonly (readonly [Named, (use: UseInText) => boolean])[] = [
  ['strain', ({ use }) => VIRUS.test(use.token.surface)],
  ['nucleotide', ({ before }) => CYCLIC_BEFORE.test(before)],
  ['code', ({ use }) => CODE.test(use.token.surface)],
  ['quantity', hasIndex],
  ['person', ({ after }) => AUTHOR_AFTER.test(after)],
  ['thing', ({ before, after }) => THING_BEFORE.test(before) || THING_AFTER.test(after)],
  ['resource', ({ after }) => RESOURCE_AFTER.test(after) || FILES_AFTER.test(after)],
];

function isBesideWord({ use: { form, token } }: UseInText): boolean {
  const others = token.surface.replace(form, '');
  return WORD_BESIDE.test(others) || SHORT_WORD.test(others.slice(-4));
}

/** What most of the first uses name, if one thing. */
export function namedBy(uses: readonly UseInText[]): Named | undefined {
  for (const [named, is] of SIGNS) if (isIn(uses, MOST, is)) return named;
  if (isIn(uses, 1, isBesideWord)) return 'thing';
  if (isIn(uses, 0, opensWithCitation)) return 'resource';
  return undefined;
}

/** What may stand before a paragraph's first word. */
const LONGEST_MARKUP = 12;

/** "**QABEL** [12] uses autoencoders": what a paragraph is about, with its source. */
function opensWithCitation({ use: { form, token, block }, after }: UseInText): boolean {
  return (
    token.surface === form &&
    token.start < LONGEST_MARKUP &&
    CITATION_AFTER.test(after) &&
    /^\s*$/.test(block.masked.slice(0, token.start))
  );
}

/** Whether each of the first uses stands in quotation marks, with other words: "the pathway “TLR regulation”". */
export function isQuoted(uses: readonly UseInText[]): boolean {
  return isIn(uses, 1, ({ before, after }) => {
    const [leading] = QUOTE_BEFORE.exec(before) ?? [];
    const [trailing] = QUOTE_AFTER.exec(after) ?? [];
    return leading !== undefined && trailing !== undefined && /[a-z]{2}/.test(leading + trailing);
  });
}

/** "CV~h~", "A<sub>CxE</sub>": small letters, and markup between them and the rest. */
function hasIndex({ use: { form, token, block } }: UseInText): boolean {
  return (
    (/[a-z]/.test(form) || CONSTANT.test(form)) && INDEX.test(block.masked.slice(token.start, token.end))
  );
}

/** Whether capitals stand right before each of the first uses: a name of several words in capitals. */
export function isBehindCapitals(uses: readonly UseInText[]): boolean {
  return isIn(uses, 1, ({ before }) => CAPITALS_BEFORE.test(before));
}

/** Whether one of the first uses is called by its name, as an institution is: "the CDC". */
export function isBehindThe(uses: readonly UseInText[]): boolean {
  return isIn(uses, 0, ({ before }) => THE_BEFORE.test(before));
}

/** Whether a number stands right beside half of the first uses: amounts. */
export function isBesideNumbers(uses: readonly UseInText[]): boolean {
  const [leading, trailing] = NUMBER_BESIDE;
  return isIn(uses, 1 / 2, ({ before, after }) => leading.test(before) || trailing.test(after));
}

/** Whether what stands beside a third of the first uses in a list is of one kind. */
export function isListedWith(uses: readonly UseInText[], is: (form: string) => boolean): boolean {
  return isIn(uses, 1 / 3, ({ before, after }) =>
    [LISTED_BEFORE.exec(before), LISTED_AFTER.exec(after)].some(match => match !== null && is(match[1]!)),
  );
}

/** Whether so large a share of the uses, and at least one, is what is asked. Looks at no more of them than decide. */
function isIn(uses: readonly UseInText[], share: number, is: (use: UseInText) => boolean): boolean {
  let lacking = Math.max(1, share * uses.length);
  for (let left = uses.length; left >= lacking; left--) {
    if (is(uses[uses.length - left]!)) lacking--;
    if (lacking <= 0) return true;
  }
  return false;
}
