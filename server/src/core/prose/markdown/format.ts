import type { Format } from '../../types.ts';
import { eraseState } from '../reading.ts';
import { markdownReader } from './blocks.ts';

/** The Markdown family: CommonMark, GFM, Pandoc, Quarto, R Markdown, Manubot. One reader reads them all. */
export const markdown: Format = {
  id: 'markdown',
  languageIds: ['markdown', 'quarto', 'rmarkdown', 'rmd', 'pandoc', 'mdx'],
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.qmd', '.rmd', '.rmarkdown', '.mdx'],
  reader: eraseState(markdownReader),
  typing: true,
  comment: directive => `<!-- ${directive} -->`,
  citation: (keys, text = '') => {
    const role = /\{(cite(?::[a-z]{1,3})?)\}`/.exec(text)?.[1];
    return role === undefined
      ? `[${keys.map(key => `@${key}`).join('; ')}]`
      : `{${role}}\`${keys.join(',')}\``;
  },
};
