/** Findings without their places: what can be remembered from version to version. */
import { blockIndex } from '../analysis/blockAt.ts';
import { fold } from '../glossary/normalize.ts';
import { moved } from '../moved.ts';
import type {
  Analysis,
  Block,
  BlockEdit,
  Diagnostic,
  Finding,
  Fix,
  Manuscript,
  Related,
  Severity,
  Span,
  State,
} from '../types.ts';

/** A stretch of a block: offsets are relative to the block's start. */
interface BlockSpan extends Span {
  readonly block: Block;
  /** The block's index in its document, and so, in a manuscript of one document, in reading order. */
  readonly position: number;
}

/** What a rule found, by blocks. It holds no document. */
export interface Found extends BlockSpan {
  readonly rule: string;
  readonly severity: Severity;
  readonly short: string;
  /** The short form, folded. */
  readonly key: string;
  readonly identity: string;
  readonly message: string;
  readonly doubtful: boolean;
  readonly related: readonly (BlockSpan & { readonly message: string })[];
}

/** Takes a finding off its places; stamps rule and severity. */
export function find(finding: Finding, rule: string, severity: Severity, { analyses }: Manuscript): Found {
  const { analysis, start, end, short, identity, message, doubtful = false, related } = finding;
  const { uri } = analysis.document;
  const position = blockIndex(analysis.blocks, start);
  const { block, start: origin } = analysis.blocks[position]!;
  return {
    block,
    position,
    start: start - origin,
    end: end - origin,
    rule,
    severity: doubtful ? 'hint' : severity,
    short,
    key: fold(short),
    identity,
    message,
    doubtful,
    related:
      related === undefined
        ? NONE
        : related.map(each => {
            const other =
              each.uri === uri ? analysis : analyses.find(({ document }) => document.uri === each.uri)!;
            return relatedIn(each, other);
          }),
  };
}

/**
 * What was found before an edit that didn't touch it, where its blocks are now. The same object where none is the
 * edited one.
 */
export function movedFound(found: Found, edit: BlockEdit): Found {
  const inBlock = <T extends BlockSpan>(place: T): T =>
    place.block === edit.before ? { ...place, ...moved(place, edit), block: edit.after } : place;
  const related = found.related.some(({ block }) => block === edit.before)
    ? found.related.map(inBlock)
    : found.related;
  const now = inBlock(found);
  return related === now.related ? now : { ...now, related };
}

const NONE: Found['related'] = [];

function relatedIn({ start, end, message }: Related, { blocks }: Analysis): Found['related'][number] {
  const position = blockIndex(blocks, start);
  const { block, start: origin } = blocks[position]!;
  return { block, position, start: start - origin, end: end - origin, message };
}

/**
 * What something was found of: an abbreviation in this state, or the manuscript as a whole; or else the finding itself, which
 * nobody remembers.
 */
export type FoundOf = State | 'whole' | Finding;

/** What the findings of one lint share. */
export interface Lint {
  readonly placeOf: Manuscript['placeOf'];
  /** Makes the quick fixes of a finding. `source`: see `FoundOf`. */
  readonly fixesOf: (finding: PlacedFinding, source: FoundOf) => readonly Fix[];
}

/**
 * What was found, where its blocks stand now. Hundreds are made at every keystroke, so places elsewhere and fixes are
 * made when somebody asks, and no field is written twice.
 */
export class PlacedFinding implements Diagnostic {
  declare readonly remembered: Found;
  declare readonly analysis: Analysis;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly rule: string;
  declare readonly severity: Severity;
  declare readonly short: string;
  declare readonly identity: string;
  declare readonly message: string;
  declare readonly doubtful: boolean;
  declare private readonly lint: Lint;
  declare private readonly source: FoundOf;

  constructor(found: Found, lint: Lint, source: FoundOf) {
    const { analysis, placed } = lint.placeOf(found.block, found.position);
    this.remembered = found;
    this.analysis = analysis;
    this.start = placed.start + found.start;
    this.end = placed.start + found.end;
    this.rule = found.rule;
    this.severity = found.severity;
    this.short = found.short;
    this.identity = found.identity;
    this.message = found.message;
    this.doubtful = found.doubtful;
    this.lint = lint;
    this.source = source;
  }

  get related(): readonly Related[] {
    return this.remembered.related.map(({ block, position, start, end, message }) => {
      const { analysis, placed } = this.lint.placeOf(block, position);
      return { uri: analysis.document.uri, start: placed.start + start, end: placed.start + end, message };
    });
  }

  fixes(): readonly Fix[] {
    return this.lint.fixesOf(this, this.source);
  }
}
