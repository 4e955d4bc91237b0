import type { Block, BlockKind, Reader, Role } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { isBlankLine } from '../scan.ts';
import { rowsOfCsv } from './csvTable.ts';
import { noFacts } from './inlineText.ts';
import { closesFence, type Fence } from './leaves.ts';
import { eatColumns, indentAt } from './lines.ts';
import { rowsOfList } from './listTable.ts';
import { type Leaf, leafText, type MarkdownState, proseBlock, type Step } from './step.ts';

interface Directive {
  readonly role?: Role;
  /** What its paragraphs are. */
  readonly kind?: BlockKind;
  /** What stands behind its name is a title: of this kind. */
  readonly titled?: BlockKind;
  /** What its rows are: the items of a list, or lines with commas between their cells. */
  readonly rows?: 'list' | 'csv';
}

/** MyST directives that hold prose, and what their content is. */
const DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ...'note tip warning important caution attention danger error hint seealso admonition sidebar topic dropdown card aside margin'
    .split(' ')
    .map(name => [name, { role: 'box', titled: 'paragraph' }] as const),
  // Theorems (`prf:theorem`), exercises, tabs.
  ...'tab-item tab details grid-item-card proof theorem axiom lemma definition criterion remark conjecture corollary algorithm example property observation proposition assumption exercise solution'
    .split(' ')
    .map(name => [name, { titled: 'paragraph' }] as const),
  ...'epigraph pull-quote blockquote div tab-set grid'.split(' ').map(name => [name, {}] as const),
  ...'figure iframe video'.split(' ').map(name => [name, { kind: 'caption' }] as const),
  ['table', { kind: 'caption', titled: 'caption' }],
  ['list-table', { role: 'table', titled: 'caption', rows: 'list' }],
  ['csv-table', { role: 'table', titled: 'caption', rows: 'csv' }],
  // Engines of knitr and bookdown whose chunks are Markdown.
  ...'block block2'.split(' ').map(name => [name, { role: 'box' }] as const),
  ...'asis epoxy'.split(' ').map(name => [name, {}] as const),
  ['glossary', { role: 'abbreviation-list' }],
  ['abstract', { role: 'abstract' }],
]);

/** Those that hold none. What has another name is prose between colons, code between backticks. */
const CODE = new Set(
  'code code-block code-cell math mermaid raw eval-rst toctree image bibliography embed'.split(' '),
);

/** Directives inside directives: deeper ones are code. */
const DEEPEST = 8;
const LONGEST_HEADER = 200;
const LONGEST_OPTION = 60;
/** `{note}`, `{prf:theorem}`; `{theorem, name="…"}` (bookdown). */
const HEADER = /^\s*\{(?:prf:|proof:)?([a-z-]{1,30}2?)([ ,][^{}\n]{0,150})?\}[ \t]*/;
const COLON = 0x3a;

/**
 * A MyST directive with prose in it (```` ```{note} ````, `:::{note}`), to its closing fence or the end of its
 * container; undefined where the fence opens anything else.
 * @param reader reads its content, which is Markdown of its own
 */
export function readDirective(
  step: Step,
  lineEnd: number,
  fence: Fence,
  reader: Reader<MarkdownState>,
): Leaf | undefined {
  const { text } = step;
  const headerAt = step.cursor.at + fence.length;
  const header = HEADER.exec(text.slice(headerAt, Math.min(lineEnd, headerAt + LONGEST_HEADER)));
  const isColons = fence.unit === COLON;
  // With options between colons it is a div.
  if (header === null || (isColons && header[2] !== undefined) || step.divs.length >= DEEPEST)
    return undefined;
  const name = header[1]!;
  if (name === 'include') return readInclusion(step, lineEnd, fence, headerAt + header[0].length);
  const directive = DIRECTIVES.get(name) ?? (isColons && !CODE.has(name) ? {} : undefined);
  if (directive === undefined) {
    return isColons ? hidden(step, endOfDirective(step, lineEnd, fence).next) : undefined;
  }

  const { close, next } = endOfDirective(step, lineEnd, fence);
  const blocks: Block[] = [];
  const hide = (start: number, end: number): void => {
    if (end > start) blocks.push(step.block('opaque', opaqueText(text, start, end)));
  };
  let at = lineEnd;
  while (at < close && /^\s*:[\w-]{1,40}:/.test(text.slice(at, Math.min(close, at + LONGEST_OPTION)))) {
    at = Math.min(close, step.lineEnd(at));
  }
  const titleAt = headerAt + header[0].length;
  if (directive.titled !== undefined && !isBlankLine(text, titleAt, lineEnd)) {
    const title = proseBlock(step, leafText(step, titleAt, lineEnd, []), directive.titled);
    blocks.push(directive.role === 'box' ? { ...title, role: 'box' } : title);
    hide(lineEnd, at);
  } else {
    hide(step.at, at);
  }
  const content = text.slice(at, close);
  const within: Block[] = [];
  let inside = 0;
  let state: MarkdownState = {
    first: false,
    containers: step.containers,
    divs: [...step.divs, directive.role ?? ''],
  };
  while (inside < content.length) {
    const read = reader.readBlocks(content, inside, state);
    for (const block of read.blocks) {
      const isCaption = directive.kind !== undefined && block.kind === 'paragraph';
      within.push(isCaption ? { ...block, kind: directive.kind } : block);
    }
    inside = read.next;
    state = read.state;
  }
  blocks.push(...rowsOf(directive, content, within));
  hide(close, next);
  return { blocks, next };
}

function rowsOf({ rows }: Directive, content: string, blocks: readonly Block[]): readonly Block[] {
  if (rows === undefined) return blocks;
  return rows === 'list' ? rowsOfList(content, blocks) : rowsOfCsv(blocks);
}

/** `{include} file`: the file stands here. */
function readInclusion(step: Step, lineEnd: number, fence: Fence, at: number): Leaf {
  const { next } = endOfDirective(step, lineEnd, fence);
  const target = step.text.slice(at, lineEnd).trim();
  const start = at - step.at;
  const inclusions = target === '' ? [] : [{ start, end: start + target.length, target }];
  const facts = { ...noFacts(), inclusions };
  return { blocks: [step.block('opaque', opaqueText(step.text, step.at, next), facts)], next };
}

function hidden(step: Step, next: number): Leaf {
  return { blocks: [step.opaque(next)], next };
}

/** Where the closing fence's line begins, and where the line behind it does. */
function endOfDirective(
  step: Step,
  lineEnd: number,
  fence: Fence,
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
