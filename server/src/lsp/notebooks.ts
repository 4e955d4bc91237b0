/**
 * The notebooks that the editor has open: which cells they have, in which order. Texts are kept by documents.ts,
 * and only of Markdown cells.
 */
import { type NotebookCell, type NotebookCellArrayChange, NotebookCellKind } from 'vscode-languageserver';
import { addressOf, fileUri } from '../core/index.ts';

export interface Notebooks {
  /** The Markdown cells of the notebook that a document is a cell of. */
  readonly cellsAround: (cell: string) => readonly string[] | undefined;
  /** The Markdown cells of a notebook. */
  readonly cells: (notebook: string) => readonly string[];
  readonly open: (notebook: string, cells: readonly NotebookCell[]) => void;
  readonly rearrange: (notebook: string, change: NotebookCellArrayChange) => void;
  readonly close: (notebook: string) => void;
}

interface Cell {
  readonly uri: string;
  readonly isText: boolean;
}

/** Keeps which cells each open notebook has, in their order. */
export function createNotebooks(): Notebooks {
  const cellsOf = new Map<string, readonly Cell[]>();
  const notebookOf = new Map<string, string>();

  function keep(notebook: string, cells: readonly Cell[]): void {
    for (const { uri } of cellsOf.get(notebook) ?? []) notebookOf.delete(uri);
    cellsOf.set(notebook, cells);
    for (const { uri } of cells) notebookOf.set(uri, notebook);
  }

  function textsOf(notebook: string): readonly string[] {
    return (cellsOf.get(notebook) ?? []).filter(cell => cell.isText).map(cell => cell.uri);
  }

  return {
    cells: textsOf,
    cellsAround(cell) {
      const notebook = notebookOf.get(cell);
      return notebook === undefined ? undefined : textsOf(notebook);
    },
    open: (notebook, cells) => keep(notebook, cells.map(toCell)),
    rearrange(notebook, { start, deleteCount, cells = [] }) {
      const before = cellsOf.get(notebook) ?? [];
      keep(notebook, before.toSpliced(start, deleteCount, ...cells.map(toCell)));
    },
    close(notebook) {
      keep(notebook, []);
      cellsOf.delete(notebook);
    },
  };
}

function toCell({ kind, document }: NotebookCell): Cell {
  return { uri: document, isText: kind === NotebookCellKind.Markup };
}

/** The file that a document is, or is a cell of. */
export function fileOf(uri: string): string {
  const { scheme, path } = addressOf(uri);
  return scheme === 'vscode-notebook-cell' ? fileUri(path) : uri;
}
