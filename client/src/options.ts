/** Which documents the server follows, and what it may do in the editor. */
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { commandIds } from './commands.ts';
import generated from './generated.json' with { type: 'json' };

/** Where people write: not diffs, output panels or chat. */
const schemes = ['file', 'untitled', 'vscode-notebook-cell', 'vscode-vfs'];

/** Files whose language the editor knows by another name, or not at all. */
const pattern = `**/*{${generated.extensions.join(',')}}`;

/** The documents that the server follows. */
export const documentSelector = [
  ...schemes.flatMap(scheme => generated.languages.map(language => ({ scheme, language }))),
  ...schemes.map(scheme => ({ scheme, pattern })),
  { scheme: 'file', pattern: '**/immunogloss.yaml' },
];

/** Crashes within three minutes after which the server stays down, and the writer is told. */
const maxRestartCount = 4;

/** What the language client goes by. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector,
    synchronize: { configurationSection: 'immunogloss' },
    initializationOptions: { commands: commandIds, openTexts: true },
    markdown: { isTrusted: { enabledCommands: generated.linkedCommands }, supportHtml: false },
    outputChannelName: 'ImmunoGloss',
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    connectionOptions: { maxRestartCount },
    diagnosticCollectionName: 'immunogloss',
  };
}
