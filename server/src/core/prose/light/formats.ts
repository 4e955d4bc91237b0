import type { Format, Reader } from '../../types.ts';
import { eraseState } from '../reading.ts';
import { asciidoc as asciidocMarkup } from './asciidoc.ts';
import type { LightMarkup } from './lightMarkup.ts';
import { org as orgMarkup } from './org.ts';
import { lightReader } from './reader.ts';
import { restructuredText as restructuredTextMarkup } from './restructuredText.ts';
import { readTerms, termsReader } from './terms.ts';
import { typst as typstMarkup } from './typst.ts';
import { underlinedReader } from './underlines.ts';
import { zonedReader } from './zones.ts';

function blocksOf(markup: LightMarkup): Reader<string> {
  const blocks = zonedReader(markup, lightReader(markup));
  return markup.ordersUnderlines === true ? underlinedReader(blocks) : blocks;
}

/** What a format of this markup reads, and the names that its texts make for terms, wherever they stand. */
const readingOf = (markup: LightMarkup): Pick<Format, 'reader' | 'terms' | 'head'> => ({
  reader: eraseState(termsReader(markup, blocksOf(markup))),
  terms: text => readTerms(markup, text),
  head: () => Number.POSITIVE_INFINITY,
});

export const typst: Format = {
  id: 'typst',
  languageIds: ['typst'],
  extensions: ['.typ'],
  ...readingOf(typstMarkup),
  comment: directive => `// ${directive}`,
  citation: keys => keys.map(key => `@${key}`).join(' '),
};

export const restructuredText: Format = {
  id: 'restructuredtext',
  languageIds: ['restructuredtext'],
  extensions: ['.rst'],
  ...readingOf(restructuredTextMarkup),
  comment: directive => `.. ${directive}`,
  citation: keys => `:cite:\`${keys.join(',')}\``,
};

export const asciidoc: Format = {
  id: 'asciidoc',
  languageIds: ['asciidoc'],
  extensions: ['.adoc', '.asciidoc'],
  ...readingOf(asciidocMarkup),
  comment: directive => `// ${directive}`,
  citation: keys => `cite:[${keys.join(',')}]`,
};

export const org: Format = {
  id: 'org',
  languageIds: ['org'],
  extensions: ['.org'],
  ...readingOf(orgMarkup),
  comment: directive => `# ${directive}`,
  citation: keys => `[cite:${keys.map(key => `@${key}`).join(';')}]`,
};
