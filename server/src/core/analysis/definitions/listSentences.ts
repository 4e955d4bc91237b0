import { lettered } from '../../lettered.ts';
import type { Span } from '../../types.ts';

/** "domain. Cytotoxicity", "follow-up. Of", "domain. b, Viability", "domain. ***p < 0.001": a sentence ends inside a legend. */
const SENTENCE_END = lettered`[\p{Ll}-]{3}\.\s{1,9}(?=\uE000{0,4}(?:[\p{Lu}]|[*†‡§¶]|\(?[a-hA-H]\s{0,3}[,):|]))`;

/** What a sentence's end is known by that may stand behind a piece: the sign behind the name of a panel. */
const BEHIND = 4;

/** Where a sentence ends in a piece, or right behind it. */
export function sentenceEnd(text: string, { start, end }: Span): RegExpExecArray | null {
  const piece = text.slice(start, end + BEHIND);
  return piece.includes('.') ? SENTENCE_END.exec(piece) : null;
}

/** An entry behind a full stop: "NK: natural killer. CAR: chimeric antigen receptor.", "MGE, mobile genetic element. GI, …" */
export function isSentenceEntry(text: string, at: number): boolean {
  SENTENCE_ENTRY.lastIndex = at;
  return SENTENCE_ENTRY.test(text);
}

const SENTENCE_ENTRY = /\s[A-Z][A-Za-z0-9/-]{0,9}[A-Z0-9]s?(?:\s?[:=]|,)\s/y;
