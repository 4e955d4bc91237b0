/** Triage: a list of the abbreviations that are flagged most often, with what can be done about each. */
import {
  commands,
  type QuickInputButton,
  type QuickPickItem,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  type Range as ProtocolRange,
} from 'vscode-languageclient';
import type { Ask } from './ask.ts';

/** `immunogloss.triage`, from the server. */
interface Row {
  readonly short: string;
  readonly places: number;
  readonly uses: number;
  readonly rules: readonly string[];
  readonly message: string;
  readonly uri: string;
  readonly range: ProtocolRange;
}

interface RowItem extends QuickPickItem {
  readonly row: Row;
}

/** A row, and what to do with it: `ask` shows all that can be done. */
interface Choice {
  readonly row: Row;
  readonly what: Kind | 'ask';
}

type Kind = 'fix' | 'glossary' | 'ignore';

const buttons: readonly (QuickInputButton & { readonly kind: Kind })[] = [
  { kind: 'fix', iconPath: new ThemeIcon('check'), tooltip: 'Mend it' },
  { kind: 'glossary', iconPath: new ThemeIcon('book'), tooltip: 'Add to Glossary…' },
  { kind: 'ignore', iconPath: new ThemeIcon('eye-closed'), tooltip: 'Ignore in This Workspace' },
];

/** Goes on until nothing is left, or nothing is picked. */
export async function triage(client: BaseLanguageClient, ask: Ask, uri: string): Promise<void> {
  for (let at = 0; ; ) {
    const rows = (await ask<Row[]>('immunogloss.triage', uri)) ?? [];
    if (rows.length === 0) {
      window.setStatusBarMessage('ImmunoGloss: no abbreviation of this manuscript is flagged', 5000);
      return;
    }
    const choice = await pickRow(rows, at);
    if (choice === undefined) return;
    at = rows.indexOf(choice.row);
    const goesOn = await act(client, choice);
    if (!goesOn) return;
  }
}

function pickRow(rows: readonly Row[], at: number): Promise<Choice | undefined> {
  return new Promise(resolve => {
    const input = window.createQuickPick<RowItem>();
    const end = (choice: Choice | undefined) => {
      resolve(choice);
      input.hide();
    };
    input.title = 'Abbreviations by how often they are flagged';
    input.placeholder = 'Enter shows what can be done';
    input.matchOnDescription = true;
    input.matchOnDetail = true;
    input.items = rows.map(row => ({
      label: row.short,
      description: `${counted(row.places, 'place')} · ${row.rules.join(', ')}`,
      detail: row.message,
      buttons,
      row,
    }));
    input.activeItems = input.items.slice(at, at + 1);
    input.onDidAccept(() => end(input.activeItems[0] && { row: input.activeItems[0].row, what: 'ask' }));
    input.onDidTriggerItemButton(({ item, button }) =>
      end({ row: item.row, what: buttons.find(each => each === button)?.kind ?? 'ask' }),
    );
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Does what was chosen; `false` where the writer went to look at the text instead. */
async function act(client: BaseLanguageClient, { row, what }: Choice): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(row.uri));
  const actions = await actionsFor(client, row);
  const chosen = what === 'ask' ? await pickAction(row, actions) : firstOf(actions, what);
  if (chosen === 'show') {
    const selection = client.protocol2CodeConverter.asRange(row.range);
    await window.showTextDocument(document, { selection });
    return false;
  }
  if (chosen === undefined && what !== 'ask') {
    window.setStatusBarMessage(`ImmunoGloss: nothing of that kind to do for ${row.short}`, 5000);
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(chosen?.edit);
  if (edit) {
    await workspace.applyEdit(edit);
    // What is ignored is ignored at once. The manuscript itself is saved by its writer.
    for (const [changed] of edit.entries()) {
      if (changed.path.endsWith('/immunogloss.yaml'))
        await (await workspace.openTextDocument(changed)).save();
    }
  }
  if (chosen?.command) {
    await commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []));
  }
  return true;
}

/** What the light bulb offers for the row's finding. */
async function actionsFor(client: BaseLanguageClient, { uri, range }: Row): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], only: [CodeActionKind.QuickFix] };
  const params = { textDocument: { uri }, range, context };
  const found: CodeAction[] | null = await client.sendRequest(CodeActionRequest.method, params);
  const { asRange } = client.protocol2CodeConverter;
  const isRows = (other: ProtocolRange) => asRange(other).isEqual(asRange(range));
  return (found ?? []).filter(({ diagnostics }) => diagnostics?.every(each => isRows(each.range)));
}

async function pickAction(
  { short, message }: Row,
  actions: readonly CodeAction[],
): Promise<CodeAction | 'show' | undefined> {
  const items = [
    ...actions.map(action => ({ label: action.title, action })),
    { label: 'Show it in the text', action: 'show' as const },
  ];
  return (await window.showQuickPick(items, { title: short, placeHolder: message }))?.action;
}

function firstOf(actions: readonly CodeAction[], kind: Kind): CodeAction | undefined {
  const of = actions.filter(action => kindOf(action) === kind);
  // Of the places to ignore it in, the widest comes last.
  return kind === 'ignore' ? of.at(-1) : (of.find(({ isPreferred }) => isPreferred) ?? of[0]);
}

function kindOf({ kind }: CodeAction): Kind {
  const name = kind ?? '';
  return name.endsWith('.ignore') ? 'ignore' : name.endsWith('.glossary') ? 'glossary' : 'fix';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
