/** What the writer has in front of them. */
import { window } from 'vscode';

/** The address of the document in the active editor. */
export function activeUri(): string | undefined {
  return window.activeTextEditor?.document.uri.toString();
}
