/** Glossary files in YAML or JSON, with the place of everything in them. */
import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { readYaml } from '../yaml.ts';
import { type LayerRows, Rows } from './layerRows.ts';
import { child, dataOf, isNothing, spanAt, spanOf } from './nodes.ts';

/**
 * Reads YAML, and JSON as a part of it: a list of entries, such a list under `entries:`, or a map from short to long forms
 * (under `abbreviations:` too).
 */
export function yamlRows(text: string): LayerRows {
  const rows = new Rows();
  const document = readYaml(text);
  for (const { pos, code, message } of document.errors) {
    const [start, end] = pos.map(offset => Math.min(offset, text.length)) as [number, number];
    const severity = code === 'DUPLICATE_KEY' ? 'warning' : 'error';
    rows.wrong({ start, end }, `This cannot be read: ${message}.`, severity);
  }
  const root = document.contents;
  if (root === null || isNothing(root) || rows.problems.some(({ severity }) => severity === 'error'))
    return rows;
  const held = isMap(root) ? (child(root, 'entries') ?? child(root, 'abbreviations')) : undefined;
  const listed = isSeq(held) || isMap(held) ? held : root;
  if (isSeq(listed)) for (const item of listed.items) if (isNode(item)) addNode(rows, item);
  if (isMap(listed)) for (const pair of listed.items as Pair<Node, Node | null>[]) addPair(rows, pair);
  if (!isSeq(listed) && !isMap(listed)) {
    const message =
      'A glossary is a list of entries with "short" and "long", or a map such as "CAR: chimeric antigen receptor".';
    rows.wrong(spanOf(root), message, 'error');
  }
  return rows;
}

/** An item of a list: an entry, or a map of one short form to its long form. */
function addNode(rows: Rows, node: Node): void {
  if (isMap(node) && !node.has('short') && !node.has('long') && node.items.length === 1) {
    addPair(rows, node.items[0] as Pair<Node, Node | null>);
    return;
  }
  rows.add(dataOf(node), spanOf(node), (path, message) => rows.wrong(spanAt(node, path), message));
}

/** `CAR: chimeric antigen receptor`, or `CAR: {long: …}`. */
function addPair(rows: Rows, { key, value }: Pair<Node, Node | null>): void {
  const short = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : '';
  const long = value === null ? null : dataOf(value);
  const row = typeof long === 'object' && long !== null ? { short, ...long } : { short, long };
  rows.add(row, { start: spanOf(key).start, end: spanOf(value ?? key).end }, (path, message) => {
    const place = path === '/short' || value === null || isNothing(value) ? key : value;
    rows.wrong(place === value && isMap(value) ? spanAt(value, path) : spanOf(place), message);
  });
}
