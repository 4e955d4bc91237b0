import type { Block, Directive, Format, Mark, Reader, ReadResult } from '../types.ts';
import { endOfNumberedReferences, isBareTrigger, maskBareAt } from './bare.ts';
import { Mask } from './mask.ts';
import { eraseState } from './reading.ts';
import { blankLines, endOfLine, indexWithin, isBlankLine } from './scan.ts';

/** A line that long isn't wrapped by hand: with its full stop it is a paragraph of its own. */
const LONG_LINE = 160;
/** A first line that short, without a full stop, may be a section's name. */
const SHORT_LINE = 60;

const NO_STATE = '';

/**
 * Plain text: paragraphs end at blank lines; a short first line without closing punctuation (a section's
 * name, perhaps) and an unwrapped line are blocks of their own.
 */
const reader: Reader<string> = {
  start: () => NO_STATE,
  sameState: (a, b) => a === b,
  readBlocks(text, at): ReadResult<string> {
    const blank = blankLines(text, at);
    if (blank.end > at) {
      return result({ kind: 'blank', masked: text.slice(at, blank.end) }, blank.end, blank.looked);
    }
    let next = blank.looked;
    while (next < text.length) {
      const following = endOfLine(text, next);
      if (isBlankLine(text, next, following) || endsParagraph(text, at, next, following)) {
        return result(readParagraph(text, at, next), next, following);
      }
      next = following;
    }
    return result(readParagraph(text, at, next), next, next);
  },
};

/** Plain text, and what every document of an unknown format is read as. */
export const plaintext: Format = {
  id: 'plaintext',
  languageIds: ['plaintext'],
  extensions: ['.txt', '.text'],
  reader: eraseState(reader),
  comment: directive => `<!-- ${directive} -->`,
  citation: keys => `[${keys.join('; ')}]`,
};

function result(block: Block, next: number, looked: number): ReadResult<string> {
  return { blocks: [block], next, looked, state: NO_STATE };
}

/** Whether a paragraph that began at `start` ends before the line `next`…`following`. */
function endsParagraph(text: string, start: number, next: number, following: number): boolean {
  let lastStart = next - 1;
  while (lastStart > start && next - lastStart <= LONG_LINE && text.charCodeAt(lastStart - 1) !== 0x0a)
    lastStart--;
  const line = text.slice(lastStart, next).trimEnd();
  const closed = /[.!?:;,)\]]$/.test(line);
  if (closed) return line.length >= LONG_LINE;
  return lastStart === start && line.length <= SHORT_LINE && following - next > line.length + SHORT_LINE / 2;
}

function readParagraph(text: string, start: number, end: number): Block {
  const mask = new Mask(text, start, end);
  const marks: Mark[] = [];
  const directives: Directive[] = [];
  let done = start;
  let comments = true;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b) {
      const next = endOfNumberedReferences(text, at, end);
      if (next < 0) continue;
      mask.opaque(at, next);
      marks.push({ kind: 'citation', start: at - start, end: next - start });
      at = next - 1;
    } else if (unit === 0x3c && comments && /^<!--\s{0,9}immunogloss-/.test(text.slice(at, at + 25))) {
      const close = indexWithin(text, '-->', at, end);
      comments = close >= 0;
      if (!comments) continue;
      const next = close + 3;
      mask.opaque(at, next);
      directives.push({ start: at - start, end: next - start, text: text.slice(at + 4, next - 3).trim() });
      at = next - 1;
    } else if ((unit === 0x2e || unit === 0x3a || unit === 0x40) && isBareTrigger(text, at, end)) {
      done = Math.max(at + 1, maskBareAt(mask, text, at, done, end));
      at = done - 1;
    }
  }
  return {
    kind: 'paragraph',
    masked: mask.build(),
    ...(marks.length > 0 && { marks }),
    ...(directives.length > 0 && { directives }),
  };
}
