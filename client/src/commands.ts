/** The commands of the palette and of hover links: each asks the server and shows what it answers. */
import { commands, type Disposable, env, Range, SnippetString, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeUri } from './active.ts';
import { createAsk } from './ask.ts';
import { glossaryCommands, tellOpenTexts, tellSavedGlossaries } from './glossary.ts';
import type { Pages } from './pages.ts';
import { pick } from './pick.ts';
import { switchProfile } from './profiles.ts';
import { therapyCommands } from './therapies.ts';
import { triage } from './triage.ts';

/** The server's commands that we offer ourselves, with a user interface. */
export const commandIds = [
  'immunogloss.lint',
  'immunogloss.lookUp',
  'immunogloss.insertFact',
  'immunogloss.insertComparison',
  'immunogloss.addToGlossary',
  'immunogloss.importAbbreviations',
  'immunogloss.exportList',
  'immunogloss.showFacts',
  'immunogloss.compareTherapies',
  'immunogloss.repairFirstUses',
  'immunogloss.acceptFindings',
  'immunogloss.triage',
  'immunogloss.switchProfile',
  'immunogloss.updateList',
  'immunogloss.showPlace',
];

interface Sense {
  readonly short: string;
  readonly long: string;
}

/** What became of the list; where there is none, how a new one can look. */
interface ListAnswer {
  readonly message?: string;
  readonly styles?: readonly { readonly style: string; readonly label: string }[];
}

/** Registers all commands; they end with what is returned. */
export function registerCommands(
  client: BaseLanguageClient & { restart: () => Promise<void> },
  pages: Pages,
): Disposable[] {
  const ask = createAsk(client);

  async function lint(uri = activeUri()): Promise<void> {
    if (uri !== undefined) await ask('immunogloss.lint', uri);
  }

  async function lookUp(query = selectedText()): Promise<void> {
    const sense = await pick('A short form, or a piece of a long form', query, async typed =>
      ((await ask<Sense[]>('immunogloss.lookUp', typed, activeUri())) ?? []).map(found => ({
        label: found.short,
        description: found.long,
        value: found,
      })),
    );
    if (!sense) return;
    if (await insertDefinition(sense)) return;
    const text = `${sense.long} (${sense.short})`;
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`ImmunoGloss: copied "${text}"`, 3000);
  }

  /** Inserts at the cursor, in the syntax of the document. `false` where no text can stand. */
  async function insertDefinition({ short, long }: Sense): Promise<boolean> {
    const editor = window.activeTextEditor;
    if (!editor) return false;
    const range = client.code2ProtocolConverter.asRange(editor.selection);
    const uri = editor.document.uri.toString();
    const text = await ask<string>('immunogloss.definitionText', uri, range, short, long);
    return text !== null && editor.insertSnippet(new SnippetString().appendText(text));
  }

  async function repairFirstUses(uri = activeUri()): Promise<void> {
    if (uri === undefined) return;
    const count = await ask<number>('immunogloss.repairFirstUses', uri);
    if (count === 0) window.setStatusBarMessage('ImmunoGloss: every definition is at its first use', 3000);
  }

  async function updateAbbreviationList(uri = activeUri(), style?: string): Promise<void> {
    if (uri === undefined) return;
    const answer = await ask<ListAnswer>('immunogloss.updateList', uri, style);
    if (answer?.message !== undefined) window.setStatusBarMessage(`ImmunoGloss: ${answer.message}`, 5000);
    if (answer?.styles === undefined) return;
    const chosen = await window.showQuickPick(answer.styles, {
      placeHolder: 'How should the new list look?',
    });
    if (chosen !== undefined) await updateAbbreviationList(uri, chosen.style);
  }

  async function showPlace(uri: string, start: number, end: number): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const selection = new Range(document.positionAt(start), document.positionAt(end));
    await window.showTextDocument(document, { selection });
  }

  const register = (id: string, run: (...args: never[]) => unknown) => commands.registerCommand(id, run);
  return [
    tellOpenTexts(client),
    tellSavedGlossaries(client),
    ...Object.entries({
      ...glossaryCommands(client, ask, pages),
      ...therapyCommands(client, ask, pages),
    }).map(([id, run]) => register(id, run)),
    register('immunogloss.lint', lint),
    register('immunogloss.lookUp', lookUp),
    register('immunogloss.repairFirstUses', repairFirstUses),
    register(
      'immunogloss.acceptFindings',
      (uri = activeUri()) => uri && ask('immunogloss.acceptFindings', uri),
    ),
    register('immunogloss.switchProfile', (uri = activeUri()) => uri && switchProfile(ask, pages, uri)),
    register('immunogloss.triage', (uri = activeUri()) => uri && triage(client, ask, uri)),
    register('immunogloss.updateList', updateAbbreviationList),
    register('immunogloss.showPlace', showPlace),
    register('immunogloss.showOutput', () => client.outputChannel.show()),
    // One that gave up can't be stopped: it is only started.
    register('immunogloss.restartServer', () => (client.isRunning() ? client.restart() : client.start())),
  ];
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}
