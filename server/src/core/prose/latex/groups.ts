import type { Span } from '../../types.ts';
import type { Group, Scan, Use } from './scan.ts';

/** Prose that isn't a part of the sentence around it. */
export const fenced: ReadonlySet<string> = new Set(['note', 'short', 'long']);

/** Opens the group at the delimiter here. */
export function openGroup(scan: Scan, as: string, close: Group['close'], use?: Use): void {
  scan.mask.markup(scan.at, scan.at + 1);
  scan.at++;
  scan.groups.push({ close, as, start: scan.at, ...(use && { use }) });
}

/** Notes what a command declares: a short form and its long form, unless one of them is empty. */
export function declare(scan: Scan, use: Use, short: Span | undefined, long: Span): void {
  if (short === undefined || short.start >= short.end || long.start >= long.end) return;
  const key = use.key && scan.text.slice(use.key.start, use.key.end);
  scan.blocks.declaration(key === undefined ? 'list' : 'macro', short, long, key);
}
