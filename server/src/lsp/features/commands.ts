/** Commands: what a palette or a hover link asks for. */
import type { ExecuteCommandParams, Range } from 'vscode-languageserver';
import { definitionText, insertedText, lookup, repairFirstUses } from '../../core/index.ts';
import { Commands } from '../protocol.ts';
import { type CommandHost, type Run, text } from './commandHost.ts';
import { findingCommands } from './findingCommands.ts';
import { glossaryCommands } from './glossaryCommands.ts';
import { listCommands } from './listCommands.ts';
import { profileCommands } from './profileCommands.ts';
import { therapyCommands } from './therapyCommands.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** Answers that a quick pick can show. */
const mostAnswers = 50;

const runs: Readonly<Record<string, Run>> = {
  ...therapyCommands,
  ...glossaryCommands,
  ...findingCommands,
  ...profileCommands,
  ...listCommands,
  async [Commands.lint]({ lint, openUris }, [uri]) {
    for (const each of typeof uri === 'string' ? [uri] : openUris()) await lint(each);
    return null;
  },
  async [Commands.lookUp]({ knowledge }, [query, uri]) {
    const { search, service } = await knowledge(text(uri));
    return lookup(search, service.glossary, text(query), mostAnswers);
  },
  async [Commands.definitionText]({ query }, [uri, range, short, long]) {
    const asked = await query(text(uri));
    const analysis = asked?.view.analysis(asked.uri);
    if (!asked || !analysis) return null;
    const span = asked.positions.span(asked.content, range as Range);
    const newText = definitionText(analysis.format, text(short), text(long));
    return insertedText(analysis, { ...span, newText }) ?? null;
  },
  async [Commands.repairFirstUses]({ connection, query }, [uri]) {
    const asked = await query(text(uri));
    if (!asked) return null;
    const { service, manuscript, configuration } = asked.view;
    const { edits, mended } = repairFirstUses(service, manuscript, configuration);
    const review = 'Put every definition at the first use';
    const edit = workspaceEdit(asked, [...edits.values()].flat(), { review });
    if (mended.length > 0 && edit) await connection.workspace.applyEdit(edit);
    return mended.length;
  },
};

/** Runs a command; `null` for one that isn't ours. */
export async function execute(
  host: CommandHost,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<unknown> {
  const run = Object.hasOwn(runs, command) ? runs[command] : undefined;
  return run ? run(host, Array.isArray(args) ? args : []) : null;
}
