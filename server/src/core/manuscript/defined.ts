/** What a manuscript defines, gathered from all its blocks. */

import type { CountedAs } from '../analysis/roles.ts';
import { fold, foldLong, singular } from '../glossary/normalize.ts';
import { textOf } from '../textOf.ts';
import type {
  Analysis,
  BlockPlace,
  Definition,
  PlacedBlock,
  PlacedDefinition,
  Role,
  Span,
  Text,
} from '../types.ts';
import { Fill } from '../types.ts';
import { isAbbreviationShaped } from './classes/shapes.ts';
import type { DefinedForms } from './compounds.ts';
import { startWithOpening } from './opening.ts';

/** A definition in its block, with the folded key and the singular spelling of its short form. */
export interface BlockDefinition {
  readonly kind: 'definition';
  readonly key: string;
  readonly form: string;
  /** As it is written. */
  readonly spelling: string;
  readonly definition: Definition;
  /** What its block counts as. */
  readonly role: Role;
  /** The long form as it reads, folded by `foldLong`. */
  readonly long: string;
  /** Short and long form exactly as the text has them. */
  readonly shortText: string;
  readonly longText: string;
  /** The long form as it reads, for people, and the same folded by `foldLong`. */
  readonly longRead: string;
  readonly foldedLong: string;
}

/** What follows from all definitions for finding mentions and long forms. */
export interface Defined {
  readonly forms: DefinedForms;
  /** Short forms that no shape tells from words, or that are of several: they are looked for one by one. */
  readonly words: ReadonlySet<string>;
  /** Keys of macros, with the short form that they print. */
  readonly macros: ReadonlyMap<string, Pick<BlockDefinition, 'key' | 'form'>>;
  /** Equal where `forms`, `words` and `macros` are. */
  readonly signature: string;
  /** The long forms, folded, with the keys that they are given for. */
  readonly longForms: ReadonlyMap<string, readonly string[]>;
  /** Equal where `longForms` is. */
  readonly longSignature: string;
}

const TRANSPARENT = /\uE000/g;
/** A character by its name or number (HTML, XML, Markdown). */
const ENTITY = /&#?\w{1,30};/;

/** The definitions that count of one block. */
export function definitionsOf(
  placed: PlacedBlock,
  analysis: Analysis,
  countedAs: CountedAs,
): readonly BlockDefinition[] {
  const { facts } = placed;
  if (facts.definitions.length === 0) return NONE;
  const text = textOf(analysis.document);
  const role = countedAs(placed.role);
  const found: BlockDefinition[] = [];
  for (const definition of facts.definitions) {
    const reads = readSpan(placed, definition.long, text);
    const spelling = readForm(placed, definition, text, reads);
    const key = fold(spelling);
    if (key === '' || isPlainWord(spelling, definition)) continue;
    const whole = withOpening(definition, placed, text);
    const source = sourceOf(placed, whole.long, text);
    // What is escaped in it is read: no escape is a part of the words.
    const isEscaped = analysis.format.fit !== undefined || ENTITY.test(source);
    const longText = detached(isEscaped ? reads.replace(/\s+/g, ' ') : source);
    const long = detached(foldLong(reads));
    const longRead = longText === reads ? longText : detached(readable(reads, source));
    found.push({
      kind: 'definition',
      key,
      form: singular(spelling),
      spelling,
      definition: whole,
      role,
      long,
      shortText: detached(sourceOf(placed, whole.short, text)),
      longText,
      longRead,
      foldedLong: longRead === reads ? long : detached(foldLong(longRead)),
    });
  }
  return found;
}

const NONE: readonly BlockDefinition[] = [];

/** What follows from the definitions of a manuscript, in reading order. Linear in them. */
export function definedBy(definitions: Iterable<BlockDefinition>): Defined {
  const keys = new Set<string>();
  const listed = new Set<string>();
  const spellings = new Set<string>();
  const words = new Set<string>();
  const macros = new Map<string, Pick<BlockDefinition, 'key' | 'form'>>();
  const longForms = new Map<string, string[]>();
  for (const { key, form, spelling, definition, long } of definitions) {
    (definition.form === 'list' ? listed : keys).add(key);
    spellings.add(spelling);
    if (isWordLike(spelling) || isOfPieces(spelling)) words.add(spelling);
    if (definition.key !== undefined) macros.set(definition.key, { key, form });
    const known = longForms.get(long);
    if (known === undefined) longForms.set(long, [key]);
    else if (!known.includes(key)) known.push(key);
  }
  const signature = JSON.stringify([[...keys], [...listed], [...spellings], [...words], [...macros]]);
  const longSignature = JSON.stringify([...longForms]);
  return { forms: { keys, listed, spellings }, words, macros, signature, longForms, longSignature };
}

