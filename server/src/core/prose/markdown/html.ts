import type { Block, Role } from '../../types.ts';
import { pageRoleOf } from '../markup/pageRoles.ts';
import { tagAt } from '../markup/tags.ts';
import { opaqueText } from '../mask.ts';
import { indexWithin, isBlankLine } from '../scan.ts';
import { directiveIn } from './angles.ts';
import { noFacts } from './inlineText.ts';
import { divColons, type HtmlStart } from './leaves.ts';
import { type Leaf, type LeafText, leafText, proseBlock, type Step } from './step.ts';

/**
 * A block of raw HTML. Comments and elements that hold no prose are opaque; of all others only the tags
 * are, since their text is what a reader of the page sees.
 */
export function readHtml(step: Step, lineEnd: number, html: HtmlStart): Leaf {
  const { text, cursor } = step;
  const inner = cursor.at;
  const prefixes: number[] = [];
  const close = html.close;
  let next = lineEnd;
  let line = inner;
  for (;;) {
    if (close !== '' && holds(text, close, line, next)) break;
    if (next >= text.length) break;
    const end = step.lineEnd(next);
    const place = step.enter(next, end);
    if (place === undefined || (close === '' && isBlankLine(text, place.at, end))) break;
    if (close === '' && step.divs.length > 0 && divColons(text, place.at) > 0) break;
    if (place.at > next) prefixes.push(next, place.at);
    line = next;
    next = end;
  }
  const leaf = leafText(step, inner, next, prefixes);
  if (close === '') {
    const role = HOLDERS.has(html.name) ? readDivs(step, inner, next) : undefined;
    const block = readElements(step, leaf, html.name);
    return { blocks: [role === undefined ? block : { ...block, role }], next };
  }
  if (close === '-->') {
    const end = indexWithin(text, close, inner + 4, next);
    if (end >= 0) {
      const isAlone = isBlankLine(text, end + close.length, next);
      return {
        blocks: [isAlone ? comment(step, inner, end, next) : proseBlock(step, leaf, step.textKind)],
        next,
      };
    }
  }
  return { blocks: [step.opaque(next)], next };
}

function comment(step: Step, inner: number, end: number, next: number): Block {
  const facts = noFacts();
  const directive = directiveIn(step.text.slice(inner + 4, end));
  if (directive) facts.directives.push({ start: inner - step.at, end: end + 3 - step.at, text: directive });
  return step.block('opaque', opaqueText(step.text, step.at, next), facts);
}

const TABLE_ELEMENTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']);

/** Elements that open and close as `:::` divs do. */
const HOLDERS: ReadonlySet<string> = new Set(['div', 'section', 'aside']);

/** Deeper nesting says nothing of roles. */
const DEEPEST = 64;

/**
 * Opens and closes the divs of a block of raw HTML, as their class or identifier says what they hold. Those that say nothing
 * are counted inside of others alone. Gives the role of the first that says one: it holds for the block.
 */
function readDivs(step: Step, from: number, to: number): Role | undefined {
  const { text, divs } = step;
  const last = text.lastIndexOf('>', to - 1);
  let first: Role | undefined;
  for (let at = indexWithin(text, '<', from, last); at >= 0; at = indexWithin(text, '<', at, last)) {
    const tag = tagAt(text, at, to);
    at = tag?.end ?? at + 1;
    if (tag === undefined || !HOLDERS.has(tag.name)) continue;
    if (tag.closing) {
      if (divs.at(-1)?.startsWith('<') === true) divs.pop();
      continue;
    }
    const role = pageRoleOf(text, tag);
    first ??= role;
    const counts = role !== undefined || divs.some(div => div.startsWith('<'));
    if (counts && divs.length < DEEPEST) divs.push(`<${role ?? ''}`);
  }
  return first;
}

/** Elements with their text: what the block is, its first element tells. */
function readElements(step: Step, leaf: LeafText, name: string): Block {
  if (/^h[1-6]$/.test(name)) {
    return { ...proseBlock(step, leaf, 'heading'), kind: 'heading', level: Number(name.charAt(1)) };
  }
  if (name === 'figure' || name === 'figcaption' || name === 'caption')
    return proseBlock(step, leaf, 'caption');
  return proseBlock(step, leaf, TABLE_ELEMENTS.has(name) ? 'table' : step.textKind);
}

/** Whether `needle` (lower case) stands in the line, in any case. */
function holds(text: string, needle: string, start: number, end: number): boolean {
  return text.slice(start, end).toLowerCase().includes(needle);
}
