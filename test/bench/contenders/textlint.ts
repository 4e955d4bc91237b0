/** textlint with its acronym rule. */
import { contend } from '../apart.ts';
import { manuscript } from '../manuscripts.ts';
import { textlint } from '../peers.ts';

const text = manuscript('markdown', 10_000);
const lint = textlint();
contend(() => lint(text));
