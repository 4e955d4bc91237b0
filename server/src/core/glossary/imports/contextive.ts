/** The terms of a Contextive glossary (docs.contextive.tech, "Defining terminology"): a dictionary of any words. */
import { isSeq, type Node } from 'yaml';
import { readShortForm } from '../../analysis/definitions/shortForm.ts';
import type { LayerRow } from '../layerRow.ts';
import { child, textOf } from '../nodes.ts';
import type { ImportedRow, ImportProblem } from './importedRow.ts';

/**
 * The abbreviations among the terms of `contexts:`. Where the name is the long form, one of the aliases is the
 * short form and the definition says what it is; where the name is the short form, the definition begins with the
 * long one. Other terms are told of.
 */
export function fromContextive(
  contexts: Node,
  skip: (problem: ImportProblem) => void,
): readonly ImportedRow[] {
  return itemsOf(contexts).flatMap(context =>
    itemsOf(child(context, 'terms')).flatMap((term): readonly ImportedRow[] => {
      const [start, end] = term.range ?? [0, 0];
      const name = textOf(child(term, 'name'));
      const row = rowOf(name, textOf(child(term, 'definition')), aliasesOf(term));
      if (row !== undefined) return [{ start, end, row }];
      skip({ start, end, message: `"${name}" is no abbreviation.` });
      return [];
    }),
  );
}

function rowOf(name: string, definition: string, aliases: readonly string[]): LayerRow | undefined {
  if (isShort(name)) {
    const long = /^[^.;:(\n]+/.exec(definition)?.[0].trim();
    const variants = aliases.filter(isShort);
    return long ? { short: name, long, ...(variants.length > 0 && { variants }) } : undefined;
  }
  const [short, ...variants] = aliases.filter(isShort);
  if (short === undefined || name === '') return undefined;
  const gloss = definition.replace(/\s+/g, ' ').trim();
  return { short, long: name, ...(variants.length > 0 && { variants }), ...(gloss && { gloss }) };
}

/** It has the shape of a short form, and two capitals, digits or Greek letters. */
function isShort(text: string): boolean {
  const read = readShortForm(text, 0, text.length);
  return read !== null && !read.plain && !read.capitalized;
}

function aliasesOf(term: Node): readonly string[] {
  return itemsOf(child(term, 'aliases')).map(textOf);
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return isSeq(node) ? (node.items as Node[]) : [];
}
