/** Reading: text -> blocks. One reader per format (prose/), all of them speak these types. */

import type { Span } from './text.ts';

/**
 * The fill characters of masked text. `masked.length === source.length`, always, so an offset into the
 * one is an offset into the other. Line ends (`\n`, `\r`) stay as they are, but inside markup that is transparent
 * and between the cells of a row.
 *
 * | source                | masked (· space, ¤ opaque, ¬ transparent) | reads as   |
 * |-----------------------|-------------------------------------------|------------|
 * | `the **CAR** binds`   | `the···CAR···binds`                       | the CAR binds |
 * | `T~reg~ cells [@x]`   | `T¬reg¬·cells·¤¤¤¤`                       | Treg cells |
 * | `\textbf{C}AR`        | `········C¬AR`                            | CAR        |
 * | `CD8<sup>+</sup> T`   | `CD8¬¬¬¬¬+¬¬¬¬¬¬·T`                       | CD8+ T     |
 */
export const Fill = {
  /** Markup between words. */
  space: ' ',
  /** A thing that is no prose (math, code, a citation): no match may cross it. */
  opaque: '\uFFFC',
  /** Markup inside a word: deleted when the word is read. */
  transparent: '\uE000',
  /** The boundary between two cells, in blocks of kind `table` only (a tab in the source becomes a space). */
  cell: '\t',
} as const;

/** What a block is by its markup alone. `opaque`: code, display math, a comment: nothing to read. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'definition'
  | 'table'
  | 'caption'
  | 'footnote'
  | 'metadata'
  | 'opaque'
  | 'blank';

/** Where in a manuscript a block stands. The same for all formats (analysis/sections.ts decides). */
export type Role =
  | 'title'
  | 'running-title'
  | 'keywords'
  | 'abstract'
  | 'body'
  | 'heading'
  | 'caption'
  | 'table'
  | 'box'
  | 'footnote'
  | 'abbreviation-list'
  | 'references'
  | 'authors'
  | 'back-matter'
  | 'supplement'
  | 'metadata';

/** Something that the markup says of a stretch of a block, which the masked text no longer shows. */
export interface Mark extends Span {
  /**
   * `emphasis`, `strong`: the text inside the markup · `citation`: the whole citation ·
   * `macro`: a whole use such as `\gls{car}` (`key` is the entry's, `command` the macro's name) ·
   * `term`: a macro of the author's own that prints a term (`\tnf` for TNF-α; `key` is what it prints) ·
   * `link`: the text of a link · `entry`: the key of a glossary entry that is no abbreviation (`key`).
   */
  readonly kind: 'emphasis' | 'strong' | 'citation' | 'macro' | 'term' | 'link' | 'entry';
  readonly key?: string;
  readonly command?: string;
}

/** How a definition is written. A closed list: `output.schema.json` repeats it. */
export type DefinitionForm =
  /** `long form (SF)`, square brackets too */
  | 'long-short'
  /** `SF (long form)` */
  | 'short-long'
  /** `long form, or SF,` · `long form (hereafter SF)` · `SF, i.e., long form` · `SF = long form` */
  | 'apposition'
  /** `estrogen and progesterone receptors (ER and PR)` */
  | 'coordinated'
  /** an entry of an abbreviation list, a note below a table, a definition list */
  | 'list'
  /** `*[CAR]: …`, `<abbr title>`, front matter */
  | 'markup'
  /** `\newacronym`, `\newabbreviation`, `\DeclareAcronym`, `\acro` */
  | 'macro';

/** A definition that the format itself declares (`*[CAR]: …`, `\newacronym`, `<abbr title>`, front matter). */
export interface Declaration {
  readonly form: DefinitionForm;
  /** The macro's key, where there is one. */
  readonly key?: string;
  /** Block-relative spans of the short and the long form in the source. */
  readonly short: Span;
  readonly long: Span;
}

/** Commands that an author makes for terms (`\newcommand{\tnf}{TNF-$\alpha$}`), each with how it reads. */
export type Terms = ReadonlyMap<string, string>;

/** A comment that speaks to us: its text from `immunogloss-` on, trimmed. Block-relative. */
export interface Directive extends Span {
  readonly text: string;
  /** The next line with text, where the file's own lines aren't those that its writer sees (notebooks). */
  readonly nextLine?: Span;
}

/** Another file that stands here (`\input{…}`, `{{< include … >}}`). Block-relative span of the target. */
export interface Inclusion extends Span {
  readonly target: string;
}

/** One block of a document. Blocks tile the text: each begins where the one before it ends. */
export interface Block {
  readonly kind: BlockKind;
  /** As long as the block's source, line ends included. */
  readonly masked: string;
  /** Headings: 1 for the highest. */
  readonly level?: number;
  /** What the format itself knows of the role (an abstract environment, a front matter title). */
  readonly role?: Role;
  readonly marks?: readonly Mark[];
  readonly declarations?: readonly Declaration[];
  readonly directives?: readonly Directive[];
  readonly inclusions?: readonly Inclusion[];
}

/**
 * Reads one format, block by block. `State` is whatever the format must know at the start of a block
 * (inside front matter, a LaTeX environment stack); it is compared with `sameState`, so that after an
 * edit reading stops as soon as an old block boundary is met in the same state.
 *
 * Contract: `readBlocks` is called at offset `at`, the start of a line, and returns at least one block;
 * together they cover the text from `at` to `next`, itself the start of a line or the text's end.
 * A result depends on `state` and the text from `at` up to `looked` alone (`looked` ≥ `next`: one past the
 * last character that was looked at). Linear in what it reads. Never throws.
 */
export interface Reader<State = unknown> {
  /** The state at a text's start. `terms`: those of the whole manuscript, else the text's own. */
  readonly start: (text: string, terms?: Terms) => State;
  readonly readBlocks: (text: string, at: number, state: State) => ReadResult<State>;
  readonly sameState: (a: State, b: State) => boolean;
}

export interface ReadResult<State = unknown> {
  readonly blocks: readonly Block[];
  readonly next: number;
  readonly looked: number;
  readonly state: State;
}

/** A format: which documents it reads, how comments are written in it, and its reader. */
export interface Format {
  readonly id: string;
  /** Language ids of editors. */
  readonly languageIds: readonly string[];
  /** File name endings, lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly reader: Reader;
  /** The terms that a text of this format makes commands for, where the format can. */
  readonly terms?: (text: string) => Terms;
  /**
   * The offset up to which a text is looked at for `terms` and for the reader's `start`, whatever stands behind it.
   * Neither looks at the text where it isn't given.
   */
  readonly head?: (text: string) => number;
  /** Words among words of running text decide nothing: another letter in one changes that word alone (`prose/typing.ts`). */
  readonly typing?: boolean;
  /** Wraps a directive into a comment of this format that stands on a line of its own. */
  readonly comment: (directive: string) => string;
  /**
   * What an edit must insert in `start`…`end` of the text so that it reads as `newText`, where the text escapes what it
   * holds (JSON); undefined where the edit would break the text.
   */
  readonly fit?: (text: string, edit: Span & { readonly newText: string }) => string | undefined;
  /** How a citation of references, at least one, is written in running text, by their keys.
   * @param text the document, whose own way counts where the format has several (MyST's roles)
   */
  readonly citation: (keys: readonly string[], text?: string) => string;
}
