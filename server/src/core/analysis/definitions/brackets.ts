import { CLOSE_BRACKET, CLOSE_PARENTHESIS, OPEN_BRACKET, OPEN_PARENTHESIS } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';

/** A pair of round or square brackets: offsets of the opening and the closing character. */
export interface BracketPair {
  readonly open: number;
  readonly close: number;
  /** Offset of the opening bracket of the innermost pair around it, or -1. */
  readonly parent: number;
}

/** A bracket, and the one that it stands in, its partner met (`close`) or not. */
interface Opened extends BracketPair {
  close: number;
  parent: number;
  readonly outer: Opened | null;
}

/**
 * All bracket pairs of a text in the order of their opening brackets, in one pass over its signs (see `Scan`).
 * A bracket without its partner is ignored, and where pairs cross ("[a (b] c)") the one that closes first wins.
 */
export function bracketPairs(text: string, signs: readonly number[]): BracketPair[] {
  const opened: Opened[] = [];
  let innermost: Opened | null = null;
  let round = 0;
  let square = 0;
  for (const at of signs) {
    const code = text.charCodeAt(at);
    if (code === OPEN_PARENTHESIS || code === OPEN_BRACKET) {
      innermost = { open: at, close: -1, parent: -1, outer: innermost };
      opened.push(innermost);
      if (code === OPEN_PARENTHESIS) round++;
      else square++;
    } else if (code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET) {
      const partner = code === CLOSE_PARENTHESIS ? OPEN_PARENTHESIS : OPEN_BRACKET;
      while (partner === OPEN_PARENTHESIS ? round > 0 : square > 0) {
        const top: Opened = innermost!;
        innermost = top.outer;
        const kind = unitAt(text, top.open);
        if (kind === OPEN_PARENTHESIS) round--;
        else square--;
        if (kind === partner) {
          top.close = at;
          break;
        }
      }
    }
  }
  for (const pair of opened) {
    if (pair.outer) pair.parent = pair.outer.close < 0 ? pair.outer.parent : pair.outer.open;
  }
  return opened.filter(({ close }) => close >= 0);
}

const BRACKET = /[()[\]]/g;

/** Whether no bracket of a text is left open behind it, to meet its partner there. */
export function closesBrackets(text: string): boolean {
  const signs = Array.from(text.matchAll(BRACKET), ({ index }) => index);
  let opened = 0;
  for (const at of signs) if (text[at] === '(' || text[at] === '[') opened++;
  return opened === bracketPairs(text, signs).length;
}
