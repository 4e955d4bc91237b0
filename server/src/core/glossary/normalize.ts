/**
 * The one place that folds spelling: hyphens, Greek letters, plural and possessive endings, case, British
 * and American spelling. Two forms are the same abbreviation when `fold` gives the same key, and the same
 * long form when `foldLong` does.
 */

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  // The micro sign is compatibility-equivalent to μ.
  µ: 'mu',
  ß: 'beta',
};

const HYPHENS = /[-\u00AD\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const IN_WORD = /[-\u00AD\u2010-\u2015\u2212\uFE63\uFF0D\s\uE000\u200B-\u200D\u2060]/g;
const NON_ASCII = /[^\u0020-\u007E]/;

/** Names of the Greek letters, by letter (lower case): `γ` -> `gamma`. */
export const greekNames: Readonly<Record<string, string>> = GREEK;

function isUpperOrDigit(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || (code >= 0x391 && code <= 0x3c9);
}

/**
 * A short form without its plural or possessive ending: `CARs`, `CAR’s`, `CAR's` -> `CAR`, `mAbs` -> `mAb`,
 * `Tregs` -> `Treg`; but `Ras`, `Fas`, `GRAS`, `NETosis` stay, since their s belongs to them.
 *
 * The s goes after a capital, a digit or a Greek letter, or where the rest is long or has an inner capital.
 */
export function singular(short: string): string {
  let end = short.length;
  if (end > 2 && short[end - 1] === 's' && (short[end - 2] === "'" || short[end - 2] === '’')) {
    return short.slice(0, end - 2);
  }
  if (end > 2 && (short[end - 1] === "'" || short[end - 1] === '’')) end -= 1;
  if (end > 2 && short[end - 1] === 's') {
    const stem = short.slice(0, end - 1);
    if (isUpperOrDigit(stem.charCodeAt(stem.length - 1))) {
      // "As" and "Is" are words; "Ts" alone never is a short form.
      return stem.length > 1 ? stem : short.slice(0, end);
    }
    // NETosis, IEAtlas
    if (/[a-z]{2}[aiu]$/.test(stem)) return short.slice(0, end);
    if (/^[A-Za-z]+$/.test(stem) && (stem.length > 3 || /.[A-Z]/.test(stem))) return stem;
  }
  return short.slice(0, end);
}

/**
 * The key of a short form: `IFN-γ`, `IFNγ`, `IFN–gamma` -> `ifngamma`; `CAR-T`, `CAR Ts` -> `cart`;
 * `PD-1` -> `pd1`. Plural and possessive endings, case, hyphens, inner spaces and fill go.
 */
export function fold(short: string): string {
  if (isPlain(short)) return singular(short).toLowerCase();
  let form = short.replace(IN_WORD, '');
  if (NON_ASCII.test(form)) form = form.normalize('NFKC').replace(IN_WORD, '');
  form = singular(form).toLowerCase();
  return NON_ASCII.test(form) ? spellGreek(form) : form;
}

/** Whether there are only letters and digits of ASCII: most short forms need nothing else looked for. */
function isPlain(short: string): boolean {
  for (let at = 0; at < short.length; at++) {
    const code = short.charCodeAt(at);
    const small = code | 0x20;
    if ((small < 0x61 || small > 0x7a) && (code < 0x30 || code > 0x39)) return false;
  }
  return true;
}

function spellGreek(text: string): string {
  let out = '';
  for (const letter of text) out += GREEK[letter] ?? letter;
  return out;
}

/** British -> American, on lower-case words; each pattern a spelling that no other word of the field shares. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/haem/g, 'hem'],
  [/aemi/g, 'emi'],
  [/oedem/g, 'edem'],
  [/oesoph/g, 'esoph'],
  [/oestr/g, 'estr'],
  [/leuco/g, 'leuko'],
  [/rrhoe/g, 'rrhe'],
  [/coeli/g, 'celi'],
  [/gynaec/g, 'gynec'],
  [/faec/g, 'fec'],
  [/pnoea/g, 'pnea'],
  [/paeni/g, 'peni'],
  [/phaeo/g, 'pheo'],
  [/homoeo/g, 'homeo'],
  [/modelling/g, 'modeling'],
  [/labelling/g, 'labeling'],
  [/ageing/g, 'aging'],
  [/paed/g, 'ped'],
  [/anaes/g, 'anes'],
  [/foet/g, 'fet'],
  [/aetiol/g, 'etiol'],
  [/tumour/g, 'tumor'],
  [/colour/g, 'color'],
  [/behaviour/g, 'behavior'],
  [/fibre/g, 'fiber'],
  [/litre/g, 'liter'],
  [/centre/g, 'center'],
  [/sulph/g, 'sulf'],
  [/signalling/g, 'signaling'],
  [/labelled/g, 'labeled'],
  [/programmed/g, 'programed'],
  [/programme\b/g, 'program'],
  [/([a-z]{3})is(ation|ed|ing|er|e)\b/g, '$1iz$2'],
  [/lyse\b/g, 'lyze'],
  [/caec/g, 'cec'],
  [/aesth/g, 'esth'],
  [/amoeb/g, 'ameb'],
  [/naev/g, 'nev'],
  [/palaeo/g, 'paleo'],
  [/titre/g, 'titer'],
  [/metre/g, 'meter'],
  [/defence/g, 'defense'],
  [/grey/g, 'gray'],
];

/** Whether any of them applies: most phrases are spared all the others. */
const BRITISH = new RegExp(SPELLINGS.map(([british]) => british.source).join('|'));

/**
 * The key of a long form: lower case, hyphens as spaces, Greek spelled, white space collapsed, American
 * spelling, last word in the singular. `Graft-versus-host diseases` -> `graft versus host disease`.
 */
export function foldLong(long: string): string {
  let form = long;
  if (NON_ASCII.test(long)) {
    form = long.replace(/[\uE000\u200B-\u200D\u2060]/g, '').replace(HYPHENS, ' ');
    if (NON_ASCII.test(form)) form = spellGreek(form.normalize('NFKC').toLowerCase());
    form = form.replace(/\s+/g, ' ');
  } else {
    if (long.includes('-')) form = long.replaceAll('-', ' ');
    if (form.includes('  ')) form = form.replace(/ +/g, ' ');
  }
  form = form.toLowerCase().trim();
  if (BRITISH.test(form)) for (const [british, american] of SPELLINGS) form = form.replace(british, american);
  return singularWord(form);
}

/** The words of which folded long forms are made. */
export function wordsOf(folded: Iterable<string>): Set<string> {
  return new Set(Array.from(folded, each => each.split(' ')).flat());
}

/** A phrase with its last word in the singular, by the few English patterns that the field needs. */
export function singularWord(phrase: string): string {
  if (!phrase.endsWith('s') || /(ss|us|is|[^a-z]s)$/.test(phrase)) return phrase;
  if (/ies$/.test(phrase) && phrase.length > 5) return `${phrase.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(phrase)) return phrase.slice(0, -2);
  return phrase.slice(0, -1);
}
