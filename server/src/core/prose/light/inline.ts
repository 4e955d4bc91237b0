import type { Declaration, Mark } from '../../types.ts';
import { isBareTrigger, maskBareAt } from '../bare.ts';
import type { Mask } from '../mask.ts';
import { isAlphanumeric } from '../scan.ts';
import { isReferenceMark } from '../superscripts.ts';
import type { InlineMarkup, LightMarkup } from './lightMarkup.ts';
import { maskGreek, maskTex } from './math.ts';

/**
 * Masks the markup inside of running text, `from`…`to` of a block that begins at `origin`, and adds what it marks and declares.
 * Linear: what is open is a stack, and no pattern looks beyond what it is inside of.
 */
export function maskInline(
  markup: LightMarkup,
  text: string,
  mask: Mask,
  marks: Mark[],
  origin: number,
  from: number,
  to: number,
  declarations?: Declaration[],
): void {
  const source = text.slice(origin, to);
  const { triggers, wordTriggers = '', opensInWord, inline } = markup;
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
    const isTrigger =
      triggers.includes(char) ||
      (wordTriggers.includes(char) &&
        (!isAlphanumeric(text.charCodeAt(at - 1)) ||
          opensInWord?.[char]?.some(start => text.startsWith(start, at))));
    const found = isTrigger ? matchAt(inline, source, at - origin, limit - origin) : undefined;
    if (found !== undefined) {
      const { markup: element, match } = found;
      const end = at + match[0].length;
      const words = match.groups?.text;
      const textStart = origin + (match.indices?.groups?.text?.[0] ?? end - origin);
      cover(
        mask,
        element,
        text,
        at,
        end,
        words === undefined ? undefined : [textStart, textStart + words.length],
      );
      // In reStructuredText an escaped space parts it from its word.
      const whole = { start: text.startsWith('\\ ', at - 2) ? at - 2 : at, end };
      const isNote =
        element.superscript && words !== undefined && isReferenceMark(text, whole, words, { from, to });
      if (isNote) {
        mask.opaque(at, end);
        marks.push({ kind: 'citation', start: at - origin, end: end - origin });
      }
      if (words !== undefined) open.push({ textEnd: textStart + words.length, end });
      if (element.mark !== undefined) {
        const [start, stop] = words === undefined ? [at, end] : [textStart, textStart + words.length];
        marks.push({ kind: element.mark, start: start - origin, end: stop - origin });
      }
      const { key, command = '@', name, short, long } = match.groups ?? {};
      const span = { start: at - origin, end: end - origin };
      if (element.macro && key !== undefined) marks.push({ kind: 'macro', ...span, key, command });
      if (element.term && name !== undefined) marks.push({ kind: 'term', ...span, key: name });
      if (element.declares && short !== undefined && long !== undefined) {
        const from = textStart - origin;
        const longStart = from + (words ?? '').indexOf(long, short.length);
        declarations?.push({
          form: 'markup',
          short: { start: from, end: from + short.length },
          long: { start: longStart, end: longStart + long.length },
        });
      }
      at = words === undefined ? end : textStart;
      plain = at;
    } else if ('.:@'.includes(char) && isBareTrigger(text, at, limit)) {
      at = Math.max(at + 1, Math.min(limit, maskBareAt(mask, text, at, plain, limit)));
      plain = at;
    } else at++;
  }
}

function matchAt(
  inline: readonly InlineMarkup[],
  source: string,
  at: number,
  limit: number,
): { readonly markup: InlineMarkup; readonly match: RegExpExecArray } | undefined {
  for (const markup of inline) {
    markup.pattern.lastIndex = at;
    const match = markup.pattern.exec(source);
    if (match && match[0] !== '' && at + match[0].length <= limit) return { markup, match };
  }
  return undefined;
}

function cover(
  mask: Mask,
  { as }: InlineMarkup,
  text: string,
  start: number,
  end: number,
  shown: readonly [number, number] | undefined,
): void {
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
    put(start, shown[0]);
    put(shown[1], end);
  }
}
