/** The status bar item: how many findings the active manuscript has. A click opens the Problems view. */
import { type Disposable, StatusBarAlignment, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeUris } from './active.ts';

/** `immunogloss/status`, from the server. */
interface DocumentStatus {
  readonly uri: string;
  readonly findings: number;
  readonly abbreviations: number;
  readonly accepted: number;
}

/** Shows in the status bar what the server tells of the active document or notebook; it ends with what is returned. */
export function showStatus(client: BaseLanguageClient): Disposable[] {
  const statuses = new Map<string, DocumentStatus>();
  const item = window.createStatusBarItem('immunogloss.status', StatusBarAlignment.Right, 90);
  item.name = 'ImmunoGloss';
  item.command = 'workbench.actions.view.problems';

  function update(): void {
    const told = activeUris().flatMap(uri => statuses.get(uri) ?? []);
    const [status] = told;
    if (!status) {
      item.hide();
      return;
    }
    const findings = told.reduce((sum, each) => sum + each.findings, 0);
    item.text = `$(book) ${findings}`;
    const accepted =
      status.accepted === 0 ? '' : `; ${counted(status.accepted, 'accepted finding')} not shown`;
    item.tooltip = `ImmunoGloss: ${counted(findings, 'finding')}, ${counted(status.abbreviations, 'abbreviation')} in this manuscript${accepted}`;
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  }

  return [
    item,
    client.onNotification('immunogloss/status', (status: DocumentStatus) => {
      statuses.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
      update();
    }),
    client.onDidChangeState(() => {
      statuses.clear();
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeActiveNotebookEditor(update),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
