/** Where a command writes to, and where it reads from, other than files. */
import { once } from 'node:events';

/** The world outside of a command. */
export interface Terminal {
  /** Writes to standard output; resolves when there is room for more. */
  readonly print: (text: string) => Promise<void>;
  /** Tells the user something on standard error. */
  readonly complain: (message: string) => void;
  /** Shows a text in the last line of a terminal, in place of the one before, for as long as nothing else is written. */
  readonly note: (text: string) => void;
  /** Whether standard output shows colours. */
  readonly colours: boolean;
  /** Its width in columns. */
  readonly width: number;
}

const DEFAULT_WIDTH = 100;

/** The terminal of a process. */
export function terminalOf(process: NodeJS.Process): Terminal {
  const { stdout, stderr, env } = process;
  return {
    print: async text => {
      if (text !== '' && !stdout.write(text)) await once(stdout, 'drain');
    },
    complain: message => {
      stderr.write(`immunogloss: ${message}\n`);
    },
    note: text => {
      if (stderr.isTTY) stderr.write(`\r${text}\u001b[K`);
    },
    colours: wantsColours(env, stdout.isTTY === true),
    width: stdout.columns ?? DEFAULT_WIDTH,
  };
}

/** force-color.org stands above no-color.org, which stands above what the terminal can do. */
function wantsColours(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}
