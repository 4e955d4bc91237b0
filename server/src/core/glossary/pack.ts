/**
 * A glossary as one text, so that a short run doesn't parse thousands of entries and fold their forms to ask for thirty.
 *
 * Three parts, one below the other: the folded short forms and the folded long forms, each as one line of JSON that gives the
 * entries of a form by where they begin in the third part, in which each entry is a line of JSON. All of it is ASCII.
 * Most forms have one entry, and no list around it: with lists, the forms would take a megabyte more.
 */
import { lazily } from '../lazily.ts';
import type { Glossary, GlossaryEntry } from '../types.ts';
import { longKeys, shortKeys } from './forms.ts';

/** Entries, in their order and by their forms. */
export type EntryIndex = Pick<Glossary, 'entries' | 'senses' | 'byLongForm'>;

/** Packs entries; `unpack` gives them back as `createEntryIndex` would. */
export function pack(entries: readonly GlossaryEntry[]): string {
  const lines: string[] = [];
  const byShort = new Map<string, Places>();
  const byLong = new Map<string, Places>();
  let start = 0;
  for (const entry of entries) {
    for (const key of shortKeys(entry)) place(byShort, key, start);
    for (const key of longKeys(entry)) place(byLong, key, start);
    const line = inAscii(JSON.stringify(entry));
    lines.push(line);
    start += line.length + 1;
  }
  const forms = [byShort, byLong].map(places => inAscii(JSON.stringify(Object.fromEntries(places))));
  return [...forms, ...lines].map(line => `${line}\n`).join('');
}

/** What was packed; a form or an entry is parsed when it is first asked for, and stays the same object. */
export function unpack(text: string): EntryIndex {
  const longForms = text.indexOf('\n') + 1;
  const first = text.indexOf('\n', longForms) + 1;
  const known = new Map<number, GlossaryEntry>();
  const entryAt = (start: number): GlossaryEntry => {
    let entry = known.get(start);
    if (entry === undefined) {
      entry = JSON.parse(text.slice(first + start, text.indexOf('\n', first + start))) as GlossaryEntry;
      known.set(start, entry);
    }
    return entry;
  };
  const lookUp = (from: number, to: number) => {
    const places = lazily(() => JSON.parse(text.slice(from, to)) as Readonly<Record<string, Places>>);
    const found = new Map<string, readonly GlossaryEntry[]>();
    return (key: string): readonly GlossaryEntry[] => {
      let entries = found.get(key);
      if (entries === undefined) {
        if (!Object.hasOwn(places(), key)) return NONE;
        entries = listed(places()[key]!).map(entryAt);
        found.set(key, entries);
      }
      return entries;
    };
  };
  const entries = lazily(() => {
    const all: GlossaryEntry[] = [];
    for (let at = first; at < text.length; at = text.indexOf('\n', at) + 1) all.push(entryAt(at - first));
    return all;
  });
  return {
    senses: lookUp(0, longForms),
    byLongForm: lookUp(longForms, first),
    get entries() {
      return entries();
    },
  };
}

const NONE: readonly GlossaryEntry[] = [];

/** Where the entries of a form begin. */
type Places = number | readonly number[];

function listed(places: Places): readonly number[] {
  return typeof places === 'number' ? [places] : places;
}

function place(places: Map<string, Places>, key: string, start: number): void {
  const known = places.get(key);
  places.set(key, known === undefined ? start : [...listed(known), start]);
}

/** JSON in which every character beyond ASCII is escaped: a text of these takes half the memory. */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
