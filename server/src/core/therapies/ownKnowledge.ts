/**
 * Therapies, facts and references of somebody's own: files called `therapies`, `facts` and `references` beside the
 * glossary files, JSON or YAML, in the schemas of those that ship with us.
 */
import { isMap, isSeq, type Node } from 'yaml';
import { type Check, identifier, isRow, listOf, oneOf, record, text } from '../glossary/checks.ts';
import type { LayerProblem } from '../glossary/layerRows.ts';
import { dataOf, isNothing, spanAt, spanOf } from '../glossary/nodes.ts';
import type { Reference, Span, Therapy, TherapyFact } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { topics } from './topics.ts';

/** A row, and where it stands. */
export interface PlacedRow<T> extends Span {
  readonly row: T;
}

/** What one file gives: rows of one of the three kinds. */
export interface OwnKnowledge {
  readonly therapies?: readonly PlacedRow<Therapy>[];
  readonly facts?: readonly PlacedRow<TherapyFact>[];
  readonly references?: readonly PlacedRow<Reference>[];
}

type Fields = Readonly<Record<string, Check>>;

const SOURCE = { reference: text, locator: text, accessed: text };
const SUPPORTS = ['verified', 'unverified', 'off-topic'];

const FACT: Fields = {
  id: identifier,
  therapy: identifier,
  topic: oneOf(topics),
  statement: text,
  quotation: text,
  source: record(SOURCE, ['reference', 'accessed']),
  cites: listOf(
    record({ reference: text, supports: oneOf(SUPPORTS), note: text }, ['reference', 'supports']),
  ),
  contradicts: listOf(record({ fact: identifier, note: text }, ['fact', 'note'])),
};
const FACT_NEEDS = ['id', 'therapy', 'topic', 'statement', 'source', 'cites'];

const THERAPY: Fields = { id: identifier, name: text, names: listOf(text), summary: text };

const number: Check = value => (Number.isInteger(value) ? undefined : 'must be a whole number');
const date: Check = value =>
  isRow(value) && listOf(listOf(number))(value['date-parts']) === undefined
    ? undefined
    : 'must have "date-parts": a list such as [[2024, 5]]';
const name: Check = value =>
  isRow(value) &&
  ['family', 'given', 'literal'].every(part => ['string', 'undefined'].includes(typeof value[part]))
    ? undefined
    : 'must have "family" and "given", or "literal"';

/** The fields that we read; an item may have any other of CSL besides. */
const REFERENCE: Fields = {
  id: text,
  type: text,
  title: text,
  author: listOf(name),
  issued: date,
  'container-title': text,
  volume: text,
  issue: text,
  page: text,
  DOI: text,
  PMID: text,
  URL: text,
  note: text,
};

/** How the rows of one kind of file are read. */
interface RowKind {
  readonly fields: Fields;
  readonly needed: readonly string[];
  readonly read: (node: Node) => unknown;
  /** A row may have other fields besides. */
  readonly open?: true;
}

const KINDS: Readonly<Record<keyof OwnKnowledge, RowKind>> = {
  facts: { fields: FACT, needed: FACT_NEEDS, read: dataOf },
  therapies: { fields: THERAPY, needed: Object.keys(THERAPY), read: dataOf },
  references: { fields: REFERENCE, needed: ['id', 'type', 'title'], read: cslItem, open: true },
};

/** Reads a file by its name; `undefined` where it is none of these. What is wrong is told in its place, the rest counts. */
export function ownKnowledgeIn(
  content: string,
  fileName: string,
): { readonly knowledge: OwnKnowledge; readonly problems: readonly LayerProblem[] } | undefined {
  const kind = /(?:^|\/)(facts|references|therapies)\.(?:json|ya?ml)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (kind === undefined) return undefined;
  const problems: LayerProblem[] = [];
  const rows = rowsIn(content, KINDS[kind as keyof OwnKnowledge], problems);
  // Every field that its type needs has been checked.
  return { knowledge: { [kind]: rows } as OwnKnowledge, problems };
}

/** An item with its numbers where CSL has numbers, and text where we read text. */
function cslItem(node: Node): unknown {
  const item: unknown = node.toJSON();
  if (!isRow(item)) return item;
  const fields = Object.entries(item).map(([field, value]) => [
    field,
    typeof value === 'number' ? String(value) : value,
  ]);
  return Object.fromEntries(fields);
}

/** The nodes of a list; none where a text isn't one, which is told. */
function nodesIn(content: string, problems: LayerProblem[]): readonly Node[] {
  const { contents: root, errors } = readYaml(content);
  for (const { pos, message } of errors) {
    const [start, end] = pos.map(offset => Math.min(offset, content.length)) as [number, number];
    problems.push({ start, end, severity: 'error', message: `This cannot be read: ${message}.` });
  }
  if (errors.length > 0 || root === null || isNothing(root)) return [];
  if (!isSeq(root)) {
    problems.push({ ...spanOf(root), severity: 'error', message: 'This file must be a list.' });
    return [];
  }
  return root.items as Node[];
}

/** The rows of a list that are whole: one with a fault is left out, since nothing half true may be cited. */
function rowsIn(content: string, kind: RowKind, problems: LayerProblem[]): readonly PlacedRow<unknown>[] {
  const rows: PlacedRow<unknown>[] = [];
  const seen = new Set<unknown>();
  for (const node of nodesIn(content, problems)) {
    const row = kind.read(node);
    const wrong = isMap(node) && isRow(row) ? faultsOf(row, kind) : [{ message: 'A row must be an object.' }];
    const id = isRow(row) ? row.id : undefined;
    if (id !== undefined && seen.has(id)) wrong.push({ field: 'id', message: `"${id}" stands here twice.` });
    seen.add(id);
    for (const { field, message } of wrong) {
      const span = field === undefined ? spanOf(node) : spanAt(node, `/${field}`);
      problems.push({ ...span, severity: 'warning', message });
    }
    if (wrong.length === 0) rows.push({ ...spanOf(node), row });
  }
  return rows;
}

/** What is wrong with a row, or with one of its fields. */
interface RowFault {
  readonly field?: string;
  readonly message: string;
}

function faultsOf(row: Readonly<Record<string, unknown>>, { fields, needed, open }: RowKind): RowFault[] {
  const faults: RowFault[] = [];
  for (const field of needed)
    if (row[field] === undefined) faults.push({ message: `A row needs "${field}".` });
  for (const [field, value] of Object.entries(row)) {
    const check = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const reason = check?.(value) ?? (check || open ? undefined : 'is not a known field');
    if (reason !== undefined) faults.push({ field, message: `"${field}" ${reason}.` });
  }
  return faults;
}
