/** Read-only pages of Markdown, shown as preview beside the manuscript. */
import { commands, type Disposable, Uri, workspace } from 'vscode';

const scheme = 'immunogloss';

export interface Pages extends Disposable {
  readonly show: (title: string, markdown: string) => Promise<void>;
}

/** Makes the pages that nobody can edit; they end with what is returned. */
export function createPages(): Pages {
  const texts = new Map<string, string>();
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: uri => texts.get(uri.path) ?? '',
  });
  return {
    dispose: () => registration.dispose(),
    async show(title, markdown) {
      const uri = Uri.from({ scheme, path: `/${title}.md` });
      texts.set(uri.path, markdown);
      await commands.executeCommand('markdown.showPreviewToSide', uri);
    },
  };
}
