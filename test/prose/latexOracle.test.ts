import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@unified-latex/unified-latex-util-parse';
import fc from 'fast-check';
import { latex } from '../../server/src/core/prose/latex/latex.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';

/**
 * unified-latex parses the same text in full: what it calls a comment, verbatim, math or a macro's name may not be
 * visible in our mask, and what it calls a string must be, where the words are prose.
 */

const words = [
  'chimeric',
  'antigen',
  'receptor',
  'CAR',
  'NK',
  'cells',
  'kill',
  'tumours',
  'IL',
  '2026',
  '(GvHD),',
  'and',
];
const prose = new Set([...words, 'GvHD']);

const word = fc.constantFrom(...words);
const hidden = fc.constantFrom(
  '~\\cite[see][p]{key}',
  '\\label{key}',
  ' \\cref{key,kez}',
  ' \\SI{5}{xx}',
  ' % zz \\emph{zz} { $\n',
  ' \\verb|zz {zz|',
  ' $x < y$',
  ' \\[ x = \\frac{y}{z} \\]',
  '\n\\begin{equation}\n x = y % zz\n\\end{equation}\n',
  '\n\\begin{verbatim}\nzz \\emph{zz} $ {\n\nzz\n\\end{verbatim}\n',
  '\n\\begin{lstlisting}[language=zz]\nzz_zz = zz % zz\n\\end{lstlisting}\n',
  '\n\\includegraphics[width=xx]{key}\n',
  ' \\gls{key}',
  '\\index{key}',
  ' \\url{key}',
  ' \\acp{key}',
  ' \\qty{5}{xx}',
  ' \\autocite[see][5]{key}',
  '\\vspace{2em}',
  '\n\\begin{align*}\n x &= \\text{zz} \\\\\n y &= z\n\\end{align*}\n',
  '\n\\begin{tikzpicture}[xx]\n\\node (zz) {zz};\n\\end{tikzpicture}\n',
  '\n\\begin{comment}\nzz {zz\n\\end{comment}\n',
);
const { inline } = fc.letrec<{ inline: string; wrapped: string }>(tie => ({
  inline: fc
    .array(fc.oneof({ maxDepth: 4 }, word, word, hidden, tie('wrapped')), { minLength: 1, maxLength: 6 })
    .map(parts => parts.join(' ')),
  wrapped: fc
    .tuple(
      fc.constantFrom(
        ['\\emph{', '}'],
        ['\\textbf{', '}'],
        ['{\\it ', '}'],
        ['{', '}'],
        ['\\footnote{', '}'],
        ['\\unknown{', '}'],
        ['\\unknown[zz]{', '}'],
        ['\\textcolor{xx}{', '}'],
        ['\\href{key}{', '}'],
        ['\\section{', '}'],
        ['\n\\begin{figure}[xx]\n\\caption[zz]{', '}\n\\end{figure}\n'],
        ['\n\\begin{itemize}\n\\item ', '\n\\end{itemize}\n'],
        ['\\title{', '}'],
        ['{\\Large ', '}'],
        ['{\\LARGE\\bfseries ', '\\par}'],
        ['{\\Large\n\\textbf\\newline{', '}\n}'],
        ['\\parbox[t]{5em}{', '}'],
        ['\\enquote{', '}'],
        ['\\paragraph*{', '}'],
        ['\n\\begin{abstract}\n', '\n\\end{abstract}\n'],
        ['\n\\begin{tcolorbox}[colback=xx]\n', '\n\\end{tcolorbox}\n'],
        ['\n\\begin{tabular}{@{}ll}\n\\toprule\n', ' & \\\\[2em]\n\\end{tabular}\n'],
        ['\n\\begin{tablenotes}\n\\item[zz] ', '\n\\end{tablenotes}\n'],
        ['\n\\begin{description}\n\\item[CAR] ', '\n\\end{description}\n'],
        ['\n\\begin{theorem}\n', '\n\\end{theorem}\n'],
        ['``', "''"],
      ),
      tie('inline'),
    )
    .map(([[open, close], content]) => `${open}${content}${close}`),
}));
const bodies = fc.array(inline, { minLength: 1, maxLength: 5 }).map(parts => parts.join('\n\n'));
/** With a preamble, and without. */
const manuscripts = fc
  .tuple(bodies, fc.boolean())
  .map(([body, isWhole]) =>
    isWhole
      ? `\\documentclass[xx]{zz}\n\\usepackage{zz}\n\\begin{document}\n${body}\n\\end{document}\nzz\n`
      : body,
  );

interface Node {
  readonly type: string;
  readonly content?: unknown;
  readonly args?: readonly Node[];
  readonly position?: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

/** Calls `visit` for every node outside of math and verbatim. */
function walk(node: Node, visit: (node: Node, start: number, end: number) => void): void {
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.position) visit(next, next.position.start.offset, next.position.end.offset);
    if (next.args) pending.push(...next.args);
    if (Array.isArray(next.content) && !isMath(next)) pending.push(...(next.content as Node[]));
  }
}

const isMath = ({ type }: Node): boolean =>
  type === 'inlinemath' || type === 'displaymath' || type === 'mathenv';

test('LaTeX: what unified-latex calls prose is visible, and nothing else', () => {
  fc.assert(
    fc.property(manuscripts, text => {
      const masked = readDocument(latex, text)
        .blocks.map(block => block.masked)
        .join('');
      let strings = 0;
      walk(parse(text) as Node, (node, start, end) => {
        const source = text.slice(start, end);
        const shown = masked.slice(start, end);
        if (['comment', 'verbatim', 'verb', 'macro'].includes(node.type) || isMath(node)) {
          assert.doesNotMatch(shown, /[A-Za-z0-9\\{}]/, `${node.type}: ${source}`);
        } else if (node.type === 'string' && prose.has(source)) {
          assert.equal(shown, source);
          strings++;
        }
      });
      const visible = masked.match(/[A-Za-z0-9]+/g) ?? [];
      assert.deepEqual(
        visible.filter(part => !prose.has(part)),
        [],
      );
      assert.equal(visible.length, strings);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  );
});
