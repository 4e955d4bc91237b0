/** Stretches of a text for people. */
import { textOf } from '../textOf.ts';
import { type Analysis, Fill, type Span } from '../types.ts';
import { blockAt } from './blockAt.ts';

/** A stretch of a document as it reads, on one line: without markup, or as written where nothing is left of it. */
export function readable(analysis: Analysis, { start, end }: Span): string {
  const placed = blockAt(analysis, start);
  const masked = placed?.block.masked.slice(start - placed.start, end - placed.start) ?? '';
  const read = plain(masked);
  return read !== '' ? read : plain(textOf(analysis.document).slice(start, end));
}

/** Masked text as it reads, on one line. */
export function plain(masked: string): string {
  return masked.replaceAll(Fill.transparent, '').replaceAll(Fill.opaque, ' ').replace(/\s+/g, ' ').trim();
}
