/** The knowledge that rules and features ask, indexed on first use so that starting costs nothing. */
import { lazily } from '../lazily.ts';
import type { Glossary, GlossaryEntry, Reference, StandardForm, Therapy, TherapyFact } from '../types.ts';
import { longKeys, shortKeys } from './forms.ts';
import { keysOf } from './keys.ts';
import { foldLong, wordsOf } from './normalize.ts';

/** What a glossary is made of. The parts are asked for when they are first needed, once or more often. */
export interface GlossaryContent {
  /** Nearest layer first: that is the order in which senses are given. */
  readonly entries: readonly GlossaryEntry[];
  readonly standard: () => readonly StandardForm[];
  readonly therapies: () => readonly Therapy[];
  readonly facts: () => readonly TherapyFact[];
  readonly references: () => readonly Reference[];
  /** Approved gene symbols, one a line, sorted by UTF-16 code unit. */
  readonly geneSymbols: () => string;
  /** Changes whenever anything of the above does. */
  readonly revision: number;
}

/** An immutable glossary. Each index is built when it is first asked. */
export function createGlossary(content: GlossaryContent): Glossary {
  const { entries } = content;
  return createGlossaryOver({ entries, ...createEntryIndex(entries) }, content);
}

/** The same, over entries that are indexed already. */
export function createGlossaryOver(
  index: Pick<Glossary, 'entries' | 'senses' | 'byLongForm'>,
  content: Omit<GlossaryContent, 'entries'>,
): Glossary {
  const { standard, therapies, facts, references, geneSymbols, revision } = content;
  const standardByShort = lazily(() => new Map(standard().map(form => [form.short, form])));
  const therapyByName = lazily(
    () =>
      new Map(therapies().flatMap(therapy => therapy.names.map(name => [foldLong(name), therapy] as const))),
  );
  const therapyWords = lazily(() => wordsOf(therapyByName().keys()));
  const keys = lazily(() => keysOf(index.entries));
  const referenceById = lazily(() => new Map(references().map(reference => [reference.id, reference])));
  return Object.freeze({
    revision,
    senses: index.senses,
    byLongForm: index.byLongForm,
    standard: (short: string) => standardByShort().get(short),
    isGeneSymbol: (symbol: string) => hasLine(geneSymbols(), symbol),
    get entries() {
      return index.entries;
    },
    keys,
    get therapies() {
      return therapies();
    },
    therapyNamed: (foldedName: string) => therapyByName().get(foldedName),
    therapyWords,
    get facts() {
      return facts();
    },
    get references() {
      return referenceById();
    },
  });
}

/** Entries by folded short and long form, in their own order. Each index is built when it is first asked. */
export function createEntryIndex(entries: readonly GlossaryEntry[]): Pick<Glossary, 'senses' | 'byLongForm'> {
  const byShort = lazily(() => group(entries, shortKeys));
  const byLong = lazily(() => group(entries, longKeys));
  return {
    senses: key => listed(byShort(), key),
    byLongForm: foldedLong => listed(byLong(), foldedLong),
  };
}

/**
 * Entries of one key. Most have one, and a list of its own would take more room than all else that is kept of it: it gets
 * one when it is first asked for.
 */
type Entries = GlossaryEntry | GlossaryEntry[];

const NONE: readonly GlossaryEntry[] = Object.freeze([]);

function listed(groups: Map<string, Entries>, key: string): readonly GlossaryEntry[] {
  const entries = groups.get(key);
  if (entries === undefined) return NONE;
  if (Array.isArray(entries)) return entries;
  const list = [entries];
  groups.set(key, list);
  return list;
}

function group(
  entries: readonly GlossaryEntry[],
  keysOf: (entry: GlossaryEntry) => Iterable<string>,
): Map<string, Entries> {
  const groups = new Map<string, Entries>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, entry);
      else if (Array.isArray(known)) known.push(entry);
      else groups.set(key, [known, entry]);
    }
  }
  return groups;
}

/** Whether `lines`, sorted by code unit and parted by `\n`, has `line`. Binary search in the text itself. */
export function hasLine(lines: string, line: string): boolean {
  if (line === '' || line.includes('\n')) return false;
  let low = 0;
  let high = lines.length;
  // Invariant: if the line is there, it starts in [low, high); both are starts of lines, or the end.
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = lines.lastIndexOf('\n', middle - 1) + 1;
    const newline = lines.indexOf('\n', start);
    const end = newline < 0 ? lines.length : newline;
    const order = compareAt(lines, start, end, line);
    if (order === 0) return true;
    if (order < 0) low = end + 1;
    else high = start;
  }
  return false;
}

/** Below 0 where what stands there comes before `line` by code units, above 0 where behind it. */
export function compareAt(lines: string, start: number, end: number, line: string): number {
  const shorter = Math.min(end - start, line.length);
  for (let at = 0; at < shorter; at++) {
    const order = lines.charCodeAt(start + at) - line.charCodeAt(at);
    if (order !== 0) return order;
  }
  return end - start - line.length;
}
