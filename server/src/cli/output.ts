/** Where a command writes to, and where it reads from, other than files. */
import { once } from 'node:events';

/** The world outside of a command. */
export interface Terminal {
  /** Writes to standard output, gathered where nobody watches; resolves when there is room for more. */
  readonly print: (text: string) => Promise<void>;
  /** Writes what was gathered. */
  readonly finish: () => Promise<void>;
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
/** UTF-16 units that are gathered for one write: each costs as much as showing some ten findings. */
const GATHERED = 32_768;

/** The terminal of a process. */
export function terminalOf(process: NodeJS.Process): Terminal {
  const { stdout, stderr, env } = process;
  let gathered = '';
  const finish = async (): Promise<void> => {
    const text = gathered;
    gathered = '';
    if (text !== '' && !stdout.write(text)) await once(stdout, 'drain');
  };
  return {
    print: async text => {
      gathered += text;
      if (stdout.isTTY || gathered.length >= GATHERED) await finish();
    },
    finish,
    complain: message => {
      void finish(); // the two may go to one file
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
