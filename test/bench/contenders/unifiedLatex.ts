/** Parsing LaTeX, and nothing else. */
import { getParser } from '@unified-latex/unified-latex-util-parse';
import { contend } from '../apart.ts';
import { manuscript } from '../manuscripts.ts';

const text = manuscript('latex', 10_000);
const parser = getParser();
contend(() => parser.parse(text));
