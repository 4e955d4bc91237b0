import type { Span } from '../../types.ts';
import { maskMath } from '../math.ts';
import { declaredForms } from './fields.ts';
import { declare } from './groups.ts';
import { coverMarkup, type Scan, trimmed, type Use } from './scan.ts';

/** Covers a mandatory argument that isn't prose, and keeps what it says. */
export function coverArgument(scan: Scan, use: Use, as: string, span: Span, end: number): void {
  const source = scan.text.slice(span.start, span.end);
  if (as === '-' || as === 'name') {
    coverMarkup(scan, end);
    return;
  }
  if (as === 'math') {
    scan.at = end;
    maskMath(scan.mask, scan.text, { start: use.start, end }, span);
    return;
  }
  scan.mask.opaque(use.start, end);
  scan.at = end;
  if (as === 'cite') use.citation = source.trim();
  else if (as === 'key') use.key = trimmed(scan.text, span.start, span.end);
  else if (as === 'folder') use.folder = source.trim();
  else if (as === 'file') include(scan, use, span);
  else if (as === 'fields') readFields(scan, use, span, end);
}

function include(scan: Scan, use: Use, span: Span): void {
  const target = trimmed(scan.text, span.start, span.end);
  if (target.start >= target.end || scan.nested) return;
  const folder = use.folder === undefined || use.folder.endsWith('/') ? (use.folder ?? '') : `${use.folder}/`;
  scan.blocks.inclusion(folder + scan.text.slice(target.start, target.end), target.start, target.end);
}

function readFields(scan: Scan, use: Use, span: Span, end: number): void {
  const forms = declaredForms(scan.text, span.start, span.end);
  if (forms === undefined) {
    if (use.key === undefined) return;
    const { start, end: keyEnd } = use.key;
    scan.blocks.mark('entry', start, keyEnd, scan.text.slice(start, keyEnd));
    return;
  }
  reveal(scan, forms.short);
  reveal(scan, forms.long);
  scan.at = end;
  declare(scan, use, forms.short, forms.long);
}

/** Reads a stretch of what is covered already as prose. */
export function reveal(scan: Scan, { start, end }: Span): void {
  const around = { end: scan.end, groups: scan.groups };
  scan.mask.show(start, end);
  scan.at = start;
  scan.end = end;
  scan.groups = [];
  scan.nested = true;
  scan.read(scan);
  scan.nested = false;
  scan.end = around.end;
  scan.groups = around.groups;
}
