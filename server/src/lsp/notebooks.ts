/** The notebooks that the editor has open: which cells they have, in which order. Texts are kept by documents.ts. */
import {
  type NotebookCell,
  type NotebookCellArrayChange,
  NotebookCellKind,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { addressOf, CellLanguages, fileUri } from '../core/index.ts';

export interface Notebooks {
  /** The cells of the notebook that a document is a cell of. */
  readonly cellsAround: (cell: string) => readonly string[] | undefined;
  /** The cells of a notebook. */
  readonly cells: (notebook: string) => readonly string[];
  /** What the core calls the language of a cell: code is read alike, whatever it is written in. */
  readonly languageOf: (cell: Pick<TextDocumentItem, 'uri' | 'languageId'>) => string;
  /** `texts`: those of its cells whose texts the client sends. Others count for nothing. */
  readonly open: (notebook: string, cells: readonly NotebookCell[], texts: readonly Named[]) => void;
  readonly rearrange: (notebook: string, change: StructureChange) => void;
  readonly close: (notebook: string) => void;
}

type Named = Pick<TextDocumentItem, 'uri'>;

/** Cells that come, go or move, with the texts that do. */
export interface StructureChange {
  readonly array: NotebookCellArrayChange;
  readonly didOpen?: readonly Named[];
  readonly didClose?: readonly Named[];
}

/** As editors call it: what a cell of code is that isn't run. */
const RAW = 'raw';

/** Keeps which cells each open notebook has, in their order. */
export function createNotebooks(): Notebooks {
  const cellsOf = new Map<string, readonly NotebookCell[]>();
  const kindOf = new Map<string, NotebookCellKind>();
  const notebookOf = new Map<string, string>();
  const sent = new Set<string>();

  /** A client that tells of cells that are none is told nothing of these, and of the others as ever. */
  function keep(notebook: string, told: readonly NotebookCell[]): void {
    const cells = told.filter(cell => typeof cell?.document === 'string');
    for (const { document } of cellsOf.get(notebook) ?? []) {
      notebookOf.delete(document);
      kindOf.delete(document);
    }
    cellsOf.set(notebook, cells);
    for (const { document, kind } of cells) {
      notebookOf.set(document, notebook);
      kindOf.set(document, kind);
    }
  }

  function urisOf(notebook: string): readonly string[] {
    return (cellsOf.get(notebook) ?? []).map(({ document }) => document).filter(uri => sent.has(uri));
  }

  return {
    cells: urisOf,
    cellsAround(cell) {
      const notebook = notebookOf.get(cell);
      return notebook === undefined ? undefined : urisOf(notebook);
    },
    languageOf({ uri, languageId }) {
      if (kindOf.get(uri) !== NotebookCellKind.Code) return languageId;
      return languageId === RAW ? CellLanguages.raw : CellLanguages.code;
    },
    open(notebook, cells, texts) {
      keep(notebook, cells);
      for (const { uri } of texts) sent.add(uri);
    },
    rearrange(notebook, { array: { start, deleteCount, cells = [] }, didOpen = [], didClose = [] }) {
      keep(notebook, (cellsOf.get(notebook) ?? []).toSpliced(start, deleteCount, ...cells));
      for (const { uri } of didClose) sent.delete(uri);
      for (const { uri } of didOpen) sent.add(uri);
    },
    close(notebook) {
      for (const uri of urisOf(notebook)) sent.delete(uri);
      keep(notebook, []);
      cellsOf.delete(notebook);
    },
  };
}

/** The file that a document is, or is a cell of. */
export function fileOf(uri: string): string {
  const { scheme, path } = addressOf(uri);
  return scheme === 'vscode-notebook-cell' ? fileUri(path) : uri;
}
