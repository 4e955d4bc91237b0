/** The manuscript: one or several documents in reading order, with every abbreviation resolved. */

import type { Kept } from '../kept.ts';
import type { Analysis, BlockEdit, Definition, PlacedBlock, Token } from './extraction.ts';
import type { Block, Role } from './reading.ts';
import type { Span } from './text.ts';

/** Why a form is or isn't one to define. A closed list: `output.schema.json` repeats it. */
export type MentionClass =
  | 'abbreviation'
  | 'gene-or-protein'
  | 'cell-marker'
  | 'cytokine'
  | 'hla'
  | 'immunoglobulin'
  | 'unit'
  | 'chemical'
  | 'roman-numeral'
  | 'statistics'
  | 'standard'
  | 'product'
  | 'cell-line'
  | 'strain'
  | 'trial'
  | 'database'
  | 'software'
  | 'organisation'
  | 'degree'
  | 'initials'
  | 'label'
  | 'variable'
  | 'sequence'
  | 'emphasis';

/** How an abbreviation stands in a scope, worst last. */
export type Status =
  | 'defined'
  | 'macro'
  | 'exempt'
  | 'defined-only-in-list'
  | 'defined-only-in-abstract'
  | 'used-before-definition'
  | 'undefined';

/** The scopes in which first use is judged separately. */
export type ScopeName = 'abstract' | 'main';

/** Parts of a manuscript that may define their abbreviations anew, whatever the text before them defines. */
export type ResetScope = 'abstract' | 'caption' | 'table' | 'box';

/** What counts as a first use: journals differ. */
export interface FirstUse {
  /** A use in a heading is one of the main text. */
  readonly headings: boolean;
  /** Where first use begins anew. Without `abstract`, abstract and main text are one scope. */
  readonly resets: readonly ResetScope[];
}

/** A use of an abbreviation, in its document. Spans are absolute. */
export interface Mention extends Span {
  readonly analysis: Analysis;
  /** The block that it stands in. */
  readonly placed: PlacedBlock;
  /** What the block counts as (see `FirstUse`); its own role is `placed.role`. */
  readonly role: Role;
  /** As it reads, without plural or possessive ending. */
  readonly surface: string;
  /** The whole token that it is a part of ("CAR-NK" of "NK"), where it is one. */
  readonly token: Token;
  readonly tokenStart: number;
  /** It is the short form inside a definition. */
  readonly defining: boolean;
}

/** A definition in its document. Spans are absolute. */
export interface PlacedDefinition extends Definition {
  readonly analysis: Analysis;
  readonly role: Role;
  /** Short and long form exactly as the text has them. */
  readonly shortText: string;
  readonly longText: string;
  /** The long form as it reads: without markup, on one line. */
  readonly longRead: string;
  /** `longRead`, folded by `foldLong`. */
  readonly foldedLong: string;
}

/**
 * What an abbreviation comes to: all of it but its places. The same object in every version of a manuscript in which the
 * blocks that mention or define it, or spell out its long forms, are the same in the same order, and all that `Written` was
 * asked is answered as before: but for the places of these blocks, nothing about the abbreviation differs then.
 */
export interface State {
  /** The folded form: hyphens, Greek, plural and case unified (see glossary/normalize.ts). */
  readonly key: string;
  /** As written most often. */
  readonly short: string;
  /** All spellings, most frequent first. */
  readonly variants: readonly string[];
  readonly class: MentionClass;
  /** One sentence: why it has that class, or why it needs no definition. */
  readonly reason: string;
  /** 0…1: how sure we are that this is an abbreviation to define. Below 0.5 a finding is a hint. */
  readonly confidence: number;
  /** Evidence that at least one mention has; a bit set of `Evidence`. */
  readonly evidence: number;
  readonly status: Status;
  readonly scopes: Readonly<Record<ScopeName, Status | null>>;
  /** The abbreviation list has an entry of it. */
  readonly listed: boolean;
  /** The long form by which running text first defines it, folded by `foldLong`; null where none does. */
  readonly longForm: string | null;
  /** Uses that count: headings, title, list, references and declarations do not. */
  readonly uses: number;
  /** Whoever finds something of it may keep that here for so long. */
  kept?: { readonly by: object; readonly what: unknown } | undefined;
  /**
   * The state before an edit that nobody sees who looks around in text no farther than `NEAR`: what was kept there holds, but
   * for places. Until somebody takes that over.
   */
  moved?: { readonly from: State; readonly edit: BlockEdit } | undefined;
}

