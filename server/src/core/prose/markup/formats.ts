import type { Format } from '../../types.ts';
import { eraseState } from '../reading.ts';
import { articlesOnly, LONGEST_PROLOGUE } from './articles.ts';
import * as elements from './elements.ts';
import { markupReader } from './reader.ts';

export const html: Format = {
  id: 'html',
  languageIds: ['html'],
  extensions: ['.html', '.htm', '.xhtml'],
  reader: eraseState(markupReader(elements.html, true)),
  typing: true,
  comment: directive => `<!-- ${directive} -->`,
  citation: keys => keys.map(key => `<a href="#${key}">[${key}]</a>`).join(' '),
};

/** JATS, the XML of journal articles. */
export const jats: Format = {
  id: 'jats',
  languageIds: ['jats'],
  extensions: ['.xml', '.nxml', '.jats'],
  reader: eraseState(articlesOnly(markupReader(elements.jats))),
  head: () => LONGEST_PROLOGUE,
  comment: directive => `<!-- ${directive} -->`,
  citation: keys => keys.map(key => `<xref ref-type="bibr" rid="${key}">${key}</xref>`).join(' '),
};
