import { opaqueText } from '../mask.ts';
import { isLineEnd, skipBlanks } from '../scan.ts';
import { noFacts } from './inlineText.ts';
import { endOfTarget, endOfTitle } from './linkTail.ts';
import type { Leaf, Step } from './step.ts';

/** `[label]: target "title"`, on one line or with its title on the next. */
export function readLinkDefinition(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor } = step;
  if (text.charCodeAt(cursor.at) !== 0x5b) return undefined;
  const label = endOfLabel(text, cursor.at, lineEnd);
  if (label < 0 || text.charCodeAt(label) !== 0x3a) return undefined;
  const target = skipBlanks(text, label + 1, lineEnd);
  const targetEnd = endOfTarget(text, target, lineEnd);
  if (targetEnd <= target) return undefined;
  const behind = skipBlanks(text, targetEnd, lineEnd);
  if (isEnd(text, behind, lineEnd)) return { blocks: [step.opaque(lineEnd)], next: lineEnd };
  const title = behind > targetEnd ? endOfTitle(text, behind, lineEnd) : -1;
  if (title < 0 || !isEnd(text, skipBlanks(text, title, lineEnd), lineEnd)) return undefined;
  return { blocks: [step.opaque(lineEnd)], next: lineEnd };
}

/** `*[CAR]: chimeric antigen receptor` (PHP Markdown Extra): a declaration, nothing to lint. */
export function readAbbreviation(step: Step, lineEnd: number): Leaf | undefined {
  const { text, cursor, at } = step;
  if (text.charCodeAt(cursor.at) !== 0x2a || text.charCodeAt(cursor.at + 1) !== 0x5b) return undefined;
  const label = endOfLabel(text, cursor.at + 1, lineEnd);
  if (label < 0 || text.charCodeAt(label) !== 0x3a) return undefined;
  const start = skipBlanks(text, label + 1, lineEnd);
  const end = start + text.slice(start, lineEnd).trimEnd().length;
  const facts = noFacts();
  if (end > start) {
    facts.declarations.push({
      form: 'markup',
      short: { start: cursor.at + 2 - at, end: label - 1 - at },
      long: { start: start - at, end: end - at },
    });
  }
  return { blocks: [step.block('metadata', opaqueText(text, at, lineEnd), facts)], next: lineEnd };
}

/** The end of `[label]` at `at`, else -1. A label isn't empty and holds no bracket. */
function endOfLabel(text: string, at: number, end: number): number {
  for (let next = at + 1; next < end; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 0x5d) return text.slice(at + 1, next).trim() === '' ? -1 : next + 1;
    if (unit === 0x5b) return -1;
    if (unit === 0x5c) next++;
  }
  return -1;
}

function isEnd(text: string, at: number, end: number): boolean {
  return at >= end || isLineEnd(text.charCodeAt(at));
}
