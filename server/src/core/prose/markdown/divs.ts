import type { Role } from '../../types.ts';
import { divColons } from './leaves.ts';
import type { Leaf, Step } from './step.ts';

/** Classes and identifiers of divs that tell what their content is. */
const DIV_ROLES: ReadonlyMap<string, Role> = new Map([
  ['abstract', 'abstract'],
  ['refs', 'references'],
  ['references', 'references'],
  ['box', 'box'],
]);

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
  return { blocks: [step.opaque(lineEnd)], next: lineEnd };
}

function roleOf(attributes: string): Role | '' {
  for (const [name] of attributes.matchAll(/[A-Za-z][\w-]*/g)) {
    // Quarto: the text of a div that is a figure or table is its caption.
    const isFloat = /^(?:fig|tbl)-/.test(name);
    const role = name.startsWith('callout-')
      ? 'box'
      : isFloat
        ? 'caption'
        : DIV_ROLES.get(name.toLowerCase());
    if (role) return role;
  }
  return '';
}
