/** The file that keeps a baseline: JSON, one finding a line, of `glossary/schema/baseline.schema.json`. */
import { isCollection, isNode } from 'yaml';
import type { Span } from '../types.ts';
import { readYaml } from '../yaml.ts';
import { type AcceptedFinding, type Baseline, createBaseline } from './baseline.ts';

const VERSION = 1;
/** Characters beyond which no baseline is read: parsing would keep the editor waiting. */
const MOST_CHARACTERS = 20_000_000;

/** What is wrong with a baseline, where it stands. All its findings show then. */
export interface BaselineProblem extends Span {
  readonly message: string;
}

type Path = readonly (string | number)[];
type Wrong = { readonly at: Path; readonly message: string };

/** Reads the text of a baseline: all of it, or why it cannot be read. */
export function parseBaseline(text: string): Baseline | { readonly problem: BaselineProblem } {
  if (text.length > MOST_CHARACTERS) {
    return {
      problem: { start: 0, end: 0, message: 'The baseline has more than twenty million characters.' },
    };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problem: syntaxProblem(text, String(error)) };
  }
  const entries: AcceptedFinding[] = [];
  const wrong = readInto(entries, content);
  return wrong === undefined ? createBaseline(entries) : { problem: located(text, wrong) };
}

/** The text of a baseline file. Entries of one file stand together, none twice, in an order that doesn't change by chance. */
export function baselineText(entries: readonly AcceptedFinding[]): string {
  const byPath = new Map<string, Set<string>>();
  for (const { path, rule, identity, before, after } of entries) {
    const lines = byPath.get(path) ?? new Set();
    byPath.set(path, lines.add(JSON.stringify({ rule, identity, before, after })));
  }
  const files = [...byPath.keys()].sort().map(path => {
    const lines = [...byPath.get(path)!].sort().map(line => `      ${line}`);
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`;
  });
  const findings = files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`;
  return `{\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`;
}

/** Fills `entries` from what the file holds; what is wrong first ends it. */
function readInto(entries: AcceptedFinding[], content: unknown): Wrong | undefined {
  if (!isRecord(content))
    return { at: [], message: 'A baseline is an object with "version" and "findings".' };
  if (content.version !== VERSION) {
    return {
      at: ['version'],
      message: `This version of the baseline is not known: "version" must be ${VERSION}.`,
    };
  }
  const { findings } = content;
  if (!isRecord(findings))
    return { at: ['findings'], message: '"findings" must name files, each with a list.' };
  for (const [path, list] of Object.entries(findings)) {
    if (!Array.isArray(list))
      return { at: ['findings', path], message: 'A file must have a list of findings.' };
    for (const [index, each] of list.entries()) {
      if (!isRecord(each)) return { at: ['findings', path, index], message: 'A finding must be an object.' };
      const { rule, identity, before, after } = each;
      if (![rule, identity, before, after].every(value => typeof value === 'string')) {
        const message = 'A finding must have the texts "rule", "identity", "before" and "after".';
        return { at: ['findings', path, index], message };
      }
      entries.push({ path, rule, identity, before, after } as AcceptedFinding);
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where the text ceases to be JSON: as the engine tells it, else as a YAML parser does, since YAML holds JSON. */
function syntaxProblem(text: string, told: string): BaselineProblem {
  const at = /at position (\d+)/.exec(told)?.[1];
  const place = at === undefined ? readYaml(text).errors[0]?.pos[0] : Number(at);
  const start = Math.min(place ?? 0, text.length);
  const end = Math.min(start + 1, text.length);
  return { start, end, message: 'The baseline is not valid JSON from here on. Mend it, or write it anew.' };
}

/** The place of what is wrong, or of the nearest thing around it that is there. */
function located(text: string, { at, message }: Wrong): BaselineProblem {
  let node = readYaml(text).contents;
  for (const key of at) {
    const child = isCollection(node) ? node.get(key, true) : undefined;
    if (!isNode(child)) break;
    node = child;
  }
  const [start, end] = node?.range ?? [0, 0];
  return { start, end, message };
}
