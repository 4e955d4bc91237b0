import type { Block, Directive, Format, Mark, Reader, ReadResult, Span } from '../types.ts';
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
 * name, perhaps) and an unwrapped line are blocks of their own. Lines in columns are a table.
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
  const isShort = lastStart === start && line.length <= SHORT_LINE;
  // The head of a table may be far shorter than its rows.
  return isShort && following - next > line.length + SHORT_LINE / 2 && gapsOf(text, start, next).length === 0;
}

/** What parts the columns of a table that was typed, or pasted from a sheet. */
const GAP = /\t+| {2,200}/g;
/** Two spaces behind it part sentences. */
const SENTENCE_SIGNS = '.?!:';

/** The gaps between the columns of a line. Linear. */
function gapsOf(text: string, start: number, end: number): Span[] {
  const line = text.slice(start, end).trimEnd();
  const indent = line.length - line.trimStart().length;
  const found: Span[] = [];
  for (const { index, 0: gap } of line.matchAll(GAP)) {
    const isSentenceEnd = gap === '  ' && SENTENCE_SIGNS.includes(line.charAt(index - 1));
    if (index >= indent && !isSentenceEnd)
      found.push({ start: start + index, end: start + index + gap.length });
  }
  return found;
}

/** The gaps between the cells of a table: of two lines or more, each in columns. None where it is no table. */
function cellGaps(text: string, start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  let lines = 0;
  for (let at = start; at < end; lines++) {
    const next = Math.min(end, endOfLine(text, at));
    const gaps = gapsOf(text, at, next);
    if (gaps.length === 0) return [];
    found.push(...gaps);
    at = next;
  }
  return lines > 1 ? found : [];
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
  const gaps = cellGaps(text, start, end);
  for (const gap of gaps) mask.cell(gap.start, gap.end);
  return {
    kind: gaps.length > 0 ? 'table' : 'paragraph',
    masked: mask.build(),
    ...(marks.length > 0 && { marks }),
    ...(directives.length > 0 && { directives }),
  };
}
