/** What may stand right before or behind a token, as expressions over a bounded stretch of masked text. */
import { COMMA, HYPHEN, SLASH } from '../signs.ts';
import { unitAt } from '../unitAt.ts';
import { Char, characterClass } from './characters.ts';

/** "stage III or IV": another Roman numeral right before. */
export const NUMERAL_BEFORE = /\b[IVX]{1,4}(?:,(?: or| and)?| or| and| to|[-–/])\s?$/;
/** "*Clostridium* IV": a name in italics right before a numeral. */
export const ITALIC_BEFORE = /\b[A-Z][a-z]{3,}[\s\uE000]\s$/;
/** "VPI 10463": a number that is no year right after. */
export const NUMBER_AFTER = /^\s#?(?!(?:19|20)\d\d\b)\d{4,8}(?!\d|%|[.,]\d)/;
/** "anti-CD8-PE (SK1)", "anti-β-actin antibody (AC-15; Sigma)": what stands first in the parentheses behind an antibody. */
export const ANTIBODY_BEFORE =
  /\banti-[^\s()]{1,24}(?:\s(?:monoclonal|polyclonal|mouse|human|rat|rabbit|blocking|neutrali[sz]ing)){0,2}(?:\s(?:antibod(?:y|ies)|m?Abs?))?\s\((?:clone\s)?$/;
/** "(E1L3N, Dako, 1:200)": what a supplier stands behind, in parentheses that a dilution closes. */
export const DILUTION_AFTER = /^,\s1:\d{2}/;
export const SUPPLIER_AFTER = /^,\s[A-Z][\w&. -]{1,24},\s1:\d/;
/** "MOBIO PowerSoil": a product's name right after. */
export const PRODUCT_AFTER = /^\s[A-Z][a-z]{2,}[A-Z]/;
/** "ALINE FFPE Purification Kit", "Clinic SV DNA extraction kit": capitalised words and numbers up to a product's noun. */
export const KIT_AFTER =
  /^(?:[\s-][A-Z\d][\w/+-]{0,20}){0,4}(?:\s(?:extraction|isolation|purification|preparation|prep|detection|synthesis|staining))?\s(?:[Kk]its?|[Mm]icrobeads|[Bb]uffer)\b/;
/** What KIT_AFTER begins with, capitals and digits apart. */
export const KIT_INITIALS = 'kmbeipds';
/** "SILVA (v. 132)", "betAS R package", "GTDB reference database". */
export const VERSION_AFTER = /^\s\(?(?:[Vv]\.?\s?\d|[Vv]er(?:sion|\.)?\s?[\d\uFFFC])/;
export const SOFTWARE_AFTER =
  /^(?:\s\([^)]{1,16}\))?(?:\s(?:R|Python|Bioconductor|web|online|reference|sequence|gene|[A-Z][\w-]{1,16})){0,2}\s(?:software|packages?|databases?|pipelines?|toolkit|web server|suite|solver)\b/;
/** "Strelka [@key]", and "(MDC/CCL22)", "GRO (CXCL1)". */
export const CITATION_AFTER = /^\s?[\uFFFC[]/;
export const ALIAS_AFTER = /^\s?[/(]\s?(?:CC|CXC|CX3C|XC)[LR]\d{1,2}\b/;
export const ALIAS_BEFORE = /\b(?:CC|CXC|CX3C|XC)[LR]\d{1,2}\s?[/(]\s?$/;
/** "CXCL1 or " */
export const ALIAS_OR = /\b(?:CC|CXC|CX3C|XC)[LR]\d{1,2},?\sor\s$/;
/** "KDM5C, also known as SMCX or " */
export const ALSO_KNOWN =
  /\b(?:known|referred to|called|designated) as\s(?:[A-Z][A-Za-z\d]{1,9}\s(?:or|and)\s)?$/;
export const ALSO = /\b(?:also|formerly|previously)\b/;
/** "in Philadelphia, ", "sites (Stuart, ", "and Port St. Lucie, " */
export const CITY_BEFORE =
  /(?:\b(?:in|at|of|from|near|and|or)\s|[(;]\s?)[A-Z][a-z]+(?:\s[A-Z][a-z]+\.?){0,2},\s$/;
/** "OMIM: 300534" */
export const ACCESSION_AFTER = /^[:#]\s?\d{4}/;
/** "AZ (azithromycin)", "AIFA (the Italian agency)". */
export const EXPLAINED_AFTER = /^\s\((?:(?:the|an?)\s|([A-Za-z])[a-z]{4})/;
/** The members of a list in front of this one: "donors FV, ", "patients FV, GMC and ". */
export const LIST_BEFORE =
  /\b(?:[Dd]onors|[Pp]atients|[Ss]ubjects|[Pp]articipants|[Vv]olunteers|[Aa]nimals|[Mm]acaques|[Ss]amples|[Ss]pecimens|[Ii]solates)\s(?:[A-Z][A-Z\d]{0,4}(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s)){1,8}$/;
/** "by two authors (AB and ", "by a pathologist (". */
export const PERSON_BEFORE =
  /\b(?:authors?|reviewers?|investigators?|researchers?|pathologists?|radiologists?|readers?|raters?|coders?|physicians?|clinicians?|observers?|assessors?|annotators?|curators?|experts?|veterinarians?|technicians?|scientists?|nurses?|members?|students?|team|of us)\s\((?:[A-Z]{2,4}(?:,\s(?:and\s)?|\sand\s|\sor\s|;\s|\s&\s)){0,6}$/;
export const PERSON_AFTER = /^(?:(?:,\s(?:and\s)?|\sand\s|\sor\s|;\s|\s&\s)[A-Z]{2,4}){0,6}\)/;
/** What a search's operators stand between: terms in quotation marks, with wild cards. */
export const OPERAND_END = /^["”*]\s$/;
export const OPERAND_START = /^\s["“]$/;
/** "Bossuyt PM, et al", "Page MJ, McKenzie JE,": an author's initials. */
export const AUTHOR_AFTER = /^,\s(?:et al|[A-Z][A-Za-z]+\s[A-Z]{1,3}[,.;])/;
/** "PD Schloss was supported by", "GD Hannigan was in part funded by": initials of who was given money. */
export const SUPPORTED_AFTER =
  /^\s[A-Z][a-z]{2,20}\s(?:was|were|is|are)\s(?:[a-z]{2,10}\s){0,2}(?:supported|funded)\b/;
/** A capitalised word inside a sentence, right before: "Metasystems XL". */
export const NAME_BEFORE = /[a-z,;(]\s(?:(?:[A-Z][a-z]+-)?[A-Z][a-z]{3,}|[A-Z][a-z]+[A-Z]\w*)\s$/;
/** A capitalised word right after: "BC Cancer". */
export const NAME_AFTER = /^\s[A-Z][a-z]{2,}/;

/** Whether NUMERAL_BEFORE or ITALIC_BEFORE can hold of what stands before `start`: spares most tokens both. */
export function mayFollowNumeral(text: string, start: number): boolean {
  const last = unitAt(text, start - 1);
  const second = unitAt(text, start - 2);
  const isSpaced = (characterClass(last) & Char.space) !== 0;
  // Rare spaces and dashes are left to the expressions.
  if (last > 0x7f || (isSpaced && second > 0x7f)) return true;
  if (isSpaced && (characterClass(second) & Char.space) !== 0) return true;
  let at = isSpaced ? start - 2 : start - 1;
  const sign = isSpaced ? second : last;
  if (sign === COMMA || sign === HYPHEN || sign === SLASH) at--;
  else {
    const conjunction = CONJUNCTIONS.find(word => text.endsWith(word, at + 1));
    if (conjunction === undefined) return false;
    at -= conjunction.length;
    if (unitAt(text, at) === COMMA) at--;
  }
  const letter = unitAt(text, at);
  return letter === 0x49 || letter === 0x56 || letter === 0x58;
}

const CONJUNCTIONS = [' and', ' or', ' to'];
