/** What a client tells of notebooks, as what it means for their cells: each is a document. */
import type {
  DidChangeNotebookDocumentParams,
  DidChangeTextDocumentParams,
  DidCloseNotebookDocumentParams,
  DidOpenNotebookDocumentParams,
  DidSaveNotebookDocumentParams,
  TextDocumentItem,
} from 'vscode-languageserver';
import type { OpenedItem } from './documents.ts';
import type { Notebooks } from './notebooks.ts';
import type { Publisher } from './publisher.ts';

export interface NotebookCalls {
  readonly notebookOpened: (params: DidOpenNotebookDocumentParams) => void;
  readonly notebookEdited: (params: DidChangeNotebookDocumentParams) => void;
  readonly notebookSaved: (params: DidSaveNotebookDocumentParams) => Promise<void>;
  readonly notebookClosed: (params: DidCloseNotebookDocumentParams) => void;
}

/** What happens to a cell. */
export interface CellHost {
  readonly open: (cell: OpenedItem) => void;
  readonly edit: (
    uri: string,
    version: number,
    changes: DidChangeTextDocumentParams['contentChanges'],
  ) => void;
  readonly close: (uri: string) => void;
  /** Which documents belong together may have changed. */
  readonly rearrange: () => void;
  readonly publisher: Pick<Publisher, 'edited' | 'saved'>;
}

/** Makes the calls about notebooks from those about documents: each cell is one. */
export function createNotebookCalls(
  notebooks: Notebooks,
  { open, edit, close, rearrange, publisher }: CellHost,
): NotebookCalls {
  const openIn = (notebook: string, cell: TextDocumentItem): void =>
    open({ ...cell, notebook, languageId: notebooks.languageOf(cell) });
  return {
    notebookOpened({ notebookDocument: { uri, cells }, cellTextDocuments }) {
      notebooks.open(uri, cells, cellTextDocuments);
      rearrange();
      for (const cell of cellTextDocuments) openIn(uri, cell);
    },
    notebookEdited({ notebookDocument: { uri }, change: { cells = {} } }) {
      const { structure, textContent = [] } = cells;
      if (structure) {
        notebooks.rearrange(uri, structure);
        rearrange();
        for (const cell of structure.didClose ?? []) close(cell.uri);
        for (const cell of structure.didOpen ?? []) openIn(uri, cell);
      }
      for (const { document, changes } of textContent) edit(document.uri, document.version, changes);
      const [first] = notebooks.cells(uri);
      if (structure && first !== undefined) publisher.edited(first);
    },
    async notebookSaved({ notebookDocument: { uri } }) {
      const [first] = notebooks.cells(uri);
      if (first !== undefined) await publisher.saved(first);
    },
    notebookClosed({ notebookDocument: { uri }, cellTextDocuments }) {
      notebooks.close(uri);
      rearrange();
      for (const cell of cellTextDocuments) close(cell.uri);
    },
  };
}
