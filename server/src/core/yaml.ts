/** The one way to read YAML, and JSON with places: whatever a file holds, it throws nothing and ends soon. */
import { type Document, isScalar, type Node, parseDocument, visit } from 'yaml';

/** The nodes of a text, with their places, and why it is not valid YAML where it isn't. */
export interface YamlNodes {
  readonly contents: Node | null;
  readonly errors: readonly YamlError[];
}

export interface YamlError {
  readonly pos: readonly [number, number];
  readonly code: string;
  readonly message: string;
}

/**
 * Levels beyond which a text is not parsed. The parser calls itself for each level, and an engine whose stack
 * is nearly full may end the process instead of throwing (V8: "RegExpCompiler Allocation failed").
 */
const MOST_LEVELS = 200;

/** Reads a text. One that is nested too deeply counts as broken from its start. */
export function readYaml(text: string): YamlNodes {
  const tooDeep = { contents: null, errors: [{ pos: [0, 0], code: 'TOO_DEEP', message }] } as const;
  if (mayBeDeep(text)) return tooDeep;
  try {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
    return { contents: document.contents, errors: [...document.errors, ...repeatedKeys(document)] };
  } catch {
    return tooDeep;
  }
}

const message = 'it is nested too deeply';

/** Keys that their map has before (YAML 1.2.2, 3.2.1.1). The parser's own check compares each key with each. */
function repeatedKeys(document: Document): readonly YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [start, end] = key.range ?? [0, 0];
        if (keys.has(key.value)) {
          errors.push({ pos: [start, end], code: 'DUPLICATE_KEY', message: 'Map keys must be unique' });
        }
        keys.add(key.value);
      }
    },
  });
  return errors;
}

/**
 * Whether a text may have more levels than are parsed. Each level of block style takes a column at the head of
 * a line, or a line with `- ` or `? `; each level of flow style takes a bracket.
 */
function mayBeDeep(text: string): boolean {
  let brackets = 0;
  let column = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) brackets += 1;
    else if ((character === 0x5d || character === 0x7d) && brackets > 0) brackets -= 1;
    if (character === 0x0a || character === 0x0d) column = 0;
    else if (column >= 0) column = isHead(character) ? column + 1 : -1;
    if (brackets > MOST_LEVELS || column > MOST_LEVELS) return true;
  }
  return false;
}

/** What stands before the first word of a line: spaces and the indicators of block style. */
function isHead(character: number): boolean {
  return (
    character === 0x20 || character === 0x09 || character === 0x2d || character === 0x3f || character === 0x3a
  );
}
