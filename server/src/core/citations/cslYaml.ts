/** CSL-YAML: CSL-JSON's items as YAML, in a list or under `references:` (pandoc.org/MANUAL.html, "Specifying bibliographic data"). */
import { isMap, isScalar, isSeq, type YAMLSeq } from 'yaml';
import type { Insertion, Reference } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { onOwnLines, placeBehind } from '../yamlList.ts';

/** The list of items in a text; `null` where the text holds nothing; `undefined` where it cannot be read as a list. */
function listIn(text: string): YAMLSeq | null | undefined {
  const { contents: root, errors } = readYaml(text);
  if (errors.length > 0) return undefined;
  if (root === null || (isScalar(root) && root.value === null)) return null;
  const list = isMap(root) ? root.get('references', true) : root;
  return isSeq(list) ? list : undefined;
}

/** The items as plain data; `undefined` where the text is no list of items. */
export function readCslYaml(text: string): readonly unknown[] | undefined {
  const list = listIn(text);
  return list === null ? [] : (list?.toJSON() as unknown[] | undefined);
}

/** An item behind the last one of a text that was read before; `undefined` where the list leaves no place. */
export function addToCslYaml(text: string, item: Reference, eol: string): Insertion | undefined {
  const list = listIn(text);
  const place = !list ? { offset: endOfNothing(text), indent: '' } : placeBehind(text, list);
  if (place === undefined || list?.flow === true) return undefined;
  const { offset, indent } = place;
  const fields = Object.entries(item).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const lines = fields.map((field, index) => `${indent}${index === 0 ? '- ' : '  '}${field}`);
  const head = !list ? ['references:'] : [];
  return { start: offset, end: offset, newText: onOwnLines(text, offset, [...head, ...lines], eol) };
}

/** The end of a document that holds nothing: before its end marker (YAML 1.2.2, 9.1.2), behind which another would begin. */
function endOfNothing(text: string): number {
  const marker = text.search(/^\.\.\.(?=\s|$)/m);
  return marker < 0 ? text.length : marker;
}
