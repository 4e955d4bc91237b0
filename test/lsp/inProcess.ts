/** A session in this process, over files in memory: what a model can ask thousands of times. */
import type { Connection, Diagnostic, Position, PublishDiagnosticsParams } from 'vscode-languageserver';
import { type Files, parentOf, type Service } from '../../server/src/core/index.ts';
import { readClient } from '../../server/src/lsp/client.ts';
import type { Host } from '../../server/src/lsp/host.ts';
import { createSession, type Session } from '../../server/src/lsp/session.ts';
import { service } from '../bundled.ts';

/** Files by URI. A file among them may be missing, and come back. */
export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;

  constructor(texts: Iterable<readonly [string, string]>) {
    this.texts = new Map(texts);
  }

  readonly read: Files['read'] = async uri => {
    const text = this.texts.get(uri);
    return text === undefined ? { problem: { kind: 'missing', message: 'does not exist' } } : { text };
  };

  readonly list: Files['list'] = async folder => {
    const own = [...this.texts.keys()].filter(uri => parentOf(uri) === folder).sort();
    return own.map(uri => ({ name: decodeURIComponent(uri.slice(folder.length + 1)), uri, kind: 'file' }));
  };

  readonly kind: Files['kind'] = async uri =>
    this.texts.has(uri)
      ? 'file'
      : [...this.texts.keys()].some(each => each.startsWith(`${uri}/`))
        ? 'folder'
        : null;
}

export interface DeskOptions {
  readonly encoding?: string;
  readonly settings?: unknown;
  readonly service?: Service;
  /** Where the client shows what takes long. */
  readonly createWorkDoneProgress?: () => Promise<unknown>;
  /** Writes a file; by default nothing is written, and all goes well. */
  readonly write?: Host['write'];
}

/** A session, and what it shows. */
export class Desk {
  readonly session: Session;
  /** What is shown in each document now. */
  readonly shown = new Map<string, readonly Diagnostic[]>();
  /** What the session told in its output: nothing, unless something went wrong. */
  readonly log: string[] = [];
  /** What the writer was told. */
  readonly messages: string[] = [];
  /** The text that was analysed last, by URI. */
  readonly analysed = new Map<string, string>();

  private constructor(files: Files, options: DeskOptions) {
    const { createWorkDoneProgress } = options;
    const connection = {
      window: { createWorkDoneProgress },
      console: { error: (line: string) => this.log.push(line), warn: (line: string) => this.log.push(line) },
      sendDiagnostics: async ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.shown.set(uri, diagnostics);
      },
      sendNotification: async (_: unknown, params: { message?: string }) => {
        if (params.message !== undefined) this.messages.push(params.message);
      },
    };
    const used = options.service ?? service;
    const client = readClient({
      processId: null,
      rootUri: 'file:///w',
      capabilities: {
        general: { positionEncodings: [options.encoding ?? 'utf-16'] },
        textDocument: { definition: { linkSupport: true } },
        window: { workDoneProgress: createWorkDoneProgress !== undefined },
      },
      initializationOptions: { settings: options.settings },
    });
    this.session = createSession(
      connection as unknown as Connection,
      {
        files,
        home: null,
        rulePages: null,
        write: options.write ?? (async () => null),
        loadService: async () => ({
          ...used,
          inSteps: {
            ...used.inSteps,
            analyze: (document, ...rest) => {
              this.analysed.set(document.uri, document.text);
              return used.inSteps.analyze(document, ...rest);
            },
          },
        }),
      },
      client,
    );
  }

  static async start(files: Files, options: DeskOptions = {}): Promise<Desk> {
    const desk = new Desk(files, options);
    await desk.session.begin();
    return desk;
  }
}

/** Lets the event loop turn until everything that follows a lone edit has been done. */
export async function settled(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve));
}

/** The position of an offset, counted the slow way. */
export function positionOf(text: string, offset: number, encoding: string): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const line = lines.at(-1)!;
  const character =
    encoding === 'utf-8' ? Buffer.byteLength(line) : encoding === 'utf-32' ? [...line].length : line.length;
  return { line: lines.length - 1, character };
}
