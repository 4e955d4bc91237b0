/**
 * How messages go out: framed as LSP 3.17, "Base Protocol", says, each in one write.
 *
 * Diagnostics are told whole at every keystroke, and nearly all of them are the objects that were told before:
 * their JSON is kept as bytes, and only what is new in the list is encoded.
 */
import type { Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type Diagnostic,
  type Message,
  type MessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/** The list that was told last of one document. */
interface Told {
  readonly diagnostics: readonly Diagnostic[];
  /** Their JSON, a comma behind each. */
  readonly bytes: Buffer;
  /** Where in `bytes` each begins, and the end of all. */
  readonly starts: Uint32Array;
}

const NOTHING: Told = { diagnostics: [], bytes: Buffer.alloc(0), starts: new Uint32Array(1) };
/** What stands behind the list in the message. */
const END = Buffer.from(']}}');
const published = 'textDocument/publishDiagnostics';

/** Makes the writer of a stream. What is sent in a list of diagnostics must not be changed afterwards. */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  readonly #told = new Map<string, Told>();
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Rejects when the stream can't be written to. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(this.#framed(message), error =>
        error ? reject(this.#failed(error, message)) : resolve(),
      );
    });
  }

  end(): void {
    this.#stream.end();
  }

  #failed(error: Error, message: Message): Error {
    this.fireError(error, message, ++this.#failures);
    return error;
  }

  #framed(message: Message): string | Buffer {
    if (!isPublication(message)) {
      const json = JSON.stringify(message);
      return `${header(Buffer.byteLength(json))}${json}`;
    }
    const { diagnostics, ...params } = message.params;
    const last = this.#told.get(params.uri) ?? NOTHING;
    const told = toldNow(last, diagnostics);
    if (diagnostics.length === 0) this.#told.delete(params.uri);
    else this.#told.set(params.uri, told);
    const head = `${JSON.stringify({ ...message, params }).slice(0, -2)},"diagnostics":[`;
    const list = told.bytes.subarray(0, -1);
    const length = Buffer.byteLength(head) + list.length + END.length;
    return Buffer.concat([Buffer.from(header(length) + head), list, END]);
  }
}

function header(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}

function isPublication(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  return 'method' in message && message.method === published;
}

/** A list as bytes: what is in the last one, too, is taken from there. */
function toldNow(last: Told, diagnostics: readonly Diagnostic[]): Told {
  const before = last.diagnostics;
  const shorter = Math.min(before.length, diagnostics.length);
  let from = 0;
  while (from < shorter && before[from] === diagnostics[from]) from++;
  if (from === diagnostics.length && from === before.length) return last;
  let kept = 0;
  while (kept < shorter - from && before.at(-1 - kept) === diagnostics.at(-1 - kept)) kept++;

  const to = diagnostics.length - kept;
  const behind = before.length - kept;
  const indexBefore = finder(before, from, behind, diagnostics.length);
  const starts = new Uint32Array(diagnostics.length + 1);
  starts.set(last.starts.subarray(0, from + 1));
  const parts: Buffer[] = [];
  // What stood side by side before is taken in one stretch.
  let taken = 0;
  let taking = 0;
  const finish = (): void => {
    if (taking > taken) parts.push(last.bytes.subarray(last.starts[taken], last.starts[taking]));
    taken = taking;
  };
  const take = (index: number, count: number): void => {
    if (index !== taking) {
      finish();
      taken = index;
    }
    taking = index + count;
  };
  take(0, from);
  for (let index = from; index < to; index++) {
    const each = diagnostics[index]!;
    const known = indexBefore(each, index);
    if (known === undefined) {
      finish();
      const bytes = Buffer.from(`${JSON.stringify(each)},`);
      parts.push(bytes);
      starts[index + 1] = starts[index]! + bytes.length;
    } else {
      take(known, 1);
      starts[index + 1] = starts[index]! + last.starts[known + 1]! - last.starts[known]!;
    }
  }
  take(behind, kept);
  finish();
  const moved = starts[to]! - last.starts[behind]!;
  for (let index = 1; index <= kept; index++) starts[to + index] = last.starts[behind + index]! + moved;
  return { diagnostics, bytes: Buffer.concat(parts), starts };
}

/** Finds what stood between two places of a list before; in a list of the same length, where it stands now. */
function finder(
  before: readonly Diagnostic[],
  from: number,
  to: number,
  length: number,
): (each: Diagnostic, index: number) => number | undefined {
  if (length === before.length) return (each, index) => (before[index] === each ? index : undefined);
  const known = new Map<Diagnostic, number>();
  for (let index = from; index < to; index++) known.set(before[index]!, index);
  return each => known.get(each);
}