const isWordLike = (spelling: string): boolean =>
  !isAbbreviationShaped(spelling) && /^[A-Za-z]{2,}$/.test(spelling);

/** "CM 010", "CM 025 EVER", "Pol II", "B_ASC": no one token is it. */
const OF_PIECES =
  /^[A-Za-z][A-Za-z\d+-]{0,11}(?: (?:\d[A-Za-z\d.+-]{0,5}|[IVX]{1,4})(?: [A-Za-z\d+-]{1,11})?|_[A-Za-z\d+-]{1,11})$/;
const CAPITAL = /[A-Z]/;

const isOfPieces = (spelling: string): boolean => CAPITAL.test(spelling) && OF_PIECES.test(spelling);

/** Whether two lists of definitions come to the same in `definedBy`, whatever stands around them. */
export function sayTheSame(some: readonly BlockDefinition[], others: readonly BlockDefinition[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ key, spelling, definition, long }, index) => {
      const other = others[index]!;
      return (
        key === other.key &&
        spelling === other.spelling &&
        long === other.long &&
        definition.form === other.definition.form &&
        definition.key === other.definition.key
      );
    })
  );
}

/** "this three-dimensional (time, cell type) tensor": a word in parentheses, whatever its letters spell. */
function isPlainWord(form: string, { form: written }: Definition): boolean {
  return /^[a-z]{4,}$/.test(form) && written !== 'list' && written !== 'macro' && written !== 'markup';
}

/** A definition where its block stands now. */
export function placeDefinition(
  { definition, role, shortText, longText, longRead, foldedLong }: BlockDefinition,
  { analysis, placed: { start } }: BlockPlace,
): PlacedDefinition {
  const { form, short, long } = definition;
  const placed: PlacedDefinition = {
    form,
    start: start + definition.start,
    end: start + definition.end,
    short: { start: start + short.start, end: start + short.end },
    long: { start: start + long.start, end: start + long.end },
    analysis,
    role,
    shortText,
    longText,
    longRead,
    foldedLong,
  };
  // Few have more fields, and a copy of all of them takes ten times as long.
  return definition.key === undefined && definition.reads === undefined
    ? placed
    : { ...definition, ...placed };
}

/** A stretch of a block as it reads. What the mask hides (a declaration's forms) is read from the source. */
function readSpan({ block, start }: PlacedBlock, span: Span, source: Text): string {
  const masked = block.masked.slice(span.start, span.end).replace(TRANSPARENT, '');
  return /[^\s\uFFFC]/.test(masked) ? masked : source.slice(start + span.start, start + span.end);
}

/** The same definition, its forms with the markup that closes inside them. */
function withOpening(definition: Definition, { block, start: origin }: PlacedBlock, text: Text): Definition {
  const long = startWithOpening(block.masked, definition.long, origin, text);
  const short = startWithOpening(block.masked, definition.short, origin, text);
  return long === definition.long.start && short === definition.short.start
    ? definition
    : {
        ...definition,
        start: Math.min(definition.start, long, short),
        long: { ...definition.long, start: long },
        short: { ...definition.short, start: short },
      };
}

/** A long form for people: as it reads; where that hides something (math), its source without signs of markup. */
function readable(reads: string, source: string): string {
  const text = reads.includes(Fill.opaque) ? source.replace(/[*_~^\\{}]/g, '') : reads;
  return text.replace(/\s+/g, ' ').trim();
}

function sourceOf({ start }: PlacedBlock, span: Span, source: Text): string {
  return source.slice(start + span.start, start + span.end);
}

/** A short form as it reads, without a noun that its long form ends with too. */
function readForm(placed: PlacedBlock, { short, reads }: Definition, source: Text, long: string): string {
  const read = reads ?? readSpan(placed, short, source);
  // "CAR-NK cells: …" in a list defines CAR-NK, "receiver operating characteristic curves (ROC curves)" ROC.
  const form = read.trim().replace(/(?<=\S)\s+cells?$/i, '');
  const [, bare, noun] = /^(\S+)\s+([a-z]{4,12})$/.exec(form) ?? [];
  const isShared = noun !== undefined && isAbbreviationShaped(bare!) && long.trimEnd().endsWith(` ${noun}`);
  return detached(isShared ? bare! : form);
}

/** The same text, which doesn't keep the whole that it was cut from in memory: definitions outlive documents. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
