/** The built language server as a process, and an editor's side of the talk with it, over real JSON-RPC. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { after } from 'node:test';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { StreamWriter } from '../../server/src/lsp/messageWriter.ts';
import { uriOf } from '../../server/src/node/index.ts';

const program = resolve('dist/server.js');

/** Milliseconds without a word from the server after which none will come, on however slow a machine. */
const inVain = 600_000;

/** What our own client can do, as far as it matters to the server. */
export const capabilities: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: { definition: { linkSupport: true } },
};

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  /** The section `immunogloss`. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
}

/** An open document: the editor's own copy of its text, and its version. */
interface Page {
  text: string;
  version: number;
}

const running: Editor[] = [];
after(() => {
  for (const editor of running) editor.stop();
});

/** An editor with a folder of its own, talking to a server of its own. Both go when the file's tests are done. */
export class Editor {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'immunogloss lsp é ')));
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly connection: ProtocolConnection;
  /** Every `publishDiagnostics`, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** Every line of `window/logMessage`. */
  readonly log: string[] = [];
  readonly statuses: unknown[] = [];
  /** The edits that the server asked for through `workspace/applyEdit`. */
  readonly applied: unknown[] = [];
  initialized!: InitializeResult;
  settings: unknown;
  readonly #pages = new Map<string, Page>();
  /** Who waits for what comes in. */
  readonly #waiting = new Set<() => void>();
  readonly #wake = () => {
    for (const wake of this.#waiting) wake();
  };
  /** Resolves once the server was told the settings that it asked for. */
  readonly #isSet: Promise<void>;

  private constructor() {
    this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    // A message in one write: raw bytes that a test sends meanwhile don't come between its header and its body.
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamWriter(this.process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.#wake();
    });
    this.connection.onNotification('immunogloss/status', status => {
      this.statuses.push(status);
      this.#wake();
    });
    this.#isSet = new Promise(resolve => {
      this.connection.onRequest('workspace/configuration', () => {
        resolve();
        return [this.settings ?? null];
      });
    });
    this.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  /** Starts a server, without a word to it. */
  static connect(): Editor {
    const editor = new Editor();
    running.push(editor);
    return editor;
  }

  /** Starts a server, greets it, and tells its settings, however long it takes to ask. */
  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = Editor.connect();
    editor.settings = options.settings;
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: editor.uri(''),
      workspaceFolders: [{ uri: editor.uri(''), name: 'manuscripts' }],
      capabilities: { ...capabilities, ...options.capabilities },
      initializationOptions: options.initializationOptions,
    };
    editor.initialized = await editor.connection.sendRequest('initialize', params);
    await editor.connection.sendNotification('initialized', {});
    // What is opened before is shown by the defaults where the machine is too busy to answer within a second.
    if (params.capabilities.workspace?.configuration) await editor.#isSet;
    return editor;
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The address of a file in the editor's folder, spelt as VS Code does it. */
  uri(name: string): string {
    return uriOf(join(this.folder, name));
  }

  /** Writes a file to the editor's folder. */
  put(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return this.uri(name);
  }

  text(uri: string): string {
    return this.#pages.get(uri)!.text;
  }

  /** Keeps the text of a document that is opened by other means: a notebook's cell. */
  keep(uri: string, text: string): void {
    this.#pages.set(uri, { text, version: 1 });
  }

  /** Opens a document and waits for what is shown in it. `name` may be a whole URI. */
  async open(name: string, text: string, languageId = 'markdown'): Promise<readonly Diagnostic[]> {
    const uri = name.includes(':') ? name : this.uri(name);
    this.#pages.set(uri, { text, version: 1 });
    const before = this.published.length;
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return this.#shown(uri, 1, before);
  }

  /** Replaces what `find` finds, as typing does, and waits for what is shown then. */
  async replace(uri: string, find: string, replacement: string): Promise<readonly Diagnostic[]> {
    const page = this.#pages.get(uri)!;
    const at = page.text.indexOf(find);
    if (at < 0) throw new Error(`no "${find}" in ${uri}`);
    const range = { start: this.at(uri, at), end: this.at(uri, at + find.length) };
    page.text = page.text.slice(0, at) + replacement + page.text.slice(at + find.length);
    return this.change(uri, { range, text: replacement });
  }

  /** Sends raw changes and waits for what is shown then. */
  async change(
    uri: string,
    ...contentChanges: TextDocumentContentChangeEvent[]
  ): Promise<readonly Diagnostic[]> {
    const version = ++this.#pages.get(uri)!.version;
    const before = this.published.length;
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return this.#shown(uri, version, before);
  }

  async save(uri: string): Promise<readonly Diagnostic[]> {
    const before = this.published.length;
    await this.notify('textDocument/didSave', { textDocument: { uri } });
    return this.#shown(uri, this.#pages.get(uri)!.version, before);
  }

  async close(uri: string): Promise<void> {
    this.#pages.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Changes the settings, and waits for what is shown in a document then. */
  async configure(settings: unknown, uri: string): Promise<readonly Diagnostic[]> {
    this.settings = settings;
    const before = this.published.length;
    await this.notify('workspace/didChangeConfiguration', { settings: null });
    return this.#shown(uri, this.#pages.get(uri)!.version, before);
  }

  /** Asks about a place: where `find` begins in the document, plus `ahead`. */
  ask<R>(method: string, uri: string, find: string, ahead = 1, more: object = {}): Promise<R> {
    const position = this.at(uri, this.text(uri).indexOf(find) + ahead);
    return this.request(method, { textDocument: { uri }, position, ...more });
  }

  command<R>(command: string, ...args: unknown[]): Promise<R> {
    return this.request('workspace/executeCommand', { command, arguments: args });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** The position of an offset, counted in UTF-16. */
  at(uri: string, offset: number): Position {
    const lines = this.text(uri)
      .slice(0, offset)
      .split(/\r\n|\r|\n/);
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  }

  /** The text in a range, counted in UTF-16. */
  textIn(uri: string, { start, end }: Range): string {
    const text = this.text(uri);
    const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(match => match.index + match[0].length)];
    return text.slice(starts[start.line]! + start.character, starts[end.line]! + end.character);
  }

  /** Waits until `found` finds something in what has come in; fails where nothing comes any more. */
  async until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      await new Promise<void>((resume, fail) => {
        const patience = setTimeout(() => fail(new Error(`waited in vain; log: ${this.log}`)), inVain);
        const wake = () => {
          clearTimeout(patience);
          this.#waiting.delete(wake);
          resume();
        };
        this.#waiting.add(wake);
      });
    }
  }

  async #shown(uri: string, version: number, since: number): Promise<readonly Diagnostic[]> {
    const { diagnostics } = await this.until(() =>
      this.published.slice(since).find(params => params.uri === uri && (params.version ?? 0) >= version),
    );
    return diagnostics;
  }
}

/** The findings as `rule: text`, for reading. */
export function named(editor: Editor, uri: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range }) => `${code}: ${editor.textIn(uri, range)}`);
}

/** A diagnostic's message; LSP 3.18 would allow Markdown there. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}
