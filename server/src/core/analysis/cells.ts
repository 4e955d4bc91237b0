/** The cells of a notebook, read as one text: a heading in one cell opens a section in which the next ones stand. */
import type { Analysis, Block, PlacedBlock, Role } from '../types.ts';
import { extract, extractionOf } from './extract.ts';
import { isProse } from './roles.ts';
import { type SectionCue, sectionCue } from './sectionCue.ts';
import { assignRoles } from './sections.ts';

/** Gives each cell among analyses the roles that its blocks have in the whole notebook; others are as they were. */
export type CellReader = (analyses: readonly Analysis[]) => readonly Analysis[];

/** What was last made of a cell. */
interface Placed {
  readonly roles: readonly Role[];
  readonly analysis: Analysis;
}

/**
 * Makes a reader of notebooks. It remembers what it made of each analysis and of each block, so that what an edit leaves as it
 * was stays the same object.
 */
export function createCellReader(): CellReader {
  const cues = new WeakMap<Block, SectionCue>();
  const placed = new WeakMap<Analysis, Placed>();
  const moved = new WeakMap<PlacedBlock, PlacedBlock>();

  function cueOf(block: Block): SectionCue {
    const cue = cues.get(block) ?? sectionCue(block);
    cues.set(block, cue);
    return cue;
  }

  /** A block in another role than the one that it has in its cell alone. */
  function inRole(own: PlacedBlock, role: Role): PlacedBlock {
    if (own.role === role) return own;
    const before = moved.get(own);
    if (before?.role === role) return before;
    const { block } = own;
    const way = extractionOf(block, role);
    const facts = way === extractionOf(block, own.role) ? own.facts : extract(block, way);
    const now = { ...own, role, facts };
    moved.set(own, now);
    return now;
  }

  function place(cell: Analysis, roles: readonly Role[]): Analysis {
    if (cell.blocks.every(({ role }, index) => role === roles[index])) return cell;
    const before = placed.get(cell);
    if (before?.roles.every((role, index) => role === roles[index])) return before.analysis;
    const blocks = cell.blocks.map((block, index) => inRole(block, roles[index]!));
    const words = blocks.reduce((sum, { role, facts }) => sum + (isProse(role) ? facts.words : 0), 0);
    const analysis = { ...cell, blocks, words };
    placed.set(cell, { roles, analysis });
    return analysis;
  }

  return analyses => {
    if (analyses.every(({ document }) => document.notebook === undefined)) return analyses;
    return fileStretches(analyses).flatMap(cells => {
      if (cells[0]!.document.notebook === undefined) return cells;
      const roles = assignRoles(cells.flatMap(({ blocks }) => blocks.map(({ block }) => cueOf(block))));
      let from = 0;
      return cells.map(cell => {
        const start = from;
        from += cell.blocks.length;
        return place(cell, roles.slice(start, from));
      });
    });
  };
}

/** The same documents file by file: the cells of one notebook are one. */
export function fileStretches(analyses: readonly Analysis[]): readonly (readonly Analysis[])[] {
  const found: Analysis[][] = [];
  for (const analysis of analyses) {
    const last = found.at(-1);
    const { notebook } = analysis.document;
    if (last !== undefined && notebook !== undefined && last[0]!.document.notebook === notebook)
      last.push(analysis);
    else found.push([analysis]);
  }
  return found;
}
