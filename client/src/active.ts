/** What the writer has in front of them. */
import { NotebookCellKind, window } from 'vscode';

/** The address of the document in the active editor; of a notebook in which no cell is edited, its first Markdown cell's. */
export function activeUri(): string | undefined {
  return window.activeTextEditor?.document.uri.toString() ?? cellUris()[0];
}

/** The addresses of all documents in the active editor: of a notebook, its Markdown cells'. */
export function activeUris(): readonly string[] {
  const cells = cellUris();
  if (cells.length > 0) return cells;
  const uri = activeUri();
  return uri === undefined ? [] : [uri];
}

function cellUris(): readonly string[] {
  const cells = window.activeNotebookEditor?.notebook.getCells() ?? [];
  return cells
    .filter(({ kind }) => kind === NotebookCellKind.Markup)
    .map(({ document }) => document.uri.toString());
}
