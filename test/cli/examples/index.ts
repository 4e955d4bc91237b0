/** The manuscripts of `examples/`, but for the article, which has tests of its own. */
import { asciiDoc } from './asciiDoc.ts';
import type { Example } from './example.ts';
import { html } from './html.ts';
import { jats } from './jats.ts';
import { latexProject } from './latexProject.ts';
import { manubot } from './manubot.ts';
import { myst } from './myst.ts';
import { notebook } from './notebook.ts';
import { org } from './org.ts';
import { plainText } from './plainText.ts';
import { quarto } from './quarto.ts';
import { reStructuredText } from './reStructuredText.ts';
import { rMarkdown } from './rMarkdown.ts';
import { typst } from './typst.ts';

export const examples: readonly Example[] = [
  latexProject,
  manubot,
  quarto,
  rMarkdown,
  notebook,
  myst,
  html,
  jats,
  typst,
  reStructuredText,
  asciiDoc,
  org,
  plainText,
];
