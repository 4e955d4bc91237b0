/**
 * Resolves a token to the abbreviations that it is made of: CAR-NK -> CAR, NK; PD-1/PD-L1 -> PD-1, PD-L1;
 * anti-CTLA-4 -> CTLA-4; but GM-CSF whole. What the manuscript itself defines always comes first.
 */
import { foldedLong } from '../glossary/foldedLong.ts';
import { fold, singular } from '../glossary/normalize.ts';
import { remembered } from '../remembered.ts';
import type { Glossary, Span } from '../types.ts';
import { knownName, knownNames } from './classes/knownNames.ts';
import { isAbbreviationShaped, isCode, joinsHead } from './classes/shapes.ts';

/** A part of a token: offsets into its surface, and the folded key of the abbreviation that it mentions. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Without plural ending. */
  readonly form: string;
  readonly key: string;
}

type Forms = Pick<ReadonlySet<string>, 'has'>;

/** What parts are known by. */
interface Known {
  readonly defined: DefinedForms;
  readonly glossary: Glossary;
}

/** What a manuscript defines: folded keys, and the exact (singular) spellings. */
export interface DefinedForms {
  readonly keys: Forms;
  /** Keys that only a list gives: a compound of parts that are defined themselves stays one of parts. */
  readonly listed: Forms;
  readonly spellings: Forms;
}

/** Tells the parts of a token's surface in one manuscript. */
export type Resolver = (surface: string) => readonly Part[];

const SEPARATOR = /[-\u2010-\u2015]/;
/** A compound of more parts is a list or a sequence; its parts are taken one by one. */
const MOST_PARTS = 12;

/** The parts of a surface where a manuscript defines none of the forms that were asked for on the way. */
interface Undefined {
  readonly parts: readonly Part[];
  readonly asked: readonly string[];
}

/** A surface that is cut from a text keeps the whole of it in memory, but for cuts of so few UTF-16 units, which the engine copies. */
const LONGEST_REMEMBERED = 12;

/**
 * Makes resolvers, one for each manuscript, which remembers every surface that it has seen. What surfaces resolve to by the
 * glossary alone is remembered from manuscript to manuscript; the result is the same as without.
 */
export function createResolvers(glossary: Glossary): (defined: DefinedForms) => Resolver {
  const undefinedOf = remembered(surface => resolveUndefined(surface, glossary));
  return defined => {
    const isDefined = (form: string): boolean =>
      defined.keys.has(form) || defined.listed.has(form) || defined.spellings.has(form);
    const partsOf = (surface: string): readonly Part[] => {
      const last = surface.length <= LONGEST_REMEMBERED ? undefinedOf(surface) : undefined;
      return last === undefined || last.asked.some(isDefined)
        ? resolve(surface, { defined, glossary })
        : last.parts;
    };
    const known = new Map<string, readonly Part[]>();
    return surface => {
      let parts = known.get(surface);
      if (parts === undefined) {
        parts = partsOf(surface);
        known.set(surface, parts);
      }
      return parts;
    };
  };
}

function resolveUndefined(surface: string, glossary: Glossary): Undefined {
  const asked = new Set<string>();
  const none: Forms = { has: form => asked.add(form) && false };
  const parts = resolve(surface, { defined: { keys: none, listed: none, spellings: none }, glossary });
  return { parts, asked: [...asked] };
}

/** "anti-BALB/c": what may stand before a name in which there is a slash. */
const AGAINST_NAMED = /^(?:[Aa]nti|[Nn]on)[-\u2010-\u2013](?=.{1,12}\/)/;

/** How strongly a marker is expressed, written on to it: CCR7high, CD45RAneg, HLA-DRlow. */
const EXPRESSION = /(?<=[A-Z].{0,20}\d[A-Z]{0,2}|[A-Z]{2})(?:high|low|hi|lo|int|bright|dim|neg|pos)$/;
/** What parts one form from the next: a slash, or how strongly a marker is expressed (CXCR5hiPD-1hi). */
const PARTING = /\/|(?<=[A-Z\d](?:high|low|hi|lo|int|bright|dim|neg|pos))(?=[A-Z])/g;

function partOf(surface: string, from: number, to: number): Part {
  const written = surface.slice(from, to);
  // The s of anti-HBs is no plural's.
  const form = knownNames.has(written) ? written : singular(written).replace(EXPRESSION, '');
  return { from, to, form, key: fold(form) };
}

function resolve(surface: string, known: Known): readonly Part[] {
  const { defined, glossary } = known;
  const whole = partOf(surface, 0, surface.length);
  if (
    defined.keys.has(whole.key) ||
    glossary.standard(whole.form) !== undefined ||
    knownNames.has(whole.form)
  )
    return [whole];
  const isKnown = (): boolean => knownName(whole.form) !== undefined || glossary.senses(whole.key).length > 0;
  if (surface.includes('/') && isKnown()) return [whole];
  const leading = AGAINST_NAMED.exec(surface)?.[0].length ?? 0;
  if (leading > 0 && knownNames.has(surface.slice(leading)))
    return [partOf(surface, leading, surface.length)];
  // An "n" that is defined doesn't make SK-N-BE a compound.
  const isDefined = (piece: string): boolean => piece.length > 1 && defined.keys.has(fold(piece));
  if (isCode(surface) && !surface.split(SEPARATOR).some(isDefined)) return [whole];
  const parts: Part[] = [];
  let from = prefixOf(surface, known);
  for (const { index, 0: sign } of surface.matchAll(PARTING)) {
    if (index > from) parts.push(...resolveStretch(surface, { start: from, end: index }, known));
    from = Math.max(from, index + sign.length);
  }
  if (from < surface.length)
    parts.push(...resolveStretch(surface, { start: from, end: surface.length }, known));
  return parts;
}

