/** The documents that the editor has open: their text as it stands, kept by incremental synchronisation. */
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { SourceDocument, Span, Text, TextChange } from '../core/types.ts';
import type { Positions } from './convert.ts';
import { type LinedText, lined, replaced } from './linedText.ts';

/** One open document. Its `revision` grows with every edit, whatever the client says of its version. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** As the client counts. */
  readonly version: number;
  /** As we count: no two texts of one session share a revision. */
  readonly revision: number;
  readonly content: LinedText;
  /** The same as an immutable snapshot for the core. */
  readonly source: SourceDocument;
  /** How `source` came out of the snapshot before it, where that was by one edit. */
  readonly edit: { readonly before: SourceDocument; readonly change: TextChange } | undefined;
}

/** A document that is opened. `notebook`: the address of the one that it is a cell of. */
export type OpenedItem = TextDocumentItem & { readonly notebook?: string };

export interface Documents {
  readonly get: (uri: string) => OpenDocument | undefined;
  readonly all: () => Iterable<OpenDocument>;
  readonly open: (item: OpenedItem) => OpenDocument;
  /**
   * Applies changes one after the other, in the order received. `undefined` where the document isn't open.
   * A malformed change throws, and the ones before it stay applied.
   */
  readonly change: (
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ) => OpenDocument | undefined;
  readonly close: (uri: string) => OpenDocument | undefined;
  /** Another number after whatever was opened, edited or closed. */
  readonly revision: () => number;
}

/** Keeps the documents that a client opens, in whose encoding positions are counted. */
export function createDocuments(positions: Positions): Documents {
  const open = new Map<string, OpenDocument>();
  let revisions = 0;

  function keep(
    named: Pick<SourceDocument, 'uri' | 'languageId' | 'notebook'>,
    version: number,
    content: LinedText,
    edit?: OpenDocument['edit'],
  ): OpenDocument {
    const { uri, languageId } = named;
    const source = new Snapshot(named, version, content.text);
    const document = { uri, languageId, version, revision: ++revisions, content, source, edit };
    open.set(uri, document);
    return document;
  }

  return {
    revision: () => revisions,
    get: uri => open.get(uri),
    all: () => open.values(),
    open: ({ uri, languageId, version, text, notebook }) =>
      keep({ uri: String(uri), languageId: String(languageId), notebook }, version, lined(String(text))),
    change(uri, version, changes) {
      const before = open.get(uri);
      if (!before) return undefined;
      let content = before.content;
      let only: TextChange | undefined;
      try {
        for (const change of changes) {
          const span = spanOf(content, change, positions);
          content = replaced(content, span, change.text);
          // Of a whole new text, most is as it was: it is better compared.
          const isOnly = changes.length === 1 && 'range' in change;
          only = isOnly ? { ...span, newLength: change.text.length } : undefined;
        }
      } finally {
        keep(before.source, version, content, only && { before: before.source, change: only });
      }
      return open.get(uri);
    },
    close(uri) {
      const document = open.get(uri);
      if (open.delete(uri)) revisions++;
      return document;
    },
  };
}

/** An open document for the core. Its text is joined only for those who ask for all of it. */
class Snapshot implements SourceDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly notebook: string | undefined;
  readonly version: number;
  readonly #text: Text;

  constructor(
    { uri, languageId, notebook }: Pick<SourceDocument, 'uri' | 'languageId' | 'notebook'>,
    version: number,
    text: Text,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.notebook = notebook;
    this.version = version;
    this.#text = text;
  }

  get text(): string {
    return this.#text.toString();
  }

  get pieces(): Text {
    return this.#text;
  }
}

/** The range of a text that a change replaces. Throws where it says not by what. */
function spanOf(content: LinedText, change: TextDocumentContentChangeEvent, positions: Positions): Span {
  if (typeof change.text !== 'string') throw new TypeError('a change without text');
  return 'range' in change ? positions.span(content, change.range) : { start: 0, end: content.text.length };
}
