/** Commands about glossary files of the writer's own: add to one, import into one, export a manuscript's list. */
import { type Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, FileChangeType } from 'vscode-languageclient';
import { activeUri } from './active.ts';
import type { Ask } from './ask.ts';
import type { Pages } from './pages.ts';

/** A glossary file that an entry may go to. */
interface Target {
  readonly uri: string;
  readonly name: string;
  readonly layer: string;
  readonly exists: boolean;
}

interface Term {
  readonly short: string;
  readonly long?: string;
  readonly plural?: string;
}

interface Written {
  readonly message: string;
  readonly uri?: string;
  readonly conflicts: readonly string[];
}

const formats: readonly (QuickPickItem & { readonly format: string; readonly language: string })[] = [
  {
    label: 'CSV',
    description: 'a glossary file, if kept in .immunogloss/',
    format: 'csv',
    language: 'plaintext',
  },
  { label: 'LaTeX', description: '\\newacronym', format: 'latex', language: 'latex' },
  { label: 'MyST', description: 'front matter', format: 'myst', language: 'yaml' },
  {
    label: 'Quarto',
    description: 'front matter, for the extension "acronyms"',
    format: 'quarto',
    language: 'yaml',
  },
  { label: 'Markdown', description: '*[X]: …', format: 'abbr', language: 'markdown' },
  { label: 'JATS', description: '<def-list>', format: 'jats', language: 'xml' },
];

export const glossaryCommands = (client: BaseLanguageClient, ask: Ask, pages: Pages) => ({
  async 'immunogloss.addToGlossary'(uri = activeUri(), given?: Term, target?: string): Promise<void> {
    if (uri === undefined) return;
    const term = given ?? (await termAtCursor(client, ask, uri));
    const short = term?.short ?? (await window.showInputBox({ prompt: 'Which short form?' }));
    if (!short) return;
    const long = term?.long ?? (await window.showInputBox({ prompt: `What does ${short} stand for?` }));
    if (!long) return;
    const into = target ?? (await pickTarget(ask, uri));
    if (into === undefined) return;
    const row = { short, long, ...(term?.plural !== undefined && { plural: term.plural }) };
    await show(pages, await ask<Written>('immunogloss.addToGlossary', uri, row, into));
  },

  async 'immunogloss.importAbbreviations'(files?: readonly string[], target?: string): Promise<void> {
    const uri = activeUri() ?? '';
    const chosen =
      files ??
      (
        await window.showOpenDialog({
          canSelectMany: true,
          title: 'Import abbreviations from',
          filters: {
            'Tables, glossaries and manuscripts': [
              ...['csv', 'tsv', 'yaml', 'yml', 'json', 'bib', 'tex', 'ltx', 'md', 'qmd', 'rmd'],
              ...['markdown', 'xml', 'html', 'ipynb', 'typ', 'rst', 'org', 'adoc'],
            ],
          },
        })
      )?.map(file => file.toString());
    if (chosen === undefined || chosen.length === 0) return;
    const into = target ?? (await pickTarget(ask, uri));
    if (into === undefined) return;
    await show(pages, await ask<Written>('immunogloss.importAbbreviations', uri, chosen, into));
  },

  async 'immunogloss.exportList'(format?: string): Promise<void> {
    const uri = activeUri();
    if (uri === undefined) return;
    const chosen =
      formats.find(each => each.format === format) ??
      (await window.showQuickPick(formats, { placeHolder: 'How should the list be written?' }));
    if (chosen === undefined) return;
    const content = await ask<string>('immunogloss.exportList', uri, chosen.format);
    if (content === null) return;
    await window.showTextDocument(await workspace.openTextDocument({ content, language: chosen.language }));
  },
});

/** Tells the server of documents that it doesn't follow: bibliographies and glossaries with unsaved changes. */
export function tellOpenTexts(client: BaseLanguageClient): Disposable {
  return client.onRequest('immunogloss/openText', ({ uri }: { readonly uri: string }) => {
    const name = Uri.parse(uri).toString();
    const open = workspace.textDocuments.find(document => document.uri.toString() === name);
    return open === undefined ? null : { text: open.getText(), version: open.version, unsaved: open.isDirty };
  });
}

/** Tells the server of a glossary that was saved here at once: what watches files may be late, or look elsewhere. */
export function tellSavedGlossaries(client: BaseLanguageClient): Disposable {
  return workspace.onDidSaveTextDocument(({ uri }) => {
    // A server that isn't there reads what is on disk when it comes.
    if (!client.isRunning() || !/\/\.immunogloss\/[^/]+$/.test(uri.path)) return;
    const changes = [{ uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Changed }];
    void client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  });
}

/** The abbreviation at the cursor, else what is selected. */
async function termAtCursor(client: BaseLanguageClient, ask: Ask, uri: string): Promise<Term | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri) return undefined;
  const range = client.code2ProtocolConverter.asRange(editor.selection);
  const found = await ask<Term>('immunogloss.glossaryTerm', uri, range);
  const selected = editor.document.getText(editor.selection).trim();
  return found ?? (selected === '' || selected.includes('\n') ? undefined : { short: selected });
}

/** Asks where there is more than one. */
async function pickTarget(ask: Ask, uri: string): Promise<string | undefined> {
  const targets = (await ask<Target[]>('immunogloss.glossaryTargets', uri)) ?? [];
  if (targets.length < 2) return targets[0]?.uri ?? '';
  const items = targets.map(({ name, layer, exists, uri: target }) => ({
    label: name,
    description: `${layer === 'user' ? 'for all that you write' : 'for this workspace'}${exists ? '' : ' (new)'}`,
    target,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Into which glossary?' }))?.target;
}

/** Says what was written, and offers to open it; shows what was left out. */
async function show(pages: Pages, written: Written | null): Promise<void> {
  if (written === null) return;
  const { message, uri, conflicts } = written;
  if (conflicts.length > 1) {
    const lines = conflicts.map(conflict => `- ${conflict.replace(/[\\`*_[\]<]/g, '\\$&')}`);
    await pages.show('Left out', ['# Left out', '', ...lines].join('\n'));
  }
  const said = conflicts.length === 1 && conflicts[0] !== message ? `${message} ${conflicts[0]}` : message;
  // Whoever called us must not wait until somebody has read this.
  void window.showInformationMessage(said, ...(uri === undefined ? [] : ['Open'])).then(async choice => {
    if (choice === 'Open' && uri !== undefined) await window.showTextDocument(Uri.parse(uri));
  });
}
