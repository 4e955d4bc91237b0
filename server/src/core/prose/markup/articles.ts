import type { Reader } from '../../types.ts';
import { opaqueText } from '../mask.ts';
import { isLetter } from '../scan.ts';

/** The state in XML that is no article. */
const FOREIGN = '\n';

/** Root elements of an article and of files that hold a part of one (JATS, Archiving and Interchange tag set 1.3). */
const ROOTS = new Set(
  'article sub-article response front front-stub body back sec abstract p app ack boxed-text fig table-wrap glossary def-list ref-list'.split(
    ' ',
  ),
);

/** DocBook has articles, too. */
const DOCBOOK = /docbook/i;

/** A root's tag with its namespaces. */
const LONGEST_ROOT = 400;

/** How much of a document is looked at for its root: a prologue with its comments isn't longer. */
export const LONGEST_PROLOGUE = 20_000;

/** The reader of an XML vocabulary of articles: XML of any other root is opaque as a whole. */
export function articlesOnly(reader: Reader<string>): Reader<string> {
  return {
    start: text => (isArticle(text) ? reader.start(text) : FOREIGN),
    sameState: (a, b) => a === b,
    readBlocks: (text, at, state) =>
      state === FOREIGN
        ? {
            blocks: [{ kind: 'opaque', masked: opaqueText(text, at, text.length) }],
            next: text.length,
            looked: text.length,
            state,
          }
        : reader.readBlocks(text, at, state),
  };
}

/** Whether the first element may be an article's. A text without elements isn't known to be anything else. */
function isArticle(text: string): boolean {
  const head = text.slice(0, LONGEST_PROLOGUE);
  const at = rootAt(head);
  if (at < 0) return true;
  const name = /^<([A-Za-z][\w:.-]{0,40})/.exec(head.slice(at, at + 50))?.[1] ?? '';
  return ROOTS.has(name) && !DOCBOOK.test(head.slice(0, at + LONGEST_ROOT));
}

/** Where the first element begins, behind comments, instructions and declarations; -1 where there is none. */
function rootAt(head: string): number {
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
    if (head.startsWith('<!--', at)) at = head.indexOf('-->', at);
    else if (head.startsWith('<?', at)) at = head.indexOf('?>', at);
    else if (isLetter(head.charCodeAt(at + 1))) return at;
    if (at < 0) return -1;
  }
  return -1;
}
