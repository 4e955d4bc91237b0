/**
 * One glossary file of somebody's own: YAML, JSON, CSV or TSV. What is wrong in it is told with its place in
 * the text; all other rows are kept.
 */
import { type OwnKnowledge, ownKnowledgeIn } from '../therapies/ownKnowledge.ts';
import { jsonRows } from './jsonRows.ts';
import type { LayerRows } from './layerRows.ts';
import { tableRows } from './tableRows.ts';
import { yamlRows } from './yamlRows.ts';

/** What a file of somebody's own holds. */
export interface LayerContent extends LayerRows {
  /** What a file of therapies, facts or references holds instead of entries. */
  readonly knowledge?: OwnKnowledge;
}

/** Endings of glossary files, lower case. */
export const GLOSSARY_ENDINGS = ['.yaml', '.yml', '.json', '.csv', '.tsv'] as const;

/**
 * Reads the text of a glossary file by the ending of its name.
 *
 * YAML and JSON hold a list of entries (`short`, `long`, and what else an entry may have), such a list under
 * `entries:`, or a map from short to long forms (under `abbreviations:` too). Tables begin with a row that
 * names their columns; several values of one cell are parted by `|`. Files that are called `facts`, `references` or
 * `therapies` hold these.
 */
export function parseLayerFile(text: string, name: string): LayerContent {
  const own = ownKnowledgeIn(text, name);
  if (own !== undefined) return { entries: [], places: [], ...own };
  const lower = name.toLowerCase();
  if (lower.endsWith('.csv')) return tableRows(text, ',');
  if (lower.endsWith('.tsv')) return tableRows(text, '\t');
  return (lower.endsWith('.json') ? jsonRows(text) : undefined) ?? yamlRows(text);
}
