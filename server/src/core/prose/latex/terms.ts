import { Fill, type Terms } from '../../types.ts';
import { Mask } from '../mask.ts';
import { closingBrace } from './delimiters.ts';
import { scanStretch } from './scanner.ts';
import type { LatexState } from './state.ts';

/** Units of a command's definition that are looked at, which may begin right before the document does. */
export const LONGEST_BODY = 120;
const DEFINITION =
  /\\(?:(?:re)?newcommand|providecommand|newrobustcmd|def)\*?[ \t]{0,4}\{?[ \t]{0,4}\\([A-Za-z]+)[ \t]{0,4}\}?[ \t]{0,4}(?=\{)/g;
const DEFINERS = ['newcommand', 'providecommand', 'newrobustcmd', '\\def'];

/**
 * The commands without arguments that a text makes for a term: `\newcommand{\tnf}{TNF-$\alpha$}` -> `tnf`, `TNF-α`.
 * Looks at the preamble, or at the whole of a text that has none (a chapter, a file of macros).
 */
export function readTerms(text: string, preambleEnd: number): Terms {
  const terms = new Map<string, string>();
  const region = preambleEnd < 0 ? text : text.slice(0, preambleEnd);
  if (!DEFINERS.some(definer => region.includes(definer))) return terms;
  for (const match of region.matchAll(DEFINITION)) {
    const open = match.index + match[0].length;
    const close = closingBrace(text, open, Math.min(text.length, open + LONGEST_BODY));
    const term =
      close < 0 || isCommented(text, match.index) ? undefined : readTerm(text.slice(open + 1, close));
    if (term !== undefined) terms.set(match[1]!, term);
  }
  return terms;
}

/** How the body of a command reads, if it is nothing but a word or a few. */
function readTerm(body: string): string | undefined {
  if (body.includes('\n') || body.includes('#')) return undefined;
  const state: LatexState = { phase: 'body', frames: '', appendix: false, terms: new Map() };
  const { blocks } = scanStretch(body, 0, body.length, state, new Mask(body, 0, body.length));
  const masked = blocks.map(block => block.masked).join('');
  const read = masked.replaceAll(Fill.transparent, '').replace(/ +/g, ' ').trim();
  return read.includes(Fill.opaque) || !/\p{L}/u.test(read) ? undefined : read;
}

function isCommented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_BODY), at);
  return /(?:^|[^\\])%/.test(before.slice(before.lastIndexOf('\n') + 1));
}
