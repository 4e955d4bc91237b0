/** Glossary files without a fault, in JSON or plain YAML: the way to read 100,000 rows at once. */
import { lazily } from '../lazily.ts';
import type { GlossaryEntry } from '../types.ts';
import { isRow } from './checks.ts';
import type { LayerRows } from './layerRows.ts';
import { parseEntry } from './load.ts';
import { foldLong } from './normalize.ts';
import { plainYaml } from './plainYaml.ts';
import { yamlRows } from './yamlRows.ts';

/**
 * The entries of a JSON list, or of the one under `entries`; `undefined` where the text is anything else or anything
 * in it is wrong: `yamlRows` reads that, and tells where. Places are looked for when somebody asks.
 */
export function jsonRows(text: string): LayerRows | undefined {
  const value = parsed(text);
  const listed = isRow(value) ? value.entries : value;
  return Array.isArray(listed) ? goodRows(listed, text) : undefined;
}

/** The same of YAML that is plain (see `plainYaml`): a list or map, or one under `entries` or `abbreviations`. */
export function plainYamlRows(text: string): LayerRows | undefined {
  const value = plainYaml(text);
  const held = isRow(value) ? (value.entries ?? value.abbreviations) : undefined;
  const listed = Array.isArray(held) || isRow(held) ? held : value;
  if (Array.isArray(listed)) return goodRows(listed.map(rowOf), text);
  return isRow(listed) ? goodRows(Object.entries(listed).map(rowOfPair), text) : undefined;
}

/** An item of a list: an entry, or a map of one short form to its long form. */
function rowOf(item: unknown): unknown {
  if (!isRow(item) || Object.hasOwn(item, 'short') || Object.hasOwn(item, 'long')) return item;
  const [pair, ...others] = Object.entries(item);
  return pair === undefined || others.length > 0 ? item : rowOfPair(pair);
}

function rowOfPair([short, long]: readonly [string, unknown]): unknown {
  return isRow(long) ? { short, ...long } : { short, long };
}

/** The entries that all of these rows are; `undefined` where one isn't as it should be. */
function goodRows(rows: readonly unknown[], text: string): LayerRows | undefined {
  const entries: GlossaryEntry[] = [];
  let isGood = true;
  for (const row of rows) {
    const entry = parseEntry(row, () => {
      isGood = false;
    });
    if (!isGood || entry === undefined || foldLong(entry.long) === '') return undefined;
    entries.push(entry);
  }
  const places = lazily(() => yamlRows(text).places);
  return {
    entries,
    problems: [],
    get places() {
      return places();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
