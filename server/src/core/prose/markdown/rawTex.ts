import type { Block } from '../../types.ts';
import { environmentOf } from '../latex/environments.ts';
import { latexReader } from '../latex/latex.ts';
import type { LatexState } from '../latex/state.ts';
import { NO_TERMS } from '../terms.ts';
import type { Step } from './step.ts';

const IN_TEXT: LatexState = { phase: 'body', frames: '', appendix: false, terms: NO_TERMS };

/** Whether an environment is a figure, a table, a list: it ends the paragraph before it. */
export function isRawTexLine(text: string, at: number, end: number): boolean {
  const name = /^\\begin\{([A-Za-z]{1,30})\*?\}/.exec(text.slice(at, Math.min(end, at + 40)))?.[1];
  return name !== undefined && environmentOf(name)?.kind !== undefined;
}

/**
 * The blocks of raw TeX (Pandoc, R Markdown) from `start` to `end`, the starts of lines, read as LaTeX: captions, tables
 * and text are what they are there. Opaque within a list or quotation, whose markup stands between its lines.
 */
export function texBlocks(step: Step, start: number, end: number): Block[] {
  if (step.containers.length > 0) return end > start ? [step.opaqueBetween(start, end)] : [];
  const source = step.text.slice(start, end);
  const blocks: Block[] = [];
  let state = IN_TEXT;
  for (let at = 0; at < source.length; ) {
    const read = latexReader.readBlocks(source, at, state);
    for (const block of read.blocks) blocks.push(step.within(block));
    at = read.next;
    state = read.state;
  }
  return blocks;
}
