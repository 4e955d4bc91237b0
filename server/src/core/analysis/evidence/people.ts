/** Initials of persons, and names of donors and samples: "by two authors (AB and CD)", "donors FV, GMC and IB". */
import { AMPERSAND, COMMA, OPEN_PARENTHESIS } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { isAllCapitals, isCapital, isDigit, isSmall } from '../characters.ts';
import { buildTrie } from '../trie.ts';
import { Evidence } from './bits.ts';
import { Lead, type Neighbourhood } from './neighbourhood.ts';

/** The members of a list in front of this one: "donors FV, ", "patients FV, GMC and ". */
const LIST_BEFORE =
  /\b(?:[Dd]onors|[Pp]atients|[Ss]ubjects|[Pp]articipants|[Vv]olunteers|[Aa]nimals|[Mm]acaques|[Ss]amples|[Ss]pecimens|[Ii]solates)\s(?:[A-Z][A-Z\d]{0,4}(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s)){1,8}$/;
/** "by two authors (AB and ", "by a pathologist (". */
const PERSON_BEFORE =
  /\b(?:authors?|reviewers?|investigators?|researchers?|pathologists?|radiologists?|readers?|raters?|coders?|physicians?|clinicians?|observers?|assessors?|annotators?|curators?|experts?|veterinarians?|technicians?|scientists?|nurses?|members?|students?|team|of us)\s\((?:[A-Z]{2,4}(?:,\s(?:and\s)?|\sand\s|\sor\s|;\s|\s&\s)){0,6}$/;
const PERSON_AFTER = /^(?:(?:,\s(?:and\s)?|\sand\s|\sor\s|;\s|\s&\s)[A-Z]{2,4}){0,6}\)/;
/** "Bossuyt PM, et al", "Page MJ, McKenzie JE,": an author's initials. */
const AUTHOR_AFTER = /^,\s(?:et al|[A-Z][A-Za-z]+\s[A-Z]{1,3}[,.;])/;
/** "PD Schloss was supported by", "GD Hannigan was in part funded by": initials of who was given money. */
const SUPPORTED_AFTER =
  /^\s[A-Z][a-z]{2,20}\s(?:was|were|is|are)\s(?:[a-z]{2,10}\s){0,2}(?:supported|funded)\b/;

/** "SA, HC, and EBP conceived the study", "KD and MG independently screened": what persons do ("IVF conceived infants" not). */
const CONTRIBUTED_AFTER =
  /^(?:(?:,\s(?:and\s)?|\sand\s|\s&\s)[A-Z]{2,4}){0,8}\s(?:(?:conceived|conceptuali[sz]ed|drafted|supervised|undertook|wrote)(?:,|\s(?:and|the|this|of)\b)|independently\s(?:coded|extracted|identified|rated|reviewed|screened|searched|selected)\b)/;
/** What CONTRIBUTED_AFTER may begin with, a comma and "&" apart. */
const deeds = buildTrie([
  ['and conceived conceptualised conceptualized drafted supervised undertook wrote independently', 1],
]);

/** The most initials that a person has. */
const MOST_INITIALS = 3;
/** The most letters in which a person is told of among authors. */
const MOST_LETTERS = 4;
/** The longest label of a donor or a sample. */
const LONGEST_LABEL = 5;

export function ofPeople(around: Neighbourhood): number {
  let evidence = 0;
  const { text, start, end } = around;
  const isListed = around.beforePreceding === COMMA || (around.lead & Lead.conjunction) !== 0;
  if (isListed && isLabelled(text, start, end) && LIST_BEFORE.test(around.before))
    evidence |= Evidence.donorList;
  const areInitials = end - start <= MOST_LETTERS && isAllCapitals(text, start, end);
  if (areInitials && isPerson(around, isListed)) evidence |= Evidence.personList;
  return evidence;
}

const isPerson = (around: Neighbourhood, isListed: boolean): boolean =>
  ((isListed || around.preceding === OPEN_PARENTHESIS) && isInListOfPersons(around)) ||
  isAuthor(around) ||
  isSupported(around) ||
  isContributor(around);

const isInListOfPersons = (around: Neighbourhood): boolean =>
  PERSON_AFTER.test(around.after) && PERSON_BEFORE.test(around.before);

function isAuthor(around: Neighbourhood): boolean {
  const { text, start, end, wordStart, wordEnd } = around;
  return (
    around.following === COMMA &&
    end - start <= MOST_INITIALS &&
    around.isAfterCapital &&
    wordEnd - wordStart > 1 &&
    isSmall(unitAt(text, wordStart + 1)) &&
    AUTHOR_AFTER.test(around.after)
  );
}

function isSupported(around: Neighbourhood): boolean {
  return (
    around.isSpaced &&
    isCapital(around.behindFollowing) &&
    around.end - around.start <= MOST_INITIALS &&
    SUPPORTED_AFTER.test(around.after)
  );
}

function isContributor(around: Neighbourhood): boolean {
  const mayGoOn =
    around.following === COMMA ||
    (around.isSpaced && (around.behindFollowing === AMPERSAND || around.isBefore(deeds)));
  return mayGoOn && CONTRIBUTED_AFTER.test(around.after);
}

/** What a label of a donor or sample looks like: a capital, then capitals and digits. */
function isLabelled(text: string, start: number, end: number): boolean {
  if (end - start < 1 || end - start > LONGEST_LABEL || !isCapital(unitAt(text, start))) return false;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isCapital(code) && !isDigit(code)) return false;
  }
  return true;
}
