/** What the writer has in front of them. */
import { NotebookCellKind, window } from 'vscode';

/** The address of the document in the active editor; of a notebook in which no cell is edited, its first Markdown cell's. */
export function activeUri(): string | undefined {
  const text = activeCells().find(({ kind }) => kind === NotebookCellKind.Markup);
  return (window.activeTextEditor?.document ?? text?.document)?.uri.toString();
}

/** The addresses of all documents in the active editor: of a notebook, its cells'. */
export function activeUris(): readonly string[] {
  const cells = activeCells();
  if (cells.length > 0) return cells.map(({ document }) => document.uri.toString());
  const uri = activeUri();
  return uri === undefined ? [] : [uri];
}

const activeCells = () => window.activeNotebookEditor?.notebook.getCells() ?? [];
