/** Commands about glossary files of the writer's own: what goes into them, and what comes out of a manuscript. */
import type { Range } from 'vscode-languageserver';
import {
  abbreviationList,
  addToLayer,
  type Conflict,
  importedRows,
  type LayerRow,
  type ListFormat,
  listWriters,
  nameOf,
  termAt,
} from '../../core/index.ts';
import { positionsIn } from '../convert.ts';
import { lined } from '../linedText.ts';
import { Commands } from '../protocol.ts';
import { type CommandHost, type GlossaryTarget, MessageType, type Run, tell, text } from './commandHost.ts';

/** What became of entries that were to be written. */
interface Written {
  /** In words for the writer. */
  readonly message: string;
  /** The glossary file, where there is one to look at. */
  readonly uri?: string;
  /** What was left out, each with its place. */
  readonly conflicts: readonly string[];
}

export const glossaryCommands: Readonly<Record<string, Run>> = {
  async [Commands.glossaryTargets]({ glossaryTargets }, [uri]) {
    return glossaryTargets(text(uri));
  },
  async [Commands.glossaryTerm]({ query }, [uri, range]) {
    const asked = await query(text(uri));
    if (!asked) return null;
    const { content, positions, view } = asked;
    return termAt(view.features, asked.uri, positions.span(content, range as Range)) ?? null;
  },
  async [Commands.addToGlossary](host, [uri, term, target]) {
    const row = rowOf(term);
    if (row === undefined) return null;
    const { message, ...written } = await write(host, text(uri), text(target), [row]);
    const [conflict] = written.conflicts;
    return told(host, Commands.addToGlossary, { ...written, message: conflict ?? message });
  },
  async [Commands.importAbbreviations](host, [uri, files, target]) {
    const rows: LayerRow[] = [];
    const problems: string[] = [];
    for (const file of Array.isArray(files) ? files.map(text) : []) {
      const content = await host.files.read(file);
      if ('problem' in content) {
        problems.push(`${nameOf(file)} ${content.problem.message}.`);
        continue;
      }
      const imported = importedRows(content.text, nameOf(file));
      rows.push(...imported.rows.map(({ row }) => row));
      const place = placer(content.text, nameOf(file));
      problems.push(...imported.problems.map(({ start, message }) => `${place(start)}: ${message}`));
    }
    const { conflicts, ...written } = await write(host, text(uri), text(target), rows);
    return told(host, Commands.importAbbreviations, { ...written, conflicts: [...problems, ...conflicts] });
  },
  async [Commands.exportList]({ query }, [uri, format]) {
    const asked = await query(text(uri));
    if (!asked || !Object.hasOwn(listWriters, text(format))) return null;
    return listWriters[text(format) as ListFormat](abbreviationList(asked.view.manuscript));
  },
};

function rowOf(term: unknown): LayerRow | undefined {
  const { short, long, plural } = (term ?? {}) as Record<string, unknown>;
  if (text(short).trim() === '' || text(long).trim() === '') return undefined;
  return {
    short: text(short).trim(),
    long: text(long).trim(),
    ...(text(plural) !== '' && { plural: text(plural) }),
  };
}

/** Adds rows to one of the glossary files that a document's entries may go to: the nearest, or the one that is named. */
async function write(
  host: CommandHost,
  uri: string,
  wanted: string,
  rows: readonly LayerRow[],
): Promise<Written> {
  const targets = await host.glossaryTargets(uri);
  const target = wanted === '' ? targets[0] : targets.find(each => each.uri === wanted);
  if (target === undefined) return { message: 'There is no folder for a glossary file.', conflicts: [] };
  return host.inTurn(target.uri, () => writeInto(host, target, rows));
}

async function writeInto(
  { currentText, files, write: writeFile, connection, reconfigure, client }: CommandHost,
  target: GlossaryTarget,
  rows: readonly LayerRow[],
): Promise<Written> {
  const open = await currentText(target.uri);
  const isUnsaved = 'text' in open && open.unsaved;
  // An editor may be late to see what is on disk: of a file without unsaved changes, the disk counts.
  const current = isUnsaved ? open : await files.read(target.uri);
  if ('problem' in current && current.problem.kind !== 'missing') {
    return { message: `${target.name} ${current.problem.message}.`, conflicts: [] };
  }
  const before = 'text' in current ? current.text : '';
  const place = placer(before, target.name);
  const added = addToLayer(before, nameOf(target.uri), rows);
  if ('severity' in added) {
    return { message: `${place(added.start)}: ${added.message}`, uri: target.uri, conflicts: [] };
  }
  const conflicts = added.conflicts.map(conflict => conflictMessage(conflict, place));
  const answer = { uri: target.uri, conflicts };
  const { edit } = added;
  if (edit === null) return { ...answer, message: nothingAdded(added.present.length, target) };
  if (isUnsaved) {
    // What is written beside unsaved changes is written among them: saving stays with the writer.
    const positions = positionsIn(client.encoding);
    const range = positions.range(lined(before), edit);
    const change = {
      textDocument: { uri: target.uri, version: open.version },
      edits: [{ range, newText: edit.newText }],
    };
    const { applied } = await connection.workspace.applyEdit({ documentChanges: [change] });
    const unsaved = `${target.name}, which has unsaved changes: save it`;
    return {
      ...answer,
      message: applied ? addedTo(added.added, unsaved) : `${target.name} was not changed.`,
    };
  }
  const problem = await writeFile(
    target.uri,
    before.slice(0, edit.start) + edit.newText + before.slice(edit.end),
  );
  if (problem !== null) return { message: `${target.name} ${problem}.`, conflicts };
  reconfigure();
  return { ...answer, message: addedTo(added.added, target.name) };
}

function addedTo(rows: readonly LayerRow[], name: string): string {
  const [first] = rows;
  const what = rows.length === 1 ? `${first!.short} (${first!.long})` : `${rows.length} abbreviations`;
  return `Added ${what} to ${name}.`;
}

function nothingAdded(present: number, { name }: GlossaryTarget): string {
  return present > 0 ? `${name} has that already.` : `Nothing was added to ${name}.`;
}

function conflictMessage({ row, long, place }: Conflict, placeOf: (offset: number) => string): string {
  const where = place === null ? '' : ` (${placeOf(place.start)})`;
  return `"${row.short}" was left as it is: it stands for "${long}"${where}.`;
}

/** Names places of a text as people and editors do: `terms.csv:3:1`. */
function placer(content: string, name: string): (offset: number) => string {
  const positions = positionsIn('utf-16');
  return offset => {
    const { start } = positions.range(lined(content), { start: offset, end: offset });
    return `${name}:${start.line + 1}:${start.character + 1}`;
  };
}

/** The answer for a client that shows it itself; others are told here. */
function told({ client, connection }: CommandHost, command: string, written: Written): Written {
  if (!client.commands.includes(command)) tell(connection, MessageType.Info, written.message);
  return written;
}