/** One abbreviation of a manuscript: all spellings of one short form, folded. */
export interface Abbreviation extends Readonly<Omit<State, 'kept' | 'moved'>> {
  readonly state: State;
  /** In reading order. */
  readonly mentions: readonly Mention[];
  readonly definitions: readonly PlacedDefinition[];
  /** Where the long forms of its definitions stand in the text, in reading order. */
  readonly spelledOut: readonly SpelledOut[];
  /** The long forms that can be offered for it, once somebody asked: see rules/longForms.ts. */
  longForms?: readonly LongForm[] | undefined;
}

/** A long form, as it would stand in running text. */
export interface LongForm {
  readonly long: string;
  /** Where it is no regular one: ask `pluralOf`. */
  readonly plural: string | undefined;
  /** The manuscript means the plural by the short form as it is: "spot-forming cells (SFC)". */
  readonly collective?: boolean;
  /** Folded by `foldLong`. */
  readonly folded: string;
  readonly origin: 'manuscript' | 'glossary';
  /**
   * The text itself speaks for it, or the writers' own glossary does. Without that it is offered, never asserted:
   * letters mean many things.
   */
  readonly certain: boolean;
}

/**
 * For a document's URI, the URI of the document that stands at each of its inclusions, in their order; `null`
 * where there is none.
 */
export type Included = ReadonlyMap<string, readonly (string | null)[]>;

/** One or several documents read in one order. */
export interface Manuscript {
  readonly analyses: readonly Analysis[];
  /** Which of them stand inside others: they are read in their place. */
  readonly included: Included;
  readonly abbreviations: readonly Abbreviation[];
  /** By folded key. */
  readonly byKey: ReadonlyMap<string, Abbreviation>;
  /** What all of them come to, in no particular order. */
  readonly states: readonly State[];
  /** The one whose state stands there among `states`: each is made when it is first asked for, most at no keystroke. */
  readonly abbreviationAt: (index: number) => Abbreviation;
  readonly written: Written;
  /**
   * A block's place in this version, for blocks that stand in it. `position`: its index in reading order when it was
   * last seen.
   */
  readonly placeOf: (block: Block, position: number) => BlockPlace;
  /** What is worked out of this version: see `keptWith`. */
  readonly kept: Kept;
  /** The same map for versions that follow each other: what was worked out of blocks may stay in the next one. */
  readonly lasting: Kept;
}

/** Where a block stands. */
export interface BlockPlace {
  /** Index in reading order. */
  readonly position: number;
  readonly analysis: Analysis;
  readonly placed: PlacedBlock;
}

/** What can be asked of the prose of a manuscript as a whole. Each answer takes constant time. */
export interface Written {
  /** This word stands there, whole and in this case; -s, -ed, -ing and the like may follow. */
  readonly word: (word: string) => boolean;
  /** A word that begins like this one (of at least four letters), whatever its case: by its first seven letters. */
  readonly stem: (word: string) => boolean;
  /**
   * Some one paragraph has words that begin like all words of weight of this long form, by their first seven letters. Linear
   * in the text.
   */
  readonly spoken: (long: string) => boolean;
  /** There is an abbreviation list, with an entry at least. */
  readonly list: () => boolean;
  /** A token of text, headings or the title is this folded form, or a compound with it. */
  readonly form: (key: string) => boolean;
  /** A token of this scope (headings are the main text's) names a member of this head's family: IL-2 of IL. */
  readonly member: (head: string, scope: ScopeName) => boolean;
}

/** A long form in the text, be it in a definition or not. The span is absolute. */
export interface SpelledOut extends Span {
  readonly analysis: Analysis;
  readonly placed: PlacedBlock;
  readonly role: Role;
  /** The long form, folded by `foldLong`. */
  readonly long: string;
  /** It touches a definition, its own or another one's. */
  readonly defining: boolean;
}
