/** By what a finding is known again: the words around it, whatever happens to lines, markup and the rest of the text. */
import { blockIndex } from '../analysis/blockAt.ts';
import { type Analysis, Fill, type Span } from '../types.ts';

/** The words next to a place, folded and parted by spaces; fewer where the text begins or ends. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** Words on each side: enough to tell two places apart, few enough that an edit nearby leaves one side alone. */
const WORDS = 4;
/** Characters on each side in which they are looked for. */
const REACH = 300;

/** The context of a place. Logarithmic in the document's blocks. */
export function contextOf(analysis: Analysis, { start, end }: Span): Context {
  return {
    before: wordsIn(proseBefore(analysis, start)).slice(-WORDS).join(' '),
    after: wordsIn(proseAfter(analysis, end)).slice(0, WORDS).join(' '),
  };
}

function proseBefore({ blocks }: Analysis, offset: number): string {
  let prose = '';
  for (let index = blockIndex(blocks, offset); index >= 0 && prose.length < REACH; index--) {
    const { start, block } = blocks[index]!;
    if (block.kind === 'opaque' || block.kind === 'blank') continue;
    const end = Math.min(offset - start, block.masked.length);
    prose = block.masked.slice(Math.max(0, end - REACH + prose.length), end) + prose;
  }
  return prose;
}

function proseAfter({ blocks }: Analysis, offset: number): string {
  let prose = '';
  for (let index = Math.max(0, blockIndex(blocks, offset)); index < blocks.length; index++) {
    const { start, block } = blocks[index]!;
    if (block.kind === 'opaque' || block.kind === 'blank') continue;
    const from = Math.max(0, offset - start);
    prose += block.masked.slice(from, from + REACH - prose.length);
    if (prose.length >= REACH) break;
  }
  return prose;
}

function wordsIn(masked: string): readonly string[] {
  return (
    masked
      .replaceAll(Fill.transparent, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
