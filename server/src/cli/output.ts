/** Where a command writes to, and where it reads from, other than files. */
import { fstatSync, writeSync } from 'node:fs';

/** The world outside of a command. */
export interface Terminal {
  /** Writes to standard output, gathered where nobody watches; resolves when more may come. */
  readonly print: (text: string) => Promise<void>;
  /** Writes what was gathered; resolves when nothing that was written is on its way any more. */
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

/**
 * The terminal of a process.
 * @param descriptor that of its standard output, where it may be written to without Node's streams: loading them takes a
 *   thirtieth of a short run
 * @param onFault told why standard output can take no more
 */
export function terminalOf(
  process: NodeJS.Process,
  descriptor: number | undefined,
  onFault: (error: NodeJS.ErrnoException) => void,
): Terminal {
  const { env } = process;
  let direct = descriptor !== undefined && writesAtOnce(descriptor, process) ? descriptor : undefined;
  const stdout = direct === undefined ? process.stdout.on('error', onFault) : undefined;
  let gathered = '';
  let hasComplained = false;
  const write = async (): Promise<void> => {
    let bytes: Buffer = Buffer.from(gathered);
    gathered = '';
    if (direct !== undefined) {
      bytes = writtenAtOnce(direct, bytes);
      if (bytes.length === 0) return;
      process.stdout.on('error', onFault);
      direct = undefined;
    }
    await written(process.stdout, bytes);
  };
  return {
    print: async text => {
      gathered += text;
      if (stdout?.isTTY || gathered.length >= GATHERED) await write();
    },
    finish: async () => {
      await write();
      if (hasComplained) await written(process.stderr, '');
    },
    complain: message => {
      void write(); // the two may go to one file
      hasComplained = true;
      process.stderr.write(`immunogloss: ${message}\n`);
    },
    note: text => {
      const { stderr } = process;
      if (stderr.isTTY) stderr.write(`\r${text}\u001b[K`);
    },
    colours: wantsColours(env, stdout?.isTTY === true),
    width: stdout?.columns ?? DEFAULT_WIDTH,
  };
}

/** Whether a descriptor is a file, a pipe or a socket of a system on which Node's streams wait for these, too. */
function writesAtOnce(descriptor: number, { platform }: NodeJS.Process): boolean {
  return platform === 'linux' && !fstatSync(descriptor).isCharacterDevice();
}

/** Writes as much as goes: all of it, but to a pipe whose reader has made it one that nobody waits for. Gives the rest. */
function writtenAtOnce(descriptor: number, bytes: Buffer): Buffer {
  let left = bytes;
  try {
    while (left.length > 0) left = left.subarray(writeSync(descriptor, left));
  } catch {
    // What is wrong, Node's stream tells those who listen to it.
  }
  return left;
}

/** Resolves when a text is out, or can't be any more, which the stream tells those who listen to it. */
function written(stream: NodeJS.WriteStream, text: string | Buffer): Promise<unknown> {
  return new Promise(resolve => stream.write(text, resolve));
}

/** force-color.org stands above no-color.org, which stands above what the terminal can do. */
function wantsColours(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}
