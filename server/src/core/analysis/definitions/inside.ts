import { lettered } from '../../lettered.ts';
import type { Span } from '../../types.ts';
import type { Bracketed } from './bracketed.ts';
import { believed } from './forward.ts';
import { skipLeadIn } from './leadIns.ts';
import { chunkEntries } from './list.ts';
import { splitAt } from './listSeparators.ts';
import { limitOf, longFormBefore, longFormWithin, type Match, type Search } from './longForm.ts';
import { readShortForm } from './shortForm.ts';
import { visibleEnd, visibleStart } from './window.ts';

const SEMICOLON = 0x3b;

const MAY_ABBREVIATE = lettered`[\p{Lu}\d]|, [\p{Ll}]{2,5}$`;

/** `(long form, SF)`, `(SF, long form)`, `(SF = long form; …)`. */
export function within(search: Search, { content, close, parts }: Bracketed): Match[] {
  const { text } = search;
  const remark = text.slice(content, close);
  if ((parts.length < 2 && !/[=:—]|\s[-–]\s/.test(remark)) || !MAY_ABBREVIATE.test(remark)) return [];
  const whole = remark.includes(';') ? closingShort(search, content, close) : null;
  if (whole && text.slice(whole.long.end, whole.short.start).includes(';')) return [whole];
  const pieces = splitAt(text, content, close, SEMICOLON);
  const opening = pieces.length > 1 ? openingShort(search, pieces) : null;
  if (opening) return [opening];
  return pieces.flatMap(({ start, end }) => {
    const closing = closingShort(search, start, end);
    const entries = chunkEntries(search, start, end).filter(
      ({ short, cost }) => short.units.length > 1 && !short.surface.includes(' ') && cost < Infinity,
    );
    const apart = entries.filter(
      ({ short, long }) => !closing || Math.max(short.end, long.end) <= closing.long.start,
    );
    return closing ? [...apart, closing] : apart;
  });
}

/** `(SF; long form)`: as strictly as without brackets. */
function openingShort(search: Search, [first, second]: readonly Span[]): Match | null {
  const { text, costs } = search;
  const short = readShortForm(text, first!.start, visibleEnd(text, first!.end, first!.start));
  if (!short || short.plain || short.capitalized || short.units.length < 2) return null;
  const start = visibleStart(text, second!.start, second!.end);
  const match = longFormWithin(search, short, start, visibleEnd(text, second!.end, start));
  return match && match.cost <= limitOf(short, costs) * costs.appositionShare ? match : null;
}

/** `(measured by long form, SF)`, `(long form; abbreviated SF)`: the long form that the words before the last sign end with. */
function closingShort(search: Search, content: number, close: number): Match | null {
  const { text } = search;
  const remark = text.slice(content, close);
  const sign = content + Math.max(remark.lastIndexOf(', '), remark.lastIndexOf('; '));
  if (sign <= content) return null;
  const short = readShortForm(text, skipLeadIn(text, sign + 1, close), visibleEnd(text, close, sign + 1));
  if (!short || short.plain || short.capitalized || short.units.length < 2) return null;
  const match = longFormBefore(search, short, visibleEnd(text, sign, content), content);
  const share = short.surface.includes(' ') ? search.costs.appositionShare : 1;
  return match && match.cost <= limitOf(short, search.costs) * share ? match : null;
}

/** `long form (remark; SF)`: as strictly as without brackets. */
export function lastShort(search: Search, { content, parts, before, lowest }: Bracketed): Match | null {
  const { text } = search;
  const sign = content + text.slice(content, parts.at(-1)?.start ?? content).lastIndexOf(';');
  const last = sign < content ? undefined : parts.find(({ start }) => start > sign);
  if (!last) return null;
  const short = readShortForm(text, last.start, last.end);
  if (!short || short.plain || short.capitalized || short.units.length < 2) return null;
  const match = believed(search, short, longFormBefore(search, short, before, lowest));
  return match && match.cost <= limitOf(short, search.costs) * search.costs.appositionShare ? match : null;
}

/** "… (NATO; French: Organisation du traité de l'Atlantique nord, OTAN)": what stands behind the semicolon on its own. */
export function translated(search: Search, from: number, close: number): Match[] {
  const sign = search.text.slice(from, close).indexOf(';');
  if (sign < 0) return [];
  const match = closingShort(search, visibleStart(search.text, from + sign + 1, close), close);
  return match ? [match] : [];
}
