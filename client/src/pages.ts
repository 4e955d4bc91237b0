/** Read-only pages of Markdown, shown as preview beside the manuscript. */
import { commands, Disposable, EventEmitter, Uri, workspace } from 'vscode';

const scheme = 'immunogloss';

export interface Pages extends Disposable {
  readonly show: (title: string, markdown: string) => Promise<void>;
}

/** Makes the pages that nobody can edit; they end with what is returned. */
export function createPages(): Pages {
  const texts = new Map<string, string>();
  const changes = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: uri => texts.get(uri.path) ?? '',
  });
  return {
    dispose: () => Disposable.from(registration, changes).dispose(),
    async show(title, markdown) {
      const uri = Uri.from({ scheme, path: `/${title}.md` });
      texts.set(uri.path, markdown);
      changes.fire(uri); // one that is open says what is so now
      await commands.executeCommand('markdown.showPreviewToSide', uri);
    },
  };
}
