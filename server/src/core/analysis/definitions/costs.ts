/**
 * What an alignment of a short form with a long form costs. 0 is perfect ("tumor necrosis factor", TNF);
 * the cheapest alignment wins, and none above `limit` counts.
 */
export const COSTS = {
  /** A letter at the start of a part of a hyphenated or slashed word (graft|versus|host). */
  part: 0.05,
  /** A letter at a boundary inside a word (immuno|fluorescence, Lyso|PLA), the word having given a letter already. */
  morpheme: 0.3,
  /** The same, the word having given none yet. */
  morphemeEntry: 0.7,
  /** A letter that follows the one matched before it (Ach → acetylcholine: "a", then "c"). */
  run: 0.1,
  /** Any other inner letter of a word that has given a letter. */
  inner: 0.5,
  /** An inner letter of a word that has given none. */
  innerEntry: 1.3,
  /** A lower-case letter of a mixed short form costs this share of the three above. */
  lowerShare: 0.6,
  /** A word that gives no letter. */
  skippedWord: 0.55,
  /** A stop word that gives no letter. */
  skippedStopWord: 0.08,
  /** A finite verb, relative or conjunction that gives no letter. */
  skippedClause: 2,
  /** An indefinite article or the like that gives no letter. */
  skippedArticle: 0.4,
  /** A word that says what kind of name follows ("subfamily F, member 1") and gives no letter. */
  skippedClassifier: 0.25,
  /** A number that gives no digit. */
  skippedNumber: 0.35,
  /** The same, or a single letter, inside a name: a locant. */
  skippedLocant: 0.1,
  /** A second or later part of a hyphenated word that gives no letter. */
  skippedPart: 0.35,
  /** A word of one letter ("cytochrome c oxidase") that gives no letter. */
  skippedLetter: 0.35,
  /** A generic noun after the last match ("gene", "protein"), all in all. */
  trailingGeneric: 0.25,
  /** A word of a given long form that stands before the first match: this much more. */
  leadingWord: 2,
  /** A word between the last match and the bracket: this much more. */
  trailingWord: 0.3,
  /** A remark in brackets inside the long form. */
  parenthetical: 0.9,
  /** … less this, where a hyphen joins what follows to it: "transforming growth factor-β (TGF-β)-activated kinase". */
  joinedRemark: 0.6,
  /** What follows such a remark goes on with an enumeration: "ethanol (EtOH), ethyl acetate (EtOAc)". */
  nextEntry: 1.2,
  /** A comma inside the long form. */
  comma: 0.4,
  /** A digit of the short form that the long form lacks. */
  unmatchedDigit: 1.3,
  /** Where it has but two letters, this much more (CD4). */
  unmatchedOfTwo: 0.35,
  /** The digit of an ion's charge (Ca2+). */
  unmatchedCharge: 0.2,
  /** A digit that a prefix gives: PIP2 (phosphatidylinositol bisphosphate), CO2 (carbon dioxide). */
  unmatchedMultiple: 0.15,
  /** Every further digit of the same number. */
  unmatchedNextDigit: 0.3,
  /** A letter of a longer short form that the long form lacks (NADH, TSHR: thyrotropin receptor). */
  unmatchedLetter: 1.9,
  /** A Greek letter of the short form that the long form lacks. */
  unmatchedGreek: 1.3,
  /** The plural s of a short form, not in the long form. */
  unmatchedPlural: 0.1,
  /** The long form begins inside a hyphenated token. */
  startInside: 0.9,
  /** The same behind a number: "a 40-kilobase (kb) region". */
  startBehindNumber: 0.6,
  /** The long form begins with an article, preposition or the like. */
  weakStart: 1.8,
  /** … or with a participle, or a noun that leads to another ("effect of"). */
  participleStart: 0.9,
  /** The short form's pieces stand in another order (L1CAM: cell adhesion molecule L1). */
  reordered: 1.2,
  /** The same where a T goes behind what it is a kind of (TCM: central memory T cell). */
  reorderedT: 0.4,
  /** The same where a number goes to the front (EC50: half-maximal effective concentration). */
  reorderedNumber: 0.8,
  /** The same where an "of" turns them round (PP2AC: catalytic subunit of protein phosphatase 2A). */
  reorderedOf: 1.1,
  /** The words begin with the letters in another order. */
  permuted: 1.5,
  /** A letter in front that says how a molecule is turned (L-NAME). */
  descriptor: 0.5,
  /** A small letter that modifies the last piece goes to the front (RT-qPCR: quantitative reverse transcription PCR). */
  modifierInFront: 1.2,
  /** A q stands for real-time (qPCR). */
  realTime: 0.7,
  /** A digit that counts a letter (W3C: World Wide Web Consortium). */
  repeated: 0.15,
  /** The most that a short form without capitals or digits may cost: it could be any word. */
  plainLimit: 0.9,
  /** A long form whose both ends are given may cost more (times the limit). */
  wholeShare: 1.65,
  /** Reading only the last part of a compound as the short form (NK of CAR-NK). */
  lastPart: 0.4,
  /** Definitions that rest on words rather than brackets must be this much cheaper (a share of the limit). */
  appositionShare: 0.6,
  /** The most that a word before brackets may cost to be read out of what they hold (scuba). */
  wordLimit: 0.3,
  /** The most that `long form, SF,` may cost. */
  bareLimit: 0.17,
  /** A further short form in the same brackets: the same. */
  furtherShare: 0.35,
  /** Short forms with their last letter in common share a noun, unless their own words cost less (ER and PR). */
  ownNoun: 0.1,
  /** The most that an alignment may cost: this … */
  limit: 0.9,
  /** … and this for every letter of the short form. */
  limitPerUnit: 0.35,
} as const;

export type Costs = { readonly [name in keyof typeof COSTS]: number };
