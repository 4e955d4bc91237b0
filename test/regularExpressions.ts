/**
 * Every regular expression of what ships, and whether one of them can backtrack super-linearly: `recheck` (its build
 * in plain JavaScript) decides. `npm run generate` writes what it called safe to `regularExpressions.txt`, by the
 * pattern's hash, so that a run of the tests asks it only about new ones.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AnyNode, parse, type TemplateLiteral } from 'acorn';
import { transformSync } from 'esbuild';
import { checkSync } from 'recheck';

process.env.RECHECK_SYNC_BACKEND = 'pure';

/** A regular expression with the place that makes it. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** What is made of strings that the code doesn't hold: `BRITISH`, whose alternatives are checked one by one, and `lettered`. */
const JOINED: ReadonlySet<string> = new Set([
  "SPELLINGS.map(([british]) => british.source).join('|')",
  'written',
  'inCommon(written)',
]);

const root = join(import.meta.dirname, '..');
const remembered = join(import.meta.dirname, 'regularExpressions.txt');

/** All regular expressions below `server/src` and `client/src`. Throws where one is made in a way that can't be followed. */
export function shippedExpressions(): readonly Expression[] {
  return ['server/src', 'client/src'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .flatMap(name => expressionsIn(readFileSync(join(root, folder, name), 'utf8'), `${folder}/${name}`)),
  );
}

/** The regular expressions of one module's text: its literals, and what it gives to `RegExp`. */
export function expressionsIn(text: string, file: string): readonly Expression[] {
  const code = transformSync(text, { loader: 'ts', target: 'esnext' }).code;
  const nodes = nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  const constants = new Map<string, AnyNode>();
  for (const node of nodes) {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init) {
      constants.set(node.id.name, node.init);
    }
  }
  const constantOf = (node: AnyNode | undefined): string | undefined => {
    if (node?.type === 'Identifier') return constantOf(constants.get(node.name));
    if (node?.type === 'TemplateLiteral') return printed(node, hole => constantOf(hole) ?? 'x');
    if (node?.type !== 'Literal') return undefined;
    return node.regex?.pattern ?? (typeof node.value === 'string' ? node.value : undefined);
  };
  const found: Expression[] = [];
  for (const node of nodes) {
    if (node.type === 'Literal' && node.regex) {
      // Whether indices are told says nothing of the time, and `recheck` doesn't know it.
      found.push({ source: node.regex.pattern, flags: node.regex.flags.replace('d', ''), file });
    }
    if (
      node.type === 'TaggedTemplateExpression' &&
      node.tag.type === 'Identifier' &&
      node.tag.name === 'lettered'
    ) {
      found.push({ source: node.quasi.quasis.map(({ value }) => value.raw).join(''), flags: 'u', file });
    }
    const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
    if (!isMade || node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') continue;
    const [first, second] = node.arguments;
    const source = constantOf(first);
    if (source !== undefined) found.push({ source, flags: constantOf(second) ?? '', file });
    else if (!JOINED.has(code.slice(first?.start, first?.end).replaceAll('"', "'"))) {
      throw new Error(`${file}: what is the source of ${code.slice(node.start, node.end)}?`);
    }
  }
  return found;
}

/** A template as it prints; a hole that is no constant holds literal text. */
function printed({ quasis, expressions }: TemplateLiteral, constantOf: (hole: AnyNode) => string): string {
  return quasis
    .map((quasi, index) => {
      const hole = expressions[index];
      return (quasi.value.cooked ?? '') + (hole === undefined ? '' : constantOf(hole));
    })
    .join('');
}

function nodesOf(tree: AnyNode): readonly AnyNode[] {
  const nodes: AnyNode[] = [];
  const pending: unknown[] = [tree];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || next instanceof RegExp) continue;
    if ('type' in next) nodes.push(next as AnyNode);
    pending.push(...Object.values(next).filter(value => value !== undefined));
  }
  return nodes;
}

/** What the file remembers as safe. */
export function rememberedHashes(): ReadonlySet<string> {
  return new Set(readFileSync(remembered, 'utf8').split(/\s+/));
}

export function hashOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

/** Why an expression isn't known to take linear time; undefined where it is. */
export function weaknessOf({ source, flags }: Expression): string | undefined {
  const result = checkSync(source, flags, { timeout: 60_000 });
  if (result.status === 'safe') return undefined;
  if (result.status === 'unknown') return `unknown (${result.error.kind})`;
  return `${result.complexity.summary}: ${result.attack.pattern.slice(0, 200)}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const known = rememberedHashes();
  const safe = new Set<string>();
  for (const expression of shippedExpressions()) {
    const hash = hashOf(expression);
    if (safe.has(hash)) continue;
    const weakness = known.has(hash) ? undefined : weaknessOf(expression);
    if (weakness === undefined) safe.add(hash);
    else console.error(`${expression.file}: /${expression.source}/${expression.flags} ${weakness}`);
  }
  writeFileSync(remembered, `${[...safe].sort().join('\n')}\n`);
}
