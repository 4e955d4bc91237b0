import { lazily } from '../../lazily.ts';
import { argumentBlocks } from './environments.ts';
import { signatures, silent } from './signatures.ts';

/** One argument of a command: how it is delimited, and how it is read (see `signatures.ts`). */
export interface Argument {
  readonly shape: '*' | '[' | '(' | '<' | '{';
  readonly as: string;
}

/** A command as the tables know it. */
export interface Command {
  readonly arguments: readonly Argument[];
  /** Declares an abbreviation. */
  readonly declares: boolean;
  /** Includes another file. */
  readonly includes: boolean;
  /** Means something in a preamble, where all else is skipped. */
  readonly inPreamble: boolean;
}

const SHAPES = { '[': ']', '(': ')', '<': '>', '{': '}' } as const;

/** Compiles a signature such as `*[-]{heading-2}`. */
export function compileSignature(signature: string): Command {
  const list: Argument[] = [];
  for (let at = 0; at < signature.length; at++) {
    const shape = signature.charAt(at);
    if (shape === '*') list.push({ shape, as: '-' });
    else if (shape === '[' || shape === '(' || shape === '<' || shape === '{') {
      const close = signature.indexOf(SHAPES[shape], at);
      list.push({ shape, as: signature.slice(at + 1, close) });
      at = close;
    }
  }
  const has = (...words: string[]): boolean => list.some(argument => words.includes(argument.as));
  const declares = has('short', 'fields');
  const includes = has('file');
  return {
    arguments: list,
    declares,
    includes,
    inPreamble: declares || includes || has('name', ...Object.keys(argumentBlocks)) || has('definition'),
  };
}

const CITATION = compileSignature('*[-][-]{cite}');
const REFERENCE = compileSignature('*[-]{o}');
const SILENT: Command = compileSignature('');

const commands = lazily((): ReadonlyMap<string, Command> => {
  const byName = new Map<string, Command>();
  for (const name of silent) byName.set(name, SILENT);
  for (const [signature, names] of signatures) {
    const command = compileSignature(signature);
    for (const name of names.trim().split(/\s+/)) byName.set(name, command);
  }
  return byName;
});

/** The command of that name, without its backslash; undefined where nothing is known of it. */
export function commandOf(name: string): Command | undefined {
  return commands().get(name) ?? namedLike(name);
}

/** What most authors and packages mean by such names: `\citefull{…}`, `\figref{…}`. */
function namedLike(name: string): Command | undefined {
  if (/^[Cc]ite[a-z]*$|cites?$/.test(name)) return CITATION;
  return /[Rr]ef$/.test(name) ? REFERENCE : undefined;
}
