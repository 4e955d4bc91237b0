/** The place of a glossary in JATS 1.3: `<article>` holds `front`, `body`, `back`, `floats-group`, then sub-articles. */
import type { Span } from '../types.ts';

/** What parts the article itself from what follows it. */
const AFTER_ARTICLE = /<(?:floats-group|sub-article|response)\b/;
/** Behind the first of these that is there. */
const BEFORE_BACK = ['</body>', '</front>'];

/**
 * The edit that makes a `<back>` with this in it; undefined where the article has one that isn't empty.
 * Linear in the text.
 */
export function makeBack(text: string, content: string): (Span & { readonly newText: string }) | undefined {
  const end = AFTER_ARTICLE.exec(text)?.index ?? text.length;
  const back = /<back\b[^<>]*>/.exec(text.slice(0, end));
  const newText = `<back>\n${content}\n</back>`;
  if (back !== null) {
    const isEmpty = back[0].endsWith('/>');
    return isEmpty ? { start: back.index, end: back.index + back[0].length, newText } : undefined;
  }
  const closing = BEFORE_BACK.find(tag => text.slice(0, end).includes(tag));
  if (closing === undefined) return undefined;
  const at = text.indexOf(closing) + closing.length;
  return { start: at, end: at, newText: `\n${newText}` };
}
