import type { BlockShape } from '../blockList.ts';
import { argumentBlocks, type Environment, environmentOf } from './environments.ts';

/** How many environments may be open; deeper ones are read as if they weren't there. */
const DEEPEST = 32;

/** What stands between an `\iffalse` and its `\fi`. */
export const SWITCHED_OFF = '\\iffalse';

const ARGUMENT = '{';

interface Frame {
  readonly name: string;
  /** Groups that were open when a command's argument became a block: they belong to what is around it. */
  readonly groups: number;
}

/** The environments and block-like arguments that are open: a stack that bad nesting can't unbalance for long. */
export class Frames {
  #frames: Frame[];

  /** @param names as `LatexState.frames` has them */
  constructor(names: string) {
    this.#frames = names === '' ? [] : names.split(' ').map(name => ({ name, groups: 0 }));
  }

  get isEmpty(): boolean {
    return this.#frames.length === 0;
  }

  /** For `LatexState.frames`, without arguments that a blank line ends. */
  get names(): string {
    return this.#frames
      .filter(({ name }) => !name.startsWith(ARGUMENT) || argumentBlocks[name.slice(1)]?.long === true)
      .map(({ name }) => name)
      .join(' ');
  }

  /** The name of the innermost environment whose content isn't LaTeX prose, if that is where we are. */
  get raw(): string | undefined {
    const name = this.#frames.at(-1)?.name;
    const content = environmentOf(name ?? '')?.content;
    return name === SWITCHED_OFF || content === 'raw' || content === 'captioned' ? name : undefined;
  }

  /** Groups that an unmatched brace may not close. */
  get groups(): number {
    return this.#frames[this.#argument()]?.groups ?? 0;
  }

  /** Whether `&` and `\\` separate cells here: directly inside one table, not inside a table in a cell. */
  get inTable(): boolean {
    let tables = 0;
    for (const { name } of this.#frames) if (environmentOf(name)?.kind === 'table') tables++;
    return tables === 1;
  }

  get inDescription(): boolean {
    return environmentOf(this.#frames.at(-1)?.name ?? '')?.kind === 'definition';
  }

  /** In a figure or table, whose footnotes are its own. */
  get #inFloat(): boolean {
    return this.#frames.some(({ name }) => {
      const kind = environmentOf(name)?.kind;
      return kind === 'caption' || kind === 'table';
    });
  }

  /** Among the notes below a table. */
  get inNotes(): boolean {
    return this.#frames.at(-1)?.name.toLowerCase() === 'tablenotes';
  }

  /** Where `\=` and `\>` are tab stops. */
  get inTabbing(): boolean {
    return this.#frames.at(-1)?.name === 'tabbing';
  }

  openEnvironment(name: string): void {
    if (this.#frames.length < DEEPEST) this.#frames.push({ name, groups: 0 });
  }

  /** @param groups how many groups are open */
  openArgument(as: string, groups: number): void {
    if (this.#frames.length < DEEPEST) this.#frames.push({ name: ARGUMENT + as, groups });
  }

  /** Closes the innermost environment of that name and all within; tells whether there was one. */
  closeEnvironment(name: string): boolean {
    const index = this.#frames.findLastIndex(frame => frame.name === name);
    if (index < 0) return false;
    this.#frames.length = index;
    return true;
  }

  /** Closes the innermost argument and all within; tells whether there was one. */
  closeArgument(): boolean {
    const index = this.#argument();
    if (index < 0) return false;
    this.#frames.length = index;
    return true;
  }

  /** A new section: lists, tables and arguments that are still open were never meant to reach so far. */
  closeForSection(): void {
    this.#frames = this.#frames.filter(({ name }) => {
      const environment = environmentOf(name);
      return environment?.role !== undefined && environment.kind === undefined;
    });
  }

  clear(): void {
    this.#frames = [];
  }

  /** What a block is that begins here. */
  shape(appendix: boolean): BlockShape {
    let own: { readonly shape: BlockShape; readonly isArgument: boolean } | undefined;
    let role: BlockShape['role'];
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const { name } = this.#frames[index]!;
      const isArgument = name.startsWith(ARGUMENT);
      const frame: BlockShape | Environment | undefined = isArgument
        ? argumentBlocks[name.slice(1)]
        : environmentOf(name);
      role ??= frame?.role;
      if (own === undefined && frame?.kind !== undefined)
        own = { shape: { ...frame, kind: frame.kind }, isArgument };
    }
    // Only what follows `\item[…]` is a definition; see `shapeOfItem`.
    const kind = own?.shape.kind === 'definition' ? 'item' : (own?.shape.kind ?? 'paragraph');
    if (kind === 'footnote' && this.#inFloat) return { kind: 'caption' };
    if (kind === 'heading') return { kind, role: own?.shape.role, level: own?.shape.level };
    if (kind === 'caption' || kind === 'table')
      return { kind, role: role === 'supplement' ? undefined : role };
    return { kind, role: role ?? (appendix ? 'supplement' : undefined) };
  }

  #argument(): number {
    let index = this.#frames.length - 1;
    while (index >= 0 && !this.#frames[index]!.name.startsWith(ARGUMENT)) index--;
    return index;
  }
}
