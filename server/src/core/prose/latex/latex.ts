import type { Block, Format, Reader, ReadResult, Terms } from '../../types.ts';
import { Mask } from '../mask.ts';
import { eraseState } from '../reading.ts';
import { scanStretch } from './scanner.ts';
import { type LatexState, sameState } from './state.ts';
import { LONGEST_BODY, readTerms } from './terms.ts';

/**
 * LaTeX is read in stretches that end at blank lines: as in TeX, no paragraph, formula or short argument
 * reaches beyond one, so that a brace that isn't closed yet spoils one paragraph only.
 */
export const latexReader: Reader<LatexState> = {
  start: (text, terms = termsOf(text)) => ({
    phase: beginningOfDocument(text) < 0 ? 'body' : 'preamble',
    frames: '',
    appendix: false,
    terms,
  }),
  sameState,
  readBlocks(text, at, state): ReadResult<LatexState> {
    let lineEnd = endOfLine(text, at);
    const blank = isBlank(text, at, lineEnd);
    let next = lineEnd;
    while (next < text.length) {
      lineEnd = endOfLine(text, next);
      if (isBlank(text, next, lineEnd) !== blank) break;
      next = lineEnd;
    }
    if (blank) {
      const block: Block = { kind: 'blank', masked: text.slice(at, next) };
      return { blocks: [block], next, looked: lineEnd, state };
    }
    const scanned = scanStretch(text, at, next, state, new Mask(text, at, next));
    return { ...scanned, next, looked: lineEnd };
  },
};

/** LaTeX manuscripts, and files that such manuscripts include. */
export const latex: Format = {
  id: 'latex',
  languageIds: ['latex', 'tex', 'latex-expl3'],
  extensions: ['.tex', '.ltx', '.latex'],
  reader: eraseState(latexReader),
  typing: true,
  terms: termsOf,
  head: text => {
    const begin = beginningOfDocument(text);
    return begin < 0 ? Number.POSITIVE_INFINITY : begin + BEGIN.length + LONGEST_BODY;
  },
  comment: directive => `% ${directive}`,
  citation: keys => `\\cite{${keys.join(',')}}`,
};

function termsOf(text: string): Terms {
  return readTerms(text, beginningOfDocument(text));
}

const BEGIN = '\\begin{document}';

/** Where `\begin{document}` stands first on a line, or -1. */
function beginningOfDocument(text: string): number {
  for (let at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
    let start = at;
    while (start > 0 && (text.charCodeAt(start - 1) === 0x20 || text.charCodeAt(start - 1) === 0x09)) start--;
    if (start === 0 || text.charCodeAt(start - 1) === 0x0a) return at;
  }
  return -1;
}

/** The offset behind the line end of the line that begins at `at`. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Only spaces, tabs and line ends: what ends a paragraph in TeX. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return false;
  }
  return true;
}
