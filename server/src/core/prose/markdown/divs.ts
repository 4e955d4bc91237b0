import type { Role } from '../../types.ts';
import { roleNames } from '../markup/pageRoles.ts';
import { Mask } from '../mask.ts';
import { readInline } from './inline.ts';
import { noFacts } from './inlineText.ts';
import { divColons } from './leaves.ts';
import type { Leaf, Step } from './step.ts';

/** A `:::` line: one with attributes or a name opens a div, a bare one closes the innermost. */
export function readDivLine(step: Step, lineEnd: number): Leaf {
  const { text, cursor, divs } = step;
  const colons = divColons(text, cursor.at);
  const attributes = text
    .slice(cursor.at + colons, Math.min(lineEnd, cursor.at + 400))
    .trim()
    .replace(/(?<!:):+$/, '')
    .trim();
  if (attributes === '') divs.pop();
  else if (divs.length < 64) divs.push(roleOf(attributes));
  return readTitle(step, lineEnd) ?? { blocks: [step.opaque(lineEnd)], next: lineEnd };
}

/** The title of a callout among its attributes: `::: {.callout-note title="…"}` (Quarto). */
function readTitle(step: Step, lineEnd: number): Leaf | undefined {
  const { text, at } = step;
  if (step.role !== 'box') return undefined;
  const title = /\stitle\s{0,3}=\s{0,3}("[^"\n]{1,300}"|'[^'\n]{1,300}')/.exec(text.slice(at, lineEnd));
  if (title === null) return undefined;
  const end = at + title.index + title[0].length - 1;
  const start = end + 2 - title[1]!.length;
  const mask = new Mask(text, at, lineEnd);
  const facts = noFacts();
  mask.opaque(at, start);
  mask.opaque(end, lineEnd);
  readInline(text, start, end, mask, facts, at);
  return { blocks: [step.block('paragraph', mask.build(), facts)], next: lineEnd };
}

/** A quoted value says nothing of roles. */
const VALUE = /"[^"]*"|'[^']*'/g;

function roleOf(attributes: string): Role | '' {
  for (const [, name, isKey] of attributes.replace(VALUE, ' ').matchAll(/([A-Za-z][\w-]*)(=?)/g)) {
    if (name === undefined || isKey !== '') continue;
    // Quarto: the text of a div that is a figure or table is its caption.
    const isFloat = /^(?:fig|tbl)-/.test(name);
    const role = name.startsWith('callout-')
      ? 'box'
      : isFloat
        ? 'caption'
        : roleNames.get(name.toLowerCase());
    if (role) return role;
  }
  return '';
}
