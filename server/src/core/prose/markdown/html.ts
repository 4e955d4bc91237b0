import type { Block } from '../../types.ts';
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
  if (close === '') return { blocks: [readElements(step, leaf, html.name)], next };
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

/** Elements with their text: what the block is, its first element tells. */
function readElements(step: Step, leaf: LeafText, name: string): Block {
  if (/^h[1-6]$/.test(name)) {
    return { ...proseBlock(step, leaf, 'heading'), kind: 'heading', level: Number(name.charAt(1)) };
  }
  if (name === 'figcaption' || name === 'caption') return proseBlock(step, leaf, 'caption');
  return proseBlock(step, leaf, TABLE_ELEMENTS.has(name) ? 'table' : step.textKind);
}

/** Whether `needle` (lower case) stands in the line, in any case. */
function holds(text: string, needle: string, start: number, end: number): boolean {
  return text.slice(start, end).toLowerCase().includes(needle);
}
