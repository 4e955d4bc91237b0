import type { BlockKind, Declaration, Mark, Role, Span } from '../../types.ts';

/** Markup inside a paragraph. What its named group `text` matches is prose, all around it markup. */
export interface InlineMarkup {
  /** Sticky, with the indices of its groups where it has `text`. Bounded in every repetition, so that reading stays linear. */
  readonly pattern: RegExp;
  /** How the rest of it, or all of it where it has no `text`, is covered. */
  readonly as: 'markup' | 'transparent' | 'opaque' | 'space' | 'tex' | 'greek';
  readonly mark?: Mark['kind'];
  /** It may name an entry of a glossary: its groups `key` and `command`. */
  readonly macro?: true;
  /** Its text is set higher: numbers in it may be those of references. */
  readonly superscript?: true;
  /** It prints what a name stands for: its group `name`. */
  readonly term?: true;
  /** It declares its group `short` by its group `long`, both of them inside `text`. */
  readonly declares?: true;
}

/** Lines from `open` on up to the line that `close` makes of it hold no prose. */
export interface Fence {
  readonly open: RegExp;
  readonly close: (match: RegExpExecArray) => string;
  /** It closes wherever that stands on a line. */
  readonly anywhere?: true;
}

/** A stretch of lines whose paragraphs are something of their own: a figure's legend, an abstract, a tree that is hidden. */
export interface Zone {
  /** The line that opens it. */
  readonly open: RegExp;
  /**
   * Ends before a line that isn't indented more deeply, a heading as high as the opening one or (`section`) as the one right
   * below it, or such a line; behind the block below it (`paragraph`).
   */
  readonly end: 'dedent' | 'heading' | 'section' | 'paragraph' | RegExp;
  /** The line that ends it looks like one that opens it, and opens none. */
  readonly isFenced?: true;
  /** What its paragraphs are. */
  readonly kind?: BlockKind;
  readonly role?: Role;
  /** `hidden`: nothing in it is printed, its opening line neither · `rows`: its lines are rows, commas between their cells. */
  readonly as?: 'hidden' | 'rows';
}

/** An entry of a glossary in code: what it declares, or the key of a term that has no long form. */
export interface GlossaryEntry extends Span {
  /** Its spans count from the entry's start. */
  readonly declaration?: Declaration;
  readonly term?: string;
}

/**
 * A light markup language, described line by line: masks only. All expressions see one line (`inline`: one
 * paragraph), without its line end.
 */
export interface LightMarkup {
  /** The level of a heading, 0 for none. `underlined`: the line below belongs to it. */
  readonly heading: (
    line: string,
    below: string,
  ) => { readonly level: number; readonly underlined: boolean } | undefined;
  /** The level of an underlined heading is told by the order in which the text first uses its underline. */
  readonly ordersUnderlines?: true;
  readonly headingMarker: RegExp;
  /** What may follow a heading's text and is none of it. */
  readonly headingTail?: RegExp;
  /** Lines of prose that say themselves what they are, behind their marker. */
  readonly labels?: readonly { readonly marker: RegExp; readonly kind: BlockKind; readonly role?: Role }[];
  /** The beginning of a call of code, up to its parenthesis, whose arguments may hold prose. */
  readonly call?: RegExp;
  /** The beginning of a line of code that goes on in the next ones while its brackets are open; nothing of it is prose. */
  readonly code?: RegExp;
  /** The glossary entries in code from `at` to `end`, whose first bracket stands at `open`: in order, apart. */
  readonly entries?: (text: string, at: number, open: number, end: number) => readonly GlossaryEntry[];
  /** Stretches whose paragraphs are something of their own. */
  readonly zones?: readonly Zone[];
  /** Comments, attributes, directives: lines of their own that are no prose. */
  readonly silent: RegExp;
  /** How names are made for terms: what such lines begin with, and the line with its groups `name` and `value`. */
  readonly naming?: { readonly openings: readonly string[]; readonly line: RegExp };
  /** A line, silent, that stands for a file of the manuscript: its group `target`. */
  readonly inclusion?: RegExp;
  readonly fences: readonly Fence[];
  /** Lines after which all that is indented more deeply is no prose. */
  readonly indents: RegExp;
  /** The marker of a list item; its group `term` is the term of a definition list. */
  readonly item: RegExp;
  /** A line with more deeply indented ones right below is a term with its definition. */
  readonly definesByIndent?: true;
  /** A row of a table; its cells begin at `|`. */
  readonly row: RegExp;
  /** What may stand before a cell's `|` and tells how it looks. */
  readonly cellStyle?: RegExp;
  /** Tables whose columns are told by borders of `=` above and below. */
  readonly simpleTables?: true;
  /** A row of a table that is written as a list; its cells are `cellItem`s, each on a line of its own. */
  readonly listRow?: RegExp;
  readonly cellItem?: RegExp;
  /** Units at which inline markup may begin. */
  readonly triggers: string;
  /** Letters at which it may begin, at a word's beginning alone. */
  readonly wordTriggers?: string;
  /** What may begin inside a word too, by its first letter. */
  readonly opensInWord?: Readonly<Record<string, readonly string[]>>;
  readonly inline: readonly InlineMarkup[];
}

export const NEVER = /(?!)/y;
