/** Commands about therapies: their facts and comparisons, to read or to insert with citations. */
import { type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeUri } from './active.ts';
import type { Ask } from './ask.ts';
import type { Pages } from './pages.ts';
import { pick } from './pick.ts';

interface Fact {
  readonly id: string;
  readonly therapy: string;
  readonly topic: string;
  readonly statement: string;
  readonly citations: readonly string[];
  readonly notes: readonly string[];
}

interface Therapy {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

/** Makes the commands, by their ids. A therapy that isn't given is asked for. */
export function therapyCommands(client: BaseLanguageClient, ask: Ask, pages: Pages) {
  async function insertFact(therapy = ''): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const fact = await pick('Words of a therapy fact', therapy, async typed =>
      ((await ask<Fact[]>('immunogloss.findFacts', typed, activeUri())) ?? []).map(found => ({
        label: found.statement,
        // Beside a long statement nothing would be seen.
        detail: [found.therapy, found.topic, found.citations.join('; '), ...found.notes].join(' · '),
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

  const therapies = async () => (await ask<Therapy[]>('immunogloss.therapies', activeUri())) ?? [];
  const nameOf = async (therapy: string) =>
    (await therapies()).find(({ id }) => id === therapy)?.name ?? therapy;

  async function pickTherapy(placeholder: string, except?: string): Promise<string | undefined> {
    const items = (await therapies())
      .filter(({ id }) => id !== except)
      .map(({ id, name, summary }) => ({ label: name, detail: summary, id }));
    return (await window.showQuickPick(items, { placeHolder: placeholder }))?.id;
  }

  async function showFacts(therapy?: string): Promise<void> {
    const chosen = therapy ?? (await pickTherapy('Which therapy?'));
    if (chosen === undefined) return;
    const markdown = await ask<string>('immunogloss.showFacts', chosen, activeUri());
    if (markdown !== null) await pages.show(`Facts on ${await nameOf(chosen)}`, markdown);
  }

  async function compareTherapies(therapy?: string): Promise<void> {
    const [one, other] = await pickTwo(therapy);
    if (one === undefined || other === undefined) return;
    const markdown = await ask<string>('immunogloss.compareTherapies', one, other, activeUri());
    if (markdown !== null) await pages.show(`${await nameOf(one)} and ${await nameOf(other)}`, markdown);
  }

  return {
    'immunogloss.insertFact': insertFact,
    'immunogloss.insertComparison': insertComparison,
    'immunogloss.showFacts': showFacts,
    'immunogloss.compareTherapies': compareTherapies,
  };
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
