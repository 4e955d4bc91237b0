/**
 * Comments by which a writer silences findings. They hold in the file that they stand in.
 *
 * | comment | silences |
 * |---|---|
 * | `immunogloss-ignore CAR NK` | findings about CAR and NK, in the whole file |
 * | `immunogloss-ignore-file` | all findings in the file; with names, as above |
 * | `immunogloss-ignore-next-line` | findings that begin on the next line with text |
 * | `immunogloss-ignore-start` … `immunogloss-ignore-end` | findings that begin between the two |
 *
 * Names are short forms (compared folded) or rule ids, parted by spaces or commas; a name with a space in it
 * stands in double quotes. Without names, all but the first silence every finding.
 */

import { fileStretches } from '../analysis/cells.ts';
import { fold } from '../glossary/normalize.ts';
import { explainsTerms } from '../manuscript/ownTerms.ts';
import { nextLine } from '../nextLine.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Directive, Finding, Ignore, Ignores, Manuscript, Span } from '../types.ts';

const COMMAND = /^immunogloss-([a-z-]+)/;
const NAME = /"([^"]*)"|[^\s,"]+/g;

/** A comment, and the stretch of its file that it silences. */
interface Reach {
  readonly ignore: Ignore;
  readonly from: number;
  readonly to: number;
}

/** What a comment that names nothing goes by. */
const EVERYTHING = '';

/** Reads the comments of a manuscript. Linear in its blocks and comments. */
export function readIgnores({ analyses }: Manuscript): Ignores {
  const all: Ignore[] = [];
  const byDocument = new Map<Analysis, Map<string, Reach[]>>();
  for (const documents of fileStretches(analyses)) {
    for (const [analysis, reaches] of reachesIn(documents, all)) byDocument.set(analysis, byName(reaches));
  }
  const used = new Map<Ignore, Set<string>>();

  return {
    covers({ analysis, start, short }: Finding, rule: string): boolean {
      const names = byDocument.get(analysis);
      // What is said of the comments themselves is about no short form.
      if (names === undefined || short === '') return false;
      let covered = false;
      for (const name of [EVERYTHING, rule, fold(short)]) {
        for (const { ignore, from, to } of names.get(name) ?? []) {
          if (start < from || start >= to) continue;
          covered = true;
          const seen = used.get(ignore) ?? new Set();
          used.set(ignore, seen.add(name));
        }
      }
      return covered;
    },
    unused: () =>
      all.flatMap(ignore => {
        const seen = used.get(ignore);
        const idle = ignore.names.filter(name => seen?.has(keyOf(name)) !== true);
        const isIdle = ignore.names.length === 0 ? seen === undefined : idle.length > 0;
        return isIdle ? [{ ignore, idle }] : [];
      }),
  };
}

const keyOf = (name: string): string => (isRuleId(name) ? name : fold(name));

/** `used-before-definition`: a short form has a capital, a digit or no two hyphens. */
function isRuleId(name: string): boolean {
  return /^[a-z]+(?:-[a-z]+)+$/.test(name);
}

function byName(reaches: readonly Reach[]): Map<string, Reach[]> {
  const names = new Map<string, Reach[]>();
  for (const reach of reaches) {
    const keys = reach.ignore.names.length === 0 ? [EVERYTHING] : reach.ignore.names.map(keyOf);
    for (const key of new Set(keys)) {
      const known = names.get(key);
      if (known === undefined) names.set(key, [reach]);
      else known.push(reach);
    }
  }
  return names;
}

/**
 * The stretches that the comments of one file silence: a document's, or those of a notebook's cells, which reach from one
 * cell into the others. Every comment, understood or not, goes to `all`.
 */
function reachesIn(documents: readonly Analysis[], all: Ignore[]): ReadonlyMap<Analysis, readonly Reach[]> {
  const reaches = new FileReaches(documents);
  const open: Ignore[] = [];
  for (const { ignore, next } of commentsIn(documents)) {
    const { command, names } = ignore;
    const opened = command === 'ignore-end' ? open.pop() : undefined;
    if (opened !== undefined) {
      reaches.addBetween(opened, ignore);
      continue;
    }
    all.push(ignore);
    if (command === 'ignore-file' || (command === 'ignore' && names.length > 0)) reaches.addFile(ignore);
    else if (command === 'ignore-next-line') reaches.addLine(ignore, next);
    else if (command === 'ignore-start') open.push(ignore);
  }
  for (const ignore of open) reaches.addBetween(ignore);
  return reaches.byDocument;
}

/** A comment that speaks of findings, and the next line, where its format tells. */
interface Comment {
  readonly ignore: Ignore;
  readonly next: Span | undefined;
}

/** The comments of documents that speak of findings, in their order. */
function commentsIn(documents: readonly Analysis[]): Comment[] {
  const comments: Comment[] = [];
  for (const analysis of documents) {
    for (const { block, start } of analysis.blocks) {
      if (block.directives === undefined) continue;
      for (const directive of block.directives) {
        if (explainsTerms(directive)) continue;
        const { nextLine: next } = directive;
        comments.push({
          ignore: read(directive, start, analysis),
          next: next && { start: start + next.start, end: start + next.end },
        });
      }
    }
  }
  return comments;
}

/** What comments silence of a file, which may be in several documents. */
class FileReaches {
  readonly byDocument = new Map<Analysis, Reach[]>();
  readonly #documents: readonly Analysis[];

  constructor(documents: readonly Analysis[]) {
    this.#documents = documents;
  }

  addFile(ignore: Ignore): void {
    for (const each of this.#documents) this.#add(each, ignore, 0, textOf(each.document).length);
  }

  /** `line`: that below the comment, where that isn't the next one of its text. */
  addLine(ignore: Ignore, line: Span | undefined): void {
    const { start, end } = line ?? nextLine(textOf(ignore.analysis.document), ignore.end);
    this.#add(ignore.analysis, ignore, start, end);
  }

  /** From where a comment ends to another one, or to the file's end. */
  addBetween(ignore: Ignore, other?: Ignore): void {
    const first = this.#documents.indexOf(ignore.analysis);
    const last = other === undefined ? this.#documents.length - 1 : this.#documents.indexOf(other.analysis);
    for (let index = first; index <= last; index++) {
      const analysis = this.#documents[index]!;
      const to = other !== undefined && index === last ? other.start : textOf(analysis.document).length;
      this.#add(analysis, ignore, index === first ? ignore.end : 0, to);
    }
  }

  #add(analysis: Analysis, ignore: Ignore, from: number, to: number): void {
    const known = this.byDocument.get(analysis);
    if (known === undefined) this.byDocument.set(analysis, [{ ignore, from, to }]);
    else known.push({ ignore, from, to });
  }
}

function read({ text, start, end }: Directive, blockStart: number, analysis: Analysis): Ignore {
  const found = COMMAND.exec(text);
  const names = [...text.slice(found?.[0].length ?? 0).matchAll(NAME)].map(
    ([word, quoted]) => quoted ?? word,
  );
  return { analysis, start: blockStart + start, end: blockStart + end, command: found?.[1] ?? '', names };
}

/** The names of a comment as it is written: `CAR`, `"γδ T"`. */
export function writtenName(name: string): string {
  return /[\s,]/.test(name) ? `"${name}"` : name;
}
