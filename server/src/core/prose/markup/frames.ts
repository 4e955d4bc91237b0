import type { Role } from '../../types.ts';
import type { BlockShape } from '../blockList.ts';
import type { Element, Elements } from './elements.ts';

const DEEPEST = 32;

/** A comment that is open. */
export const COMMENT = '!--';

/** Stands between an element's name and the role that it gives itself. */
const ROLE = '=';

/** The open elements that say something of the blocks in them, outermost first: names, with the roles that they give themselves. */
export class Frames {
  readonly #elements: Elements;
  readonly #names: string[];

  /** @param names as the state has them: joined by spaces */
  constructor(elements: Elements, names: string) {
    this.#elements = elements;
    this.#names = names === '' ? [] : names.split(' ');
  }

  get names(): string {
    return this.#names.join(' ');
  }

  /** The innermost element whose content isn't prose, or an open comment. */
  get closed(): string | undefined {
    const name = this.#names.at(-1);
    return name !== undefined && (name === COMMENT || this.#elements.get(name)?.content !== undefined)
      ? name
      : undefined;
  }

  /** @param role the one that the element gives itself */
  open(name: string, role?: Role): void {
    // An item ends where the next one begins, also without an end tag.
    const goesOn = this.#elements.get(name)?.section === true || this.isCounted(name);
    if (this.#names.at(-1) === name && !goesOn) this.#names.pop();
    if (this.#names.length < DEEPEST) this.#names.push(role === undefined ? name : name + ROLE + role);
  }

  /** Whether an element of that name is open which gives itself a role: those within count until it is closed. */
  isCounted(name: string): boolean {
    return this.#names.some(open => open.startsWith(name) && open.startsWith(ROLE, name.length));
  }

  /** Closes the innermost element of that name and all within. */
  close(name: string): void {
    const index = this.#names.findLastIndex(
      open => open === name || (open.startsWith(name) && open.startsWith(ROLE, name.length)),
    );
    if (index >= 0) this.#names.length = index;
  }

  /** What a block is that begins here. */
  get shape(): BlockShape {
    let sections = 0;
    let role: BlockShape['role'];
    let own: Element | undefined;
    for (const open of this.#names) {
      const [name = '', given] = open.split(ROLE);
      const element = this.#elements.get(name);
      if (element === undefined) continue;
      if (element.section) sections++;
      // What stands in a reference list is a part of it, titles included.
      if (role !== 'references') role = (given as Role | undefined) ?? element.role ?? role;
      const inCaption = own?.kind === 'caption' && element.kind === 'heading';
      if (element.kind !== undefined && !inCaption) {
        own = element.kind === 'heading' && given === 'title' ? { ...element, role: given } : element;
      }
    }
    if (role === 'references') return { kind: 'paragraph', role };
    const kind = this.closed === undefined ? (own?.kind ?? 'paragraph') : 'opaque';
    // The legend of a graphical abstract.
    if (kind === 'caption' && role === 'abstract') return { kind };
    if (kind !== 'heading') return { kind: own?.kind === 'metadata' ? 'metadata' : kind, role };
    return { kind, role: own?.role, level: own?.heading ? sections + 1 : own?.level };
  }
}
