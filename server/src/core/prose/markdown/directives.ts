import type { Block, BlockKind, Role } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { markdownReader } from './blocks.ts';
import { noFacts } from './inlineText.ts';
import { closesFence } from './leaves.ts';
import { eatColumns, indentAt } from './lines.ts';
import type { Leaf, MarkdownState, Step } from './step.ts';

/** MyST directives that hold prose, and what their content is. All others are code. */
const DIRECTIVES: ReadonlyMap<string, { readonly role?: Role; readonly kind?: BlockKind }> = new Map([
  ...'note tip warning important caution attention danger error hint seealso admonition sidebar topic dropdown card aside'
    .split(' ')
    .map(name => [name, { role: 'box' }] as const),
  ...'margin epigraph pull-quote blockquote div'.split(' ').map(name => [name, {}] as const),
  ...'figure table'.split(' ').map(name => [name, { kind: 'caption' }] as const),
  ['glossary', { role: 'abbreviation-list' }],
  ['abstract', { role: 'abstract' }],
]);

/** Directives inside directives: deeper ones are code. */
const DEEPEST = 8;
const LONGEST_HEADER = 60;

/**
 * A MyST directive with prose in it (```` ```{note} ````), to its closing fence or the end of its container;
 * undefined where the fence opens anything else. Its content is read as Markdown of its own.
 */
export function readDirective(
  step: Step,
  lineEnd: number,
  fence: { readonly unit: number; readonly length: number },
): Leaf | undefined {
  const { text } = step;
  const header = text.slice(
    step.cursor.at + fence.length,
    Math.min(lineEnd, step.cursor.at + LONGEST_HEADER),
  );
  const directive = DIRECTIVES.get(/^\s*\{([a-z-]{1,30})\}/.exec(header)?.[1] ?? '');
  if (directive === undefined || step.divs.length >= DEEPEST) return undefined;

  const { close, next } = endOfDirective(step, lineEnd, fence);
  const blocks: Block[] = [];
  const hide = (start: number, end: number): void => {
    if (end > start) blocks.push(step.block('opaque', opaqueText(text, start, end), noFacts()));
  };
  let at = lineEnd;
  while (at < close && /^\s*:[\w-]{1,40}:/.test(text.slice(at, Math.min(close, at + LONGEST_HEADER)))) {
    at = Math.min(close, step.lineEnd(at));
  }
  hide(step.at, at);
  const content = text.slice(at, close);
  let inside = 0;
  let state: MarkdownState = {
    first: false,
    containers: step.containers,
    divs: [...step.divs, directive.role ?? ''],
  };
  while (inside < content.length) {
    const read = markdownReader.readBlocks(content, inside, state);
    for (const block of read.blocks) {
      const isCaption = directive.kind !== undefined && block.kind === 'paragraph';
      blocks.push(isCaption ? { ...block, kind: directive.kind } : block);
    }
    inside = read.next;
    state = read.state;
  }
  hide(close, next);
  return { blocks, next };
}

/** Where the closing fence's line begins, and where the line behind it does. */
function endOfDirective(
  step: Step,
  lineEnd: number,
  fence: { readonly unit: number; readonly length: number },
): { readonly close: number; readonly next: number } {
  const { text } = step;
  let at = lineEnd;
  while (at < text.length) {
    const next = step.lineEnd(at);
    const cursor = step.enter(at, next);
    if (cursor === undefined) break;
    const indent = indentAt(text, cursor);
    eatColumns(text, cursor, indent);
    if (indent <= 3 && closesFence(text, cursor.at, next, fence)) return { close: at, next };
    at = next;
  }
  return { close: at, next: at };
}
