/** A JATS `<def-list>` that is a file of its own, as our export writes it: each item is an abbreviation. */
import type { ImportedRow } from './importedRow.ts';

/** The items of a text that begins with `<def-list`; `undefined` of any other. Linear in the text. */
export function fromDefinitionList(text: string): readonly ImportedRow[] | undefined {
  if (!/^\s*<def-list[\s>]/.test(text)) return undefined;
  const rows: ImportedRow[] = [];
  for (let start = text.indexOf('<def-item'); start >= 0; ) {
    const next = text.indexOf('<def-item', start + 1);
    const item = text.slice(start, next < 0 ? text.length : next);
    const [short, long] = [contentOf(item, 'term'), contentOf(item, 'def')];
    if (short && long) rows.push({ start, end: start + item.trimEnd().length, row: { short, long } });
    start = next;
  }
  return rows;
}

/** The text inside the first element of this name, without tags. */
function contentOf(item: string, name: string): string {
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`).exec(item);
  if (open === null) return '';
  const from = open.index + open[0].length;
  const to = item.indexOf(`</${name}>`, from);
  return unescaped(item.slice(from, to < 0 ? from : to).replace(/<[^<>]*>/g, ''));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text
    .replace(/&(?:#(\d{1,6})|#x([\dA-Fa-f]{1,5})|(lt|gt|quot|apos|amp));/g, (_, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[name]!;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\s+/g, ' ')
    .trim();
}
