/** Parsing Markdown, and nothing else. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { contend } from '../apart.ts';
import { manuscript } from '../manuscripts.ts';

const text = manuscript('markdown', 10_000);
contend(() => fromMarkdown(text));
