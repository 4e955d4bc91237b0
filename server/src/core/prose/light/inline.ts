import type { Declaration, Mark, Span } from '../../types.ts';
import { isBareTrigger, maskBareAt } from '../bare.ts';
import type { Mask } from '../mask.ts';
import { isAlphanumeric } from '../scan.ts';
import { isReferenceMark } from '../superscripts.ts';
import type { InlineMarkup, LightMarkup } from './lightMarkup.ts';
import { maskGreek, maskTex } from './math.ts';

/** A block whose running text is masked: what is marked and declared in it is added, relative to its `origin`. */
export interface InlineBlock {
  readonly text: string;
  readonly origin: number;
  readonly mask: Mask;
  readonly marks: Mark[];
  readonly declarations?: Declaration[];
}

/** Markup that was met, and the prose in it, where it has any. */
interface Element extends Span {
  readonly markup: InlineMarkup;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly shown: Span | undefined;
}

/**
 * Masks the markup inside of a block's running text, `from`…`to`.
 * Linear: what is open is a stack, and no pattern looks beyond what it is inside of.
 */
export function maskInline(markup: LightMarkup, block: InlineBlock, from: number, to: number): void {
  const { text, origin, mask } = block;
  const source = text.slice(origin, to);
  /** Where the text of an open element ends, and where the element does. */
  const open: { readonly textEnd: number; readonly end: number }[] = [];
  let plain = from;
  for (let at = from; at < to; ) {
    const innermost = open.at(-1);
    if (innermost !== undefined && at >= innermost.textEnd) {
      at = Math.max(at, innermost.end);
      plain = at;
      open.pop();
      continue;
    }
    const limit = innermost?.textEnd ?? to;
    const char = text.charAt(at);
    const element = isTrigger(markup, text, at, char)
      ? elementAt(markup.inline, source, at - origin, limit - origin, origin)
      : undefined;
    if (element !== undefined) {
      const { shown, end } = element;
      cover(mask, element, text);
      if (refers(element, text, from, to)) {
        mask.opaque(at, end);
        block.marks.push({ kind: 'citation', start: at - origin, end: end - origin });
      }
      note(block, element);
      if (shown !== undefined) open.push({ textEnd: shown.end, end });
      at = shown?.start ?? end;
      plain = at;
    } else if ('.:@'.includes(char) && isBareTrigger(text, at, limit)) {
      at = Math.max(at + 1, Math.min(limit, maskBareAt(mask, text, at, plain, limit)));
      plain = at;
    } else at++;
  }
}

/** Whether markup may begin with this character; with some of them it doesn't inside of a word. */
function isTrigger(markup: LightMarkup, text: string, at: number, char: string): boolean {
  if (markup.triggers.includes(char)) return true;
  if (markup.wordTriggers?.includes(char) !== true) return false;
  if (!isAlphanumeric(text.charCodeAt(at - 1))) return true;
  return markup.opensInWord?.[char]?.some(start => text.startsWith(start, at)) === true;
}

/** The element that begins in a source at `at`, and ends at `limit` at the latest. The source begins at `origin`. */
function elementAt(
  inline: readonly InlineMarkup[],
  source: string,
  at: number,
  limit: number,
  origin: number,
): Element | undefined {
  for (const markup of inline) {
    markup.pattern.lastIndex = at;
    const match = markup.pattern.exec(source);
    if (!match || match[0] === '' || at + match[0].length > limit) continue;
    const groups = match.groups ?? {};
    const end = at + match[0].length;
    const shownAt = origin + (match.indices?.groups?.text?.[0] ?? end);
    const shown =
      groups.text === undefined ? undefined : { start: shownAt, end: shownAt + groups.text.length };
    return { markup, groups, start: origin + at, end: origin + end, shown };
  }
  return undefined;
}

/** Whether it refers to something: to a reference by its number, to a note by its letter. */
function refers({ markup, groups, start, end }: Element, text: string, from: number, to: number): boolean {
  if (!markup.superscript || groups.text === undefined) return false;
  // In reStructuredText an escaped space parts it from its word.
  const whole = { start: text.startsWith('\\ ', start - 2) ? start - 2 : start, end };
  return isReferenceMark(text, whole, groups.text, { from, to });
}

/** Adds what an element marks and declares. */
function note({ origin, marks, declarations }: InlineBlock, element: Element): void {
  const { markup, groups, shown } = element;
  const { key, command = '@', name, short, long, text = '' } = groups;
  const own = { start: element.start - origin, end: element.end - origin };
  const inside = shown === undefined ? own : { start: shown.start - origin, end: shown.end - origin };
  if (markup.mark !== undefined) marks.push({ kind: markup.mark, ...inside });
  if (markup.macro && key !== undefined) marks.push({ kind: 'macro', ...own, key, command });
  if (markup.term && name !== undefined) marks.push({ kind: 'term', ...own, key: name });
  if (markup.declares && short !== undefined && long !== undefined) {
    const shortEnd = inside.start + short.length;
    const longStart = inside.start + text.indexOf(long, short.length);
    declarations?.push({
      form: 'markup',
      short: { start: inside.start, end: shortEnd },
      long: { start: longStart, end: longStart + long.length },
    });
  }
}

/** Covers an element, but for the prose in it. */
function cover(mask: Mask, { markup: { as }, start, end, shown }: Element, text: string): void {
  const put = (from: number, to: number): void => {
    if (as === 'transparent') mask.transparent(from, to);
    else if (as === 'opaque') mask.opaque(from, to);
    else if (as === 'space') mask.space(from, to);
    else mask.markup(from, to);
  };
  if (as === 'tex') maskTex(mask, text, start, end);
  else if (as === 'greek') maskGreek(mask, text, start, end);
  else if (shown === undefined) put(start, end);
  else {
    put(start, shown.start);
    put(shown.end, end);
  }
}
