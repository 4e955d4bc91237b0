/** Extraction: block -> facts. Knows no glossary; cached with its block. */

import type { Block, DefinitionForm, Format, Role, Terms } from './reading.ts';
import type { SourceDocument, Span, Text } from './text.ts';

/** A short form together with its long form, as one block gives them. Block-relative. */
export interface Definition extends Span {
  readonly form: DefinitionForm;
  readonly short: Span;
  readonly long: Span;
  /** The macro's key, for `macro`. */
  readonly key?: string;
  /** How the short form reads, where a command of the author's own prints it or a part of it. */
  readonly reads?: string;
}

/** A token of the prose that has the shape of an abbreviation, or of a compound with one in it. Block-relative. */
export interface Token extends Span {
  /** As it reads: transparent fill removed. */
  readonly surface: string;
  /** Evidence that only its surroundings give; a bit set of `Evidence`. */
  readonly evidence: number;
  /** The macro's key, where the mention is one (`\gls{car}`). */
  readonly key?: string;
}

/** What a block holds. All spans are relative to the block's start. */
export interface BlockFacts {
  /** White-space tokens of prose. */
  readonly words: number;
  readonly tokens: readonly Token[];
  readonly definitions: readonly Definition[];
}

/** A block in its place, with its role and what was found in it. */
export interface PlacedBlock {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly block: Block;
  readonly facts: BlockFacts;
}

/** What one call of `readBlocks` gave. `looked` and `length` count from the step's start. */
export interface ReadStep {
  readonly state: unknown;
  readonly blocks: readonly Block[];
  readonly length: number;
  readonly looked: number;
}

/** A text that was read: its blocks in order (they tile the text), and the steps in which they were read. */
export interface Reading {
  readonly text: Text;
  /** Those that it was read with, where they are not its own. */
  readonly terms: Terms | undefined;
  /** See `Format`. */
  readonly head: number;
  readonly blocks: readonly Block[];
  readonly steps: readonly ReadStep[];
}

/** One edit: the range of the old text that was replaced, and the length of what replaced it. */
export interface TextChange extends Span {
  readonly newLength: number;
}

/** A change within a block (relative to it), after which what was found in it elsewhere is the same, or has moved. */
export interface BlockEdit extends TextChange {
  readonly before: Block;
  readonly after: Block;
}

/** All that rules and features may read of one document. */
export interface Analysis {
  readonly document: SourceDocument;
  readonly format: Format;
  /** What makes reading the next version cheap. */
  readonly reading: Reading;
  readonly blocks: readonly PlacedBlock[];
  readonly words: number;
  /** The section that it stands in where another document includes it; else `body`. */
  readonly section: Role;
  /** The terms that its own text makes commands for. */
  readonly terms: Terms;
  /** Those of its whole manuscript, as far as others make them. */
  readonly inherited: Terms;
  /** What made it out of the version that it was read after, where that was so little. */
  readonly edit?: BlockEdit | undefined;
}
