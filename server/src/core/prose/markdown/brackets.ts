import { AT, BACKSLASH, CARET, CLOSE_BRACKET, OPEN_BRACKET } from '../../signs.ts';
import { endOfNumberedReferences } from '../bare.ts';
import { isWhite, skipWhite } from '../scan.ts';
import type { Bracket, InlineText } from './inlineText.ts';
import { endOfAttributes, endOfLinkTail } from './linkTail.ts';

/** A `[`: a note's reference, numbered references (also linked ones), or a bracket that opens. */
export function readBracket(inline: InlineText, at: number): number {
  if (inline.unit(at + 1) === CARET) {
    const note = endOfNoteReference(inline, at);
    if (note > 0) return inline.cite(at, note);
  }
  const numbered = endOfNumberedReferences(inline.text, at, inline.to);
  if (numbered < 0) return openBracket(inline, at, 'link');
  const link = endOfLinkTail(inline.text, numbered, inline.to);
  return inline.cite(at, link < 0 ? numbered : link);
}

/** The end of `[^key]` at `at`, else -1. */
function endOfNoteReference(inline: InlineText, at: number): number {
  for (let next = at + 2; next < inline.to; next++) {
    const unit = inline.text.charCodeAt(next);
    if (unit === CLOSE_BRACKET) return next > at + 2 ? next + 1 : -1;
    if (isWhite(unit) || unit === OPEN_BRACKET) return -1;
  }
  return -1;
}

/** Opens a bracket at `at`; returns where to go on. */
export function openBracket(inline: InlineText, at: number, kind: Bracket['kind']): number {
  inline.brackets.push({
    at,
    kind,
    cites: false,
    emphasisHeight: inline.emphasis.height,
    marksHeight: inline.facts.marks.length,
  });
  return innerStart(at, kind);
}

function innerStart(at: number, kind: Bracket['kind']): number {
  return kind === 'link' ? at + 1 : at + 2;
}

/** A `]`: what it closes turns out to be a note, link, image, citation, bracketed span, or prose in brackets. */
export function closeBracket(inline: InlineText, at: number): number {
  const { text, to, brackets, mask } = inline;
  const bracket = brackets.pop();
  if (bracket === undefined) return at;
  const isInactive = brackets.length < inline.inactiveBelow;
  inline.inactiveBelow = Math.min(inline.inactiveBelow, brackets.length);
  if (isInactive && bracket.kind === 'link') return at;
  if (bracket.kind === 'note') {
    inline.emphasise(bracket.emphasisHeight);
    mask.opaque(bracket.at, innerStart(bracket.at, 'note'));
    return inline.opaque(at, at + 1);
  }
  let end = endOfLinkTail(text, at + 1, to);
  if (end < 0) end = endOfReference(inline, at + 1);
  const isSpan = end < 0;
  if (isSpan && bracket.cites) {
    inline.emphasis.drop(bracket.emphasisHeight);
    inline.facts.marks.length = bracket.marksHeight;
    return inline.cite(bracket.at, at + 1);
  }
  const attributes = endOfAttributes(text, isSpan ? at + 1 : end, to);
  if (attributes > 0) end = attributes;
  return end < 0 ? at : showInside(inline, bracket, at, end, isSpan);
}

/** Shows the text of a link, image or span that closes at `at` and whose markup ends at `end`. */
function showInside(inline: InlineText, bracket: Bracket, at: number, end: number, isSpan: boolean): number {
  const { mask, brackets } = inline;
  const inner = innerStart(bracket.at, bracket.kind);
  inline.emphasise(bracket.emphasisHeight);
  mask.markup(bracket.at, inner);
  mask.markup(at, end);
  inline.floor = end;
  if (bracket.kind === 'image') {
    if (inner === at) mask.opaque(bracket.at, end);
    if (brackets.length === 0) inline.imaged += skipWhite(inline.text, end, inline.to) - bracket.at;
  } else if (!isSpan) {
    inline.mark('link', inner, at);
    inline.inactiveBelow = brackets.length;
  }
  return end;
}

/** The end of `[label]` or `[]` behind a bracket, else -1. Labels aren't looked up: they may stand anywhere. */
function endOfReference(inline: InlineText, at: number): number {
  if (inline.unit(at) !== OPEN_BRACKET || endOfNumberedReferences(inline.text, at, inline.to) > 0) return -1;
  for (let next = at + 1; next < inline.to; next++) {
    const unit = inline.text.charCodeAt(next);
    if (unit === CLOSE_BRACKET) return next + 1;
    if (unit === OPEN_BRACKET || unit === AT || unit === CARET) return -1;
    if (unit === BACKSLASH) next++;
  }
  return -1;
}