/** "nonIBD", "preASCT": the length of a prefix that is written on to a known form; 0 where there is none. */
function prefixOf(surface: string, { defined, glossary }: Known): number {
  const prefix = /^(?:non|pre|post|anti|intra)(?=[A-Z]{2,}s?$)/.exec(surface)?.[0];
  if (prefix === undefined) return 0;
  const { key } = partOf(surface, prefix.length, surface.length);
  return defined.keys.has(key) || glossary.senses(key).length > 0 ? prefix.length : 0;
}

/** Resolves a stretch that nothing parts, longest known stretch first, left to right. */
function resolveStretch(surface: string, stretch: Span, known: Known): readonly Part[] {
  const pieces = piecesOf(surface, stretch);
  const parts: Part[] = [];
  let first = 0;
  while (first < pieces.length) {
    let last = Math.min(pieces.length, first + MOST_PARTS) - 1;
    while (last > first && !belongsTogether(surface, pieces.slice(first, last + 1), known)) last--;
    const part = partOf(surface, pieces[first]!.start, pieces[last]!.end);
    if (last > first || isMentioned(part, known)) parts.push(part);
    first = last + 1;
  }
  return parts;
}

/** What hyphens and dashes part. */
function piecesOf(surface: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!SEPARATOR.test(surface[at]!)) continue;
    pieces.push({ start: from, end: at });
    from = at + 1;
  }
  return [...pieces, { start: from, end }];
}

function isMentioned(part: Part, { defined, glossary }: Known): boolean {
  if (isAbbreviationShaped(part.form)) return true;
  if (defined.spellings.has(part.form)) return true;
  // "Treg", "Tfh": written like words, and known.
  return (
    /^[A-Z][a-z]+$/.test(part.form) && glossary.senses(part.key).some(entry => entry.short === part.form)
  );
}

/** Whether pieces side by side are one abbreviation. */
function belongsTogether(surface: string, spans: readonly Span[], { defined, glossary }: Known): boolean {
  const part = partOf(surface, spans[0]!.start, spans.at(-1)!.end);
  if (defined.keys.has(part.key)) return true;
  const isDefined = (piece: string): boolean =>
    defined.keys.has(fold(piece)) || defined.listed.has(fold(piece));
  const pieces = spans.map(({ start, end }) => surface.slice(start, end).replace(EXPRESSION, ''));
  const isPair = pieces.length === 2;
  const shaped = pieces.filter(isAbbreviationShaped);
  const isSplit = shaped.length > 0 && shaped.every(isDefined);
  if (defined.listed.has(part.key)) return !isSplit;
  if (isPair && joinsHead(pieces[0]!, pieces[1]!)) return true;
  // CITE-seq and NET-seq are methods' names; of TCR-seq, TCR is a part.
  const isMethod = isPair && /^[Ss]eq$/.test(pieces[1]!) && isAbbreviationShaped(pieces[0]!);
  if (isMethod && !isDefined(pieces[0]!) && glossary.senses(fold(pieces[0]!)).length !== 1) return true;
  if (knownNames.has(part.form) || glossary.standard(part.form) !== undefined) return true;
  if (glossary.isGeneSymbol(part.form)) return true;
  const senses = glossary.senses(part.key);
  if (senses.length === 0) return false;
  if (isSplit) return false;
  // PET-CT says what its CT is, which alone may be cholera toxin or chemotherapy.
  const isTelling = shaped.some(piece => !isDefined(piece) && meaningsOf(piece, glossary) > 1);
  // B-ALL is B-cell acute lymphoblastic leukemia, no "B-acute" one.
  const isLettered = pieces[0]!.length === 1 && !pieces.slice(1).some(isDefined);
  return isTelling || isLettered || !senses.every(entry => isComposed(foldedLong(entry), pieces, glossary));
}

function meaningsOf(piece: string, glossary: Glossary): number {
  return glossary.senses(fold(piece)).filter(entry => entry.class === 'abbreviation').length;
}

/** Whether a compound's long form is made of its parts' long forms: "chimeric antigen receptor T cell" is CAR + T. */
function isComposed(long: string, pieces: readonly string[], glossary: Glossary): boolean {
  return pieces.every(piece => {
    if (new RegExp(`\\b${piece.toLowerCase().replace(/[^a-z0-9]/g, '.')}\\b`).test(long)) return true;
    return glossary.senses(fold(piece)).some(entry => ` ${long} `.includes(` ${foldedLong(entry)} `));
  });
}
