/** The commands of the palette and of hover links: each asks the server and shows what it answers. */
import {
  commands,
  type Disposable,
  env,
  Range,
  SnippetString,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createAsk } from './ask.ts';
import { glossaryCommands, tellOpenTexts, tellSavedGlossaries } from './glossary.ts';
import type { Pages } from './pages.ts';
import { pick } from './pick.ts';
import { switchProfile } from './profiles.ts';
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

interface Fact {
  readonly id: string;
  readonly therapy: string;
  readonly topic: string;
  readonly statement: string;
  readonly citations: readonly string[];
  readonly notes: readonly string[];
}

/** What became of the list; where there is none, how a new one can look. */
interface ListAnswer {
  readonly message?: string;
  readonly styles?: readonly { readonly style: string; readonly label: string }[];
}

interface Therapy {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
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
    const text = `${sense.long} (${sense.short})`;
    if (await insert(text)) return;
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`ImmunoGloss: copied “${text}”`, 3000);
  }

  async function insertFact(therapy = ''): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const fact = await pick('Words of a therapy fact', therapy, async typed =>
      ((await ask<Fact[]>('immunogloss.findFacts', typed, activeUri())) ?? []).map(found => ({
        label: found.statement,
        description: `${found.therapy} · ${found.topic}`,
        detail: [found.citations.join('; '), ...found.notes].join(' · '),
        value: found,
      })),
    );
    if (!fact) return;
    await insertCiting(editor, 'immunogloss.insertFact', fact.id);
  }

  /** Inserts at the cursor; where the manuscript names no bibliography, the writer is asked for one. */
  async function insertCiting(editor: TextEditor, command: string, ...what: string[]): Promise<void> {
    const uri = editor.document.uri.toString();
    const named = (await ask<string[]>('immunogloss.bibliographies', uri)) ?? [];
    const bibliography = named.length > 0 ? '' : await pickBibliography();
    if (bibliography === undefined) return;
    const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
    await ask(command, uri, position, ...what, bibliography);
  }

  async function insertComparison(...therapies: (string | undefined)[]): Promise<void> {
    const editor = window.activeTextEditor;
    const [one, other] = editor === undefined ? [] : await pickTwo(...therapies);
    if (editor === undefined || one === undefined || other === undefined) return;
    await insertCiting(editor, 'immunogloss.insertComparison', one, other);
  }

  /** Asks for those of two therapies that aren't given. */
  async function pickTwo(
    first?: string,
    second?: string,
  ): Promise<readonly [string | undefined, string | undefined]> {
    const one = first ?? (await pickTherapy('Compare which therapy?'));
    return [one, one === undefined ? undefined : (second ?? (await pickTherapy('With which one?', one)))];
  }

  async function pickTherapy(placeholder: string, except?: string): Promise<string | undefined> {
    const therapies = (await ask<Therapy[]>('immunogloss.therapies', activeUri())) ?? [];
    const items = therapies
      .filter(({ id }) => id !== except)
      .map(({ id, name, summary }) => ({ label: name, detail: summary, id }));
    return (await window.showQuickPick(items, { placeHolder: placeholder }))?.id;
  }

  async function showFacts(therapy?: string): Promise<void> {
    const chosen = therapy ?? (await pickTherapy('Which therapy?'));
    if (chosen === undefined) return;
    const markdown = await ask<string>('immunogloss.showFacts', chosen, activeUri());
    if (markdown !== null) await pages.show(`Facts on ${chosen}`, markdown);
  }

  async function compareTherapies(therapy?: string): Promise<void> {
    const [one, other] = await pickTwo(therapy);
    if (one === undefined || other === undefined) return;
    const markdown = await ask<string>('immunogloss.compareTherapies', one, other, activeUri());
    if (markdown !== null) await pages.show(`${one} and ${other}`, markdown);
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
    ...Object.entries(glossaryCommands(client, ask, pages)).map(([id, run]) => register(id, run)),
    register('immunogloss.insertComparison', insertComparison),
    register('immunogloss.lint', lint),
    register('immunogloss.lookUp', lookUp),
    register('immunogloss.insertFact', insertFact),
    register('immunogloss.showFacts', showFacts),
    register('immunogloss.compareTherapies', compareTherapies),
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

function activeUri(): string | undefined {
  return window.activeTextEditor?.document.uri.toString();
}

/** Bibliographies of the workspace that are offered, at most. */
const mostBibliographies = 50;

/** One of the workspace's bibliographies; empty for none of them; `undefined` where nothing was chosen. */
async function pickBibliography(): Promise<string | undefined> {
  const pattern = '**/{*.bib,references.json,references.yaml,references.yml}';
  const found = await workspace.findFiles(pattern, '**/node_modules/**', mostBibliographies);
  if (found.length === 0) return '';
  const none = { label: 'None: insert only the citation', uri: '' };
  const items = found.map(uri => ({ label: workspace.asRelativePath(uri), uri: uri.toString() }));
  const placeHolder = 'The manuscript names no bibliography. Which file holds its references?';
  return (await window.showQuickPick([...items, none], { placeHolder }))?.uri;
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}

/** Inserts text at the cursor. `false` where no editor takes it. */
async function insert(text: string): Promise<boolean> {
  const editor = window.activeTextEditor;
  if (!editor) return false;
  return editor.insertSnippet(new SnippetString().appendText(text));
}
