/** What a part of a token looks like. Patterns over short strings (one part each), all linear. */

const GREEK_NAMES = 'alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|sigma|tau|omega';

/** What may follow a hyphen and still belong to the form before it: PD-1, IL-2Rα, TNF-α, IL-12p70, IFN-gamma. */
const TAIL = new RegExp(
  `^(?:R[α-ωabg]?\\d?|L\\d|\\d{1,3}(?:alpha|beta|gamma|delta|[A-Z]{1,2}|[a-z]{1,2}\\d{0,3}|[A-Z]?[α-ω]\\d?)?|[α-ωϕµ](?:[A-Za-z]{0,2}\\d{0,2}|[α-ω])|(?:${GREEK_NAMES})\\d{0,2})$`,
);

/** Roman numerals up to 39 that no other abbreviation is written like. */
const ROMAN = /^(?:II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{1,3}|XIX|XX|XXI{1,3})[abABc]?$/;

/** A chemical formula with at least one two-letter element of those that a buffer holds. One atom has no number: PC1 is none. */
const FORMULA = /^(?:(?:Na|Mg|Ca|Mn|Fe|Zn|Cu|Li|Cl|Br|K|H|C|N|O|P|S|F|I)(?:[2-9]\d?|1\d)?){2,8}$/;

const LETTERS = /[A-Za-zα-ωΑ-Ω]/;

/** Whether the part after the hyphen belongs to the form before it. `head` is the part before. */
export function joinsHead(head: string, tail: string): boolean {
  if (!/^[A-Za-zα-ω]{1,6}\d?[A-Za-z]?$/.test(head) || !/[A-Z]/.test(head)) return false;
  // mHLA-DR, sHLA-G: on monocytes, and soluble.
  if (/^[ms]?HLA$/.test(head)) return /^(?:[A-G]|D[RPQM][AB]?\d?)(?:\*?\d.*)?$/.test(tail);
  return TAIL.test(tail);
}

/** Whether one part of a compound is written like an abbreviation rather than like a word, a number or a label. */
export function isAbbreviationShaped(part: string): boolean {
  if (part.length < 2 || part.length > 24 || !LETTERS.test(part)) return false;
  const upper = part.replace(/[^A-ZÀ-Þ]/g, '').length;
  if (upper >= 2) return true;
  if (/[a-zα-ω\d][A-Z]/.test(part)) return !/^\d+[A-Z]$/.test(part);
  if (/[α-ωµ]/.test(part)) return /[A-Za-z]/.test(part) || /^[α-ω]{2,3}$/.test(part);
  return upper === 1 && /\d/.test(part) && part.length > 2;
}

/** A label of a figure panel, a list or a supplement: "S1", "A", "1B", "A1". */
export function isLabel(part: string): boolean {
  return /^(?:[A-Z]-?\d{1,2}[a-z]?|\d{1,2}[A-Z]|S[DFT]?\d+[A-Za-z]?|[A-Z])$/.test(part);
}

/** Whether a part is written as a Roman numeral is. */
export function isRomanNumeral(part: string): boolean {
  return ROMAN.test(part);
}

/** What all but the smallest formulas hold: CS2 and SF6 are some, CIN3 and CNS2 are none. */
const FORMULA_OF_MANY = /[a-zHO]|^(?:[A-Z]\d*){2}$/;
/** A number of two digits has others beside it (C12H22O11); CH50 and HSP70 are no formulas. */
const ONE_LARGE_NUMBER = /^[A-Z]+\d{2}$/;

/** Whether a part is written as the formula of a common compound or ion is. */
export function isFormula(part: string): boolean {
  return (
    FORMULA.test(part) &&
    /[a-z]|\d/.test(part) &&
    /Na|Mg|Ca|Mn|Fe|Zn|Cu|Li|Cl|Br|[HCNOSP]\d|KH|KO/.test(part) &&
    FORMULA_OF_MANY.test(part) &&
    !ONE_LARGE_NUMBER.test(part)
  );
}

/** PF-04136309: letters with a number of four digits and more, and what may follow. */
const NUMBERED = /^(?:[A-Z]{1,6}-\d{4,}(?:-[A-Z\d]+)*|\d{3,}-[A-Z]{1,4})$/;
/** HK/68, CTRI/2020/12/029730: a strain's name and year, an entry of a registry. */
const DATED = /^[A-Z]{1,6}(?:\/\d{2,})+$/;
/** ProtT5, NextSeq: a name, to which the model is written on (ProtT5-XL-U50). */
const NAMED = /^[A-Z][a-z]{2,}[A-Z]\w*$/;
const PIECE = /^[A-Z\d]{1,5}$/;
/** DESTINY-Breast03: a trial of a series. */
const TRIAL_OF_SERIES = /^[A-Z]{4,}-[A-Z][a-z]{2,}\d{1,3}$/;

/** ER-TR7: a clone by its laboratory's letters; CD8, Th1, IgG1 and MS2 are things of their own. */
const CLONE = /^[A-Z]{2}-(?!CD|TH|IG|IL|MS|FC|NK|PD)[A-Z]{2}\d{1,2}$/;

/**
 * Whether a compound is one name rather than a word of parts: a drug's or catalogue number (PF-04136309,
 * D-6030-100-TC), a clone (ER-TR7), a cell line (SK-N-BE, SH-SY-5Y), a model (ProtT5-XL-U50), a trial of a series (DESTINY-Breast03).
 */
export function isCode(surface: string): boolean {
  if (NUMBERED.test(surface) || DATED.test(surface) || TRIAL_OF_SERIES.test(surface) || CLONE.test(surface))
    return true;
  const [first = '', ...others] = surface.split('-');
  if (!others.every(piece => PIECE.test(piece))) return false;
  if (NAMED.test(first)) return others.length > 0;
  const pieces = [first, ...others];
  if (pieces.length < 3 || !PIECE.test(first)) return false;
  const numbers = pieces.filter(piece => /^\d{2,}$/.test(piece)).length;
  // CAR-T-ALL is made of parts: T and B are cells.
  const isInitial = (piece: string): boolean => /^[A-SU-Z]$/.test(piece) && piece !== 'B';
  return numbers >= 2 || pieces.slice(1, -1).some(isInitial) || /^\d[A-Z]$/.test(pieces.at(-1) ?? '');
}
