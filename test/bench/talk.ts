/** A client that talks to a language server process over real JSON-RPC, and takes the time that it needs. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import {
  createProtocolConnection,
  type Diagnostic,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { plainEnvironment } from './measure.ts';

export class Talk {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #connection: ProtocolConnection;
  #published: (params: PublishDiagnosticsParams) => void = () => {};
  #version = 1;
  #uri = '';

  private constructor(program: string, home: string | undefined) {
    const plain = plainEnvironment();
    const env = home === undefined ? plain : { ...plain, HOME: home, USERPROFILE: home };
    this.process = spawn(process.execPath, [program, '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    const settings = { lint: { run: 'onType' } };
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#published(params),
    );
    this.#connection.onRequest('workspace/configuration', () => [settings]);
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
  }

  /** Starts a server, in a `home` folder of its own if one is given; `ready`: ms until it has answered `initialize`. */
  static async start(
    program: string,
    home?: string,
  ): Promise<{ readonly talk: Talk; readonly ready: number }> {
    const begun = performance.now();
    const talk = new Talk(program, home);
    await talk.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true } },
    });
    const ready = performance.now() - begun;
    await talk.#connection.sendNotification('initialized', {});
    return { talk, ready };
  }

  /** Ends the server and waits until it is gone. */
  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    await this.#connection.sendNotification('exit');
    await gone;
    this.#connection.dispose();
  }

  /** Opens a document in place of the last and waits for its diagnostics. */
  async open(name: string, languageId: string, text: string): Promise<readonly Diagnostic[]> {
    this.#uri = `file:///bench/${name}`;
    this.#version = 1;
    const shown = this.#next();
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId, version: 1, text },
    });
    return (await shown).diagnostics;
  }

  /** Tells the trivial server what to send. */
  async tell(diagnostics: readonly Diagnostic[]): Promise<void> {
    await this.#connection.sendNotification('bench/diagnostics', diagnostics as Diagnostic[]);
  }

  /** Types `text` at a place and waits for the diagnostics of the new text. */
  async type(at: Position, text: string): Promise<void> {
    this.#version++;
    const shown = this.#next();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
    await shown;
  }

  ask(method: 'textDocument/hover' | 'textDocument/completion', position: Position): Promise<unknown> {
    return this.#connection.sendRequest(method, { textDocument: { uri: this.#uri }, position });
  }

  /** Resident memory in MB, where the system tells. */
  residentMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  #next(): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('The server shows nothing.')), 60_000);
      this.#published = params => {
        if (params.uri !== this.#uri || (params.version ?? 0) < this.#version) return;
        clearTimeout(patience);
        resolve(params);
      };
    });
  }
}
