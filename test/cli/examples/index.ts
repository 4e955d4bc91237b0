/** The manuscripts of `examples/`, but for the article, which has tests of its own. */
import type { Example } from './example.ts';
import { latexProject } from './latexProject.ts';
import { manubot } from './manubot.ts';
import { quarto } from './quarto.ts';
import { rMarkdown } from './rMarkdown.ts';

export const examples: readonly Example[] = [latexProject, manubot, quarto, rMarkdown];
