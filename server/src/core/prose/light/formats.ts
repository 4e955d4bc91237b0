import type { Format } from '../../types.ts';
import { eraseState } from '../reading.ts';
import { asciidoc as asciidocMarkup } from './asciidoc.ts';
import { org as orgMarkup } from './org.ts';
import { lightReader } from './reader.ts';
import { restructuredText as restructuredTextMarkup } from './restructuredText.ts';
import { typst as typstMarkup } from './typst.ts';

export const typst: Format = {
  id: 'typst',
  languageIds: ['typst'],
  extensions: ['.typ'],
  reader: eraseState(lightReader(typstMarkup)),
  comment: directive => `// ${directive}`,
  citation: keys => keys.map(key => `@${key}`).join(' '),
};

export const restructuredText: Format = {
  id: 'restructuredtext',
  languageIds: ['restructuredtext'],
  extensions: ['.rst'],
  reader: eraseState(lightReader(restructuredTextMarkup)),
  comment: directive => `.. ${directive}`,
  citation: keys => `:cite:\`${keys.join(',')}\``,
};

export const asciidoc: Format = {
  id: 'asciidoc',
  languageIds: ['asciidoc'],
  extensions: ['.adoc', '.asciidoc'],
  reader: eraseState(lightReader(asciidocMarkup)),
  comment: directive => `// ${directive}`,
  citation: keys => `cite:[${keys.join(',')}]`,
};

export const org: Format = {
  id: 'org',
  languageIds: ['org'],
  extensions: ['.org'],
  reader: eraseState(lightReader(orgMarkup)),
  comment: directive => `# ${directive}`,
  citation: keys => `[cite:${keys.map(key => `@${key}`).join(';')}]`,
};
