import type { Format, Reader } from '../../types.ts';
import { eraseState } from '../reading.ts';
import { asciidoc as asciidocMarkup } from './asciidoc.ts';
import type { LightMarkup } from './lightMarkup.ts';
import { org as orgMarkup } from './org.ts';
import { lightReader } from './reader.ts';
import { restructuredText as restructuredTextMarkup } from './restructuredText.ts';
import { typst as typstMarkup } from './typst.ts';
import { zonedReader } from './zones.ts';

const readerOf = (markup: LightMarkup): Reader => eraseState(zonedReader(markup, lightReader(markup)));

export const typst: Format = {
  id: 'typst',
  languageIds: ['typst'],
  extensions: ['.typ'],
  reader: readerOf(typstMarkup),
  comment: directive => `// ${directive}`,
  citation: keys => keys.map(key => `@${key}`).join(' '),
};

export const restructuredText: Format = {
  id: 'restructuredtext',
  languageIds: ['restructuredtext'],
  extensions: ['.rst'],
  reader: readerOf(restructuredTextMarkup),
  comment: directive => `.. ${directive}`,
  citation: keys => `:cite:\`${keys.join(',')}\``,
};

export const asciidoc: Format = {
  id: 'asciidoc',
  languageIds: ['asciidoc'],
  extensions: ['.adoc', '.asciidoc'],
  reader: readerOf(asciidocMarkup),
  comment: directive => `// ${directive}`,
  citation: keys => `cite:[${keys.join(',')}]`,
};

export const org: Format = {
  id: 'org',
  languageIds: ['org'],
  extensions: ['.org'],
  reader: readerOf(orgMarkup),
  comment: directive => `# ${directive}`,
  citation: keys => `[cite:${keys.map(key => `@${key}`).join(';')}]`,
};
