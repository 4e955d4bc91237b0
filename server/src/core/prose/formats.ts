import type { Format } from '../types.ts';
import { latex } from './latex/latex.ts';
import { asciidoc, org, restructuredText, typst } from './light/formats.ts';
import { markdown } from './markdown/format.ts';
import { html, jats } from './markup/formats.ts';
import { codeCell, rawCell } from './notebook/cellFormats.ts';
import { notebook } from './notebook/notebook.ts';
import { plaintext } from './plaintext.ts';

/** Every format that can be read. Where two claim one language id or ending, the first one has it. */
export const formats: readonly Format[] = [
  markdown,
  latex,
  notebook,
  html,
  jats,
  typst,
  restructuredText,
  asciidoc,
  org,
  plaintext,
];

/** What an editor has open of a notebook besides Markdown: no file is one. */
const cells: readonly Format[] = [codeCell, rawCell];

/**
 * The format of a document: by its language id, else by its file's ending (an editor that doesn't know a
 * format calls it plain text), else plain text.
 * @param languageId as the editor says, or empty
 * @param uri URI or path; query and fragment are ignored
 */
export function formatOf(languageId: string, uri: string): Format {
  const id = languageId.toLowerCase();
  const byId = [...formats, ...cells].find(format => format !== plaintext && format.languageIds.includes(id));
  if (byId) return byId;
  const path = uri.replace(/[?#].*$/s, '').toLowerCase();
  return formats.find(format => format.extensions.some(ending => path.endsWith(ending))) ?? plaintext;
}
