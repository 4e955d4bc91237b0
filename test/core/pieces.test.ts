import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Configuration,
  createService,
  rules,
  type SourceDocument,
  type Text,
} from '../../server/src/core/index.ts';
import { PiecedText } from '../../server/src/lsp/piecedText.ts';
import { service } from '../bundled.ts';

const configuration: Configuration = {
  rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])),
  ignore: [],
  minimumUses: 2,
};

const BODY = `Cytokine release syndrome (CRS) is rare. CRS resolves, an CAR binds, and P.C.R. was done.
Natural Killer (NK) cells; NK cells and an NK cell, cytokine release syndrome again. PCR's and PCRs, TNF alpha and TNF-α.
The chimeric antigen receptor (CAR) binds, and CAR T and CAR-T cells. Tisagenlecleucel is approved. TNFα, TNF-α.
`;

const manuscripts: Readonly<Record<string, string>> = {
  markdown: `---
title: CAR-NK cells
immunogloss:
  glossary: {ZZQ: zeta zeta quality}
---

# Introduction

${BODY}
# Methods

The HIV HIV virus, a MRI, <!-- immunogloss-ignore-next-line -->
and NK cells; ZZQ.

# Abbreviations

NK: natural killer

CRS: cytokine release syndrome
`,
  latex: `\\documentclass{article}
\\newcommand{\\tnf}{TNF-$\\alpha$}
\\newacronym{tme}{TME}{tumour microenvironment}
\\begin{document}
\\section{Introduction}
${'The words before it are many. '.repeat(8)}

${BODY}
The \\gls{tme} and TME, and \\tnf{} in it.
\\end{document}
`,
};

/** A document as an editor's is kept, which tells how often all of its text was asked for. */
class Watched implements SourceDocument {
  readonly uri = 'file:///paper';
  readonly languageId: string;
  readonly version: number;
  readonly pieces: Text;
  joined = 0;

  constructor(languageId: string, version: number, text: PiecedText) {
    this.languageId = languageId;
    this.version = version;
    this.pieces = {
      length: text.length,
      slice: (start, end) => text.slice(start, end),
      toString: () => {
        this.joined++;
        return text.toString();
      },
    };
  }

  get text(): string {
    return this.pieces.toString();
  }
}

for (const [languageId, begun] of Object.entries(manuscripts)) {
  test(`${languageId}: reading and linting after an edit asks for no whole text`, () => {
    let pieces = PiecedText.of(begun);
    let analysis = service.analyze(new Watched(languageId, 1, pieces));
    service.lint(service.assemble([analysis]), configuration);
    const start = begun.indexOf('CRS resolves');
    for (const [version, typed] of ['x', ' ', 'CRS ', '\n'].entries()) {
      pieces = pieces.replaced({ start, end: start }, typed);
      const document = new Watched(languageId, version + 2, pieces);
      analysis = service.analyze(document, analysis, { start, end: start, newLength: typed.length });
      const found = service.lint(service.assemble([analysis]), configuration);
      assert.equal(document.joined, 0);
      const { uri, text } = document;
      const cold = createService(service.glossary);
      const whole = cold.analyze({ uri, languageId, version: document.version, text });
      const inOne = cold.lint(cold.assemble([whole]), configuration);
      const told = ({ rule, start, end, message }: (typeof found)[number]) => ({ rule, start, end, message });
      assert.ok(found.length > 5);
      assert.deepEqual(found.map(told), inOne.map(told));
    }
  });
}
