/** Glossary files in JSON that hold a list of entries without a fault: the way to read 100,000 of them at once. */
import { lazily } from '../lazily.ts';
import type { GlossaryEntry } from '../types.ts';
import { isRow } from './checks.ts';
import type { LayerRows } from './layerRows.ts';
import { parseEntry } from './load.ts';
import { foldLong } from './normalize.ts';
import { yamlRows } from './yamlRows.ts';

/**
 * The entries of a JSON list, or of the one under `entries`; `undefined` where the text is anything else or anything
 * in it is wrong: `yamlRows` reads that, and tells where. Places are looked for when somebody asks.
 */
export function jsonRows(text: string): LayerRows | undefined {
  const listed = listIn(text);
  if (listed === undefined) return undefined;
  const entries: GlossaryEntry[] = [];
  let isGood = true;
  for (const row of listed) {
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

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const listed = isRow(value) ? value.entries : value;
    return Array.isArray(listed) ? listed : undefined;
  } catch {
    return undefined;
  }
}
