import assert from 'node:assert/strict';
import { type Block, Fill, type Format } from '../../server/src/core/index.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';

/** Masked text as snapshots write it: `¤` opaque, `¬` transparent, `⇥` cell boundary; spaces stay. */
export function shown(masked: string): string {
  return masked.replaceAll(Fill.opaque, '¤').replaceAll(Fill.transparent, '¬').replaceAll(Fill.cell, '⇥');
}

/** The blocks of a text as `[kind, shown mask]`, blank ones left out. */
export function shownBlocks(format: Format, text: string): [Block['kind'], string][] {
  return readDocument(format, text)
    .blocks.filter(block => block.kind !== 'blank')
    .map(block => [block.kind, shown(block.masked)]);
}

/** The one block of a text that isn't blank. */
export function onlyBlock(format: Format, text: string): Block {
  const blocks = readDocument(format, text).blocks.filter(block => block.kind !== 'blank');
  assert.equal(blocks.length, 1, JSON.stringify(shownBlocks(format, text)));
  return blocks[0]!;
}

/** How masked text reads: transparent fill removed, white space and opaque runs collapsed. */
export function read(masked: string): string {
  return masked
    .replaceAll(Fill.transparent, '')
    .replace(new RegExp(`${Fill.opaque}+`, 'g'), '¤')
    .replace(/\s+/g, ' ')
    .trim();
}
