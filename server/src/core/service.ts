/**
 * The composition root: what the editor's server, the command line and a web worker build on.
 *
 * Everything here is a pure function of its arguments. Whoever holds documents, files and clocks (lsp/,
 * cli/) keeps the state: the last `Analysis` of each document, the `Manuscript` that they form.
 */

import { type Analyzer, createAnalyzer } from './analysis/analyzer.ts';
import { type CellReader, createCellReader } from './analysis/cells.ts';
import { britishGlossary } from './glossary/british.ts';
import { layeredGlossary } from './glossary/layers.ts';
import { type Assembler, createAssembler } from './manuscript/assemble.ts';
import { ownTerms } from './manuscript/ownTerms.ts';
import { createSpellingReader } from './manuscript/spelling.ts';
import { createLinter, type Linter } from './rules/run.ts';
import { type InSteps, whole } from './steps.ts';
import type { Analysis, Glossary } from './types.ts';

export interface Service {
  readonly glossary: Glossary;
  /**
   * Reads a document: blocks, roles, tokens, definitions. With the analysis of an earlier version of the
   * same document, only what changed is read again; the result is the same as without. `change` says what differs
   * between the two, where that is known (else it is looked for). `section`: the one that it stands in, where
   * another document includes it (else as before).
   */
  readonly analyze: Analyzer;
  /** Cells of notebooks among documents in reading order: each in the sections that other cells have opened. */
  readonly readCells: CellReader;
  /** Reads documents in this order, included ones in their places, as one manuscript: resolves every abbreviation. */
  readonly assemble: Assembler;
  /** What the rules say of a manuscript, in reading order. */
  readonly lint: Linter;
  /**
   * The same three, in steps of a few milliseconds: a text of a million words keeps nobody waiting. Steps that are
   * left for good leave nothing behind.
   */
  readonly inSteps: {
    readonly analyze: InSteps<Analyzer>;
    readonly assemble: InSteps<Assembler>;
    readonly lint: InSteps<Linter>;
  };
  /**
   * The service for a manuscript of these documents: with the terms that it explains itself, and our long forms in its
   * own spelling, British or American. The same where that changes nothing.
   */
  readonly within: (analyses: readonly Analysis[]) => Service;
}

/** Of manuscripts with terms of their own, the services of so many states are kept. */
const MOST_KEPT = 8;

/**
 * Makes a service over a glossary. A reloaded glossary makes a new service; analyses stay valid. `most`: so many manuscripts
 * are remembered from version to version; one is enough where each is read once.
 */
export function createService(glossary: Glossary, most?: number): Service {
  const within = new Map<string, Service>();
  const spellingOf = createSpellingReader();
  const inSteps = Object.freeze({
    analyze: createAnalyzer(),
    assemble: createAssembler(glossary, most),
    lint: createLinter(glossary),
  });
  const service: Service = Object.freeze({
    glossary,
    analyze: whole(inSteps.analyze),
    readCells: createCellReader(),
    assemble: whole(inSteps.assemble),
    lint: whole(inSteps.lint),
    inSteps,
    within(analyses: readonly Analysis[]) {
      const entries = ownTerms(analyses);
      const spelling = spellingOf(analyses);
      const [first] = entries;
      if (first === undefined && spelling === 'american') return service;
      const name = JSON.stringify([spelling, entries]);
      let own = within.get(name);
      if (own === undefined) {
        const spelt = spelling === 'british' ? britishGlossary(glossary) : glossary;
        const layers = first === undefined ? [] : [{ origin: first.origin!, entries }];
        own = createService(
          layers.length === 0 ? spelt : layeredGlossary(spelt, layers, glossary.revision),
          most,
        );
        if (within.size >= MOST_KEPT) within.delete(within.keys().next().value ?? '');
        within.set(name, own);
      }
      return own;
    },
  });
  return service;
}
