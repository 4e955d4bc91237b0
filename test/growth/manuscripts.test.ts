/** Twice the text is at most twice the work, for all that is done with a manuscript, however it repeats. */
import './work.ts'; // before what it counts
import { test } from 'node:test';
import {
  abbreviationList,
  actionsAt,
  complete,
  createFeatureContext,
  createSearch,
  createService,
  definitionsAt,
  formats,
  hover,
  languageOfFile,
  renameableAt,
  triage,
  updateList,
} from '../../server/src/core/index.ts';
import { glossary } from '../bundled.ts';
import { assertLinear, repeated } from './work.ts';

const search = createSearch(glossary.entries);
const configuration = { rules: {}, ignore: [], minimumUses: 3 };

/** Reads, assembles and lints a text, and asks all that an editor asks at three places in it. */
function work(text: string, ending: string): void {
  const service = createService(glossary); // one that remembers no form from another text
  const uri = `file:///w/paper${ending}`;
  const analysis = service.analyze({ uri, languageId: languageOfFile(uri), version: 1, text });
  const within = service.within([analysis]);
  const manuscript = within.assemble([analysis]);
  const findings = within.lint(manuscript, configuration);
  triage(findings, manuscript);
  abbreviationList(manuscript);
  updateList(manuscript, within.glossary);
  const context = createFeatureContext({ manuscript, glossary: within.glossary, configuration, search });
  for (const offset of [text.indexOf('C') + 1, text.lastIndexOf('C') + 1, text.length]) {
    hover(context, uri, offset, { commandLinks: true });
    complete(context, uri, offset);
    definitionsAt(manuscript, uri, offset);
    renameableAt(manuscript, uri, offset);
    actionsAt(findings, { start: offset, end: offset }, undefined);
  }
}

/** `#` is a name of its own each time. */
const pieces = [
  'The chimeric # receptor (C#R) binds. ',
  'The cytokine # syndrome (CRS) rose. ',
  'Cytokine release syndrome (CRS), tumor microenvironment (TME), and TME. ',
  'The tumor necrosis factor # (TNF#) and tumour necrosis factor # (TNF#). ',
  'The C#R (the chimeric # receptor) was. ',
  'The chimeric # receptor (C#R),\nC#R and C#R-T (or C#R). ',
  'The C#R-T cells and C#R/A cells. ',
  'C#R/C#R/C#R-C#R ',
  'PD-1 PD1 PD–1 alpha-C#R α-C#R ',
  'cytokine release syndrome ',
  '\n\nCRS and C#R\n',
  '\n\n# C#R\n\nThe C#R. ',
  '\n\n# Abstract\n\nC#R\n\n# Methods\n\nThe chimeric # receptor (C#R).\n',
  '\n\n# Abbreviations\n\nC#R: chimeric # receptor\n',
  '- C#R: chimeric # receptor\n',
  '| C#R | chimeric # receptor |\n',
  'Figure: C#R. ',
  '\n\n![C#R](x)\n',
  '<!-- immunogloss-disable-line undefined-abbreviation -->\nC#R\n',
  '[@a#; @b] *C#R* $C#R$ ',
  '\\gls{c#} \\cite{a#} \\textit{C#R} ',
  '\\newcommand{\\c#}{C#R} \\c# ',
  '\\newacronym{c#}{C#R}{chimeric # receptor}\n\\gls{c#} ',
];

for (const ending of ['.md', '.tex']) {
  for (const piece of pieces) {
    test(`linear in ${ending}: ${JSON.stringify(piece)}`, () => {
      assertLinear(250, repeated(piece), text => () => work(text, ending));
    });
  }
}

for (const { id, extensions } of formats) {
  const [ending] = extensions;
  if (ending === undefined) continue;
  test(`linear in ${id}`, () => {
    const textOf = repeated('\n\nThe chimeric # receptor (C#R),\nC#R and C#R-T (or CRS).\n');
    assertLinear(250, textOf, text => () => work(text, ending));
  });
}
