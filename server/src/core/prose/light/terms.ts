/** Names that an author makes for terms: substitutions (reStructuredText), attributes (AsciiDoc), macros (Org), `#let` (Typst). */
import { type Block, Fill, type Mark, type Reader, type Terms } from '../../types.ts';
import { Mask } from '../mask.ts';
import { NO_TERMS, sameTerms } from '../terms.ts';
import { maskInline } from './inline.ts';
import type { LightMarkup } from './lightMarkup.ts';

/** Longer lines define no term. */
const LONGEST_LINE = 200;

/** What a text's names print, as it reads. Looks only at lines that begin as a definition does. Linear. */
export function readTerms(markup: LightMarkup, text: string): Terms {
  const { naming } = markup;
  if (naming === undefined) return NO_TERMS;
  const terms = new Map<string, string>();
  for (const opening of naming.openings) {
    for (let at = startOf(text, opening, 0); at >= 0; at = startOf(text, opening, at + opening.length)) {
      const { name, value } = naming.line.exec(text.slice(at, at + LONGEST_LINE))?.groups ?? {};
      const term = value === undefined ? undefined : readTerm(markup, value);
      if (name !== undefined && term !== undefined) terms.set(name, term);
    }
  }
  return terms.size === 0 ? NO_TERMS : terms;
}

/** The next line that begins so, from `from` on. */
function startOf(text: string, opening: string, from: number): number {
  if (from === 0 && text.startsWith(opening)) return 0;
  const at = text.indexOf(`\n${opening}`, Math.max(0, from - 1));
  return at < 0 ? -1 : at + 1;
}

/** How a value reads, if it is nothing but a word or a few: what holds a definition of its own is none. */
function readTerm(markup: LightMarkup, value: string): string | undefined {
  const mask = new Mask(value, 0, value.length);
  maskInline(markup, { text: value, origin: 0, mask, marks: [] }, 0, value.length);
  const read = mask.build().replaceAll(Fill.transparent, '').replace(/\s+/g, ' ').trim();
  return read.includes(Fill.opaque) || !/\p{L}/u.test(read) || /[()[\]{}]/.test(read) ? undefined : read;
}

/** What a reader of terms must know at a block's start. */
interface TermsState {
  readonly terms: Terms;
  readonly inner: string;
}

/** A reader that knows what names print, around one that finds where they stand. */
export function termsReader(markup: LightMarkup, lines: Reader<string>): Reader<TermsState> {
  return {
    start: (text, terms) => ({ terms: terms ?? readTerms(markup, text), inner: lines.start(text) }),
    sameState: (a, b) => a.inner === b.inner && sameTerms(a.terms, b.terms),
    readBlocks(text, at, { terms, inner }) {
      const read = lines.readBlocks(text, at, inner);
      const isSaid = read.blocks.some(({ marks }) => marks?.some(({ kind }) => kind === 'term') === true);
      return {
        ...read,
        blocks: isSaid ? read.blocks.map(block => printed(block, terms)) : read.blocks,
        state: { terms, inner: read.state },
      };
    },
  };
}

/** A block whose names say what they print; others are opaque as they are. */
function printed(block: Block, terms: Terms): Block {
  const marks = (block.marks ?? []).flatMap((mark): readonly Mark[] => {
    if (mark.kind !== 'term' || mark.key === undefined) return [mark];
    const term = terms.get(mark.key);
    return term === undefined ? [] : [{ ...mark, key: term }];
  });
  return { ...block, marks };
}
