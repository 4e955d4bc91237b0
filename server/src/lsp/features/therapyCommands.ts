/** Commands about therapies: what is known of them, and how it gets into the manuscript with its citations. */
import type { Position } from 'vscode-languageserver';
import {
  citation,
  citedIn,
  citeFrom,
  comparison,
  comparisonMarkdown,
  comparisonTable,
  type Destination,
  factNotes,
  factSentence,
  facts,
  factsMarkdown,
  findBibliographies,
  insertableFacts,
  insertedText,
  nameOf,
  type Reference,
  shortReference,
} from '../../core/index.ts';
import { Commands } from '../protocol.ts';
import type { Query } from '../query.ts';
import { type CommandHost, MessageType, type Run, tell, text } from './commandHost.ts';
import { type FileText, workspaceEdit } from './workspaceEdit.ts';

export const therapyCommands: Readonly<Record<string, Run>> = {
  async [Commands.findFacts]({ knowledge }, [query, uri]) {
    const { glossary } = (await knowledge(text(uri))).service;
    const names = new Map(glossary.therapies.map(({ id, name }) => [id, name]));
    return insertableFacts(glossary, text(query)).map(found => ({
      id: found.fact.id,
      therapy: names.get(found.fact.therapy) ?? found.fact.therapy,
      topic: found.fact.topic,
      statement: found.fact.statement,
      citations: found.citable.map(shortReference),
      notes: factNotes(found),
    }));
  },
  async [Commands.bibliographies]({ query, files }, [uri]) {
    const asked = await query(text(uri));
    return asked ? findBibliographies(asked.view.manuscript.analyses, files) : [];
  },
  async [Commands.insertFact](host, [uri, position, id, bibliography]) {
    const asked = await host.query(text(uri));
    const fact = asked && insertableFacts(asked.view.service.glossary, '').find(each => each.fact.id === id);
    if (!asked || !fact) return null;
    await insert(host, asked, {
      position: position as Position,
      bibliography: text(bibliography),
      references: fact.citable,
      write: destination => factSentence(fact, destination),
    });
    return null;
  },
  async [Commands.insertComparison](host, [uri, position, one, other, bibliography]) {
    const asked = await host.query(text(uri));
    const compared = asked && comparison(asked.view.service.glossary, text(one), text(other));
    if (!asked || !compared) return null;
    await insert(host, asked, {
      position: position as Position,
      bibliography: text(bibliography),
      references: citedIn(compared),
      write: destination => comparisonTable(compared, destination),
    });
    return null;
  },
  async [Commands.cite](host, [uri, position, id]) {
    const asked = await host.query(text(uri));
    const reference = asked?.view.service.glossary.references.get(text(id));
    if (!asked || !reference) return null;
    await insert(host, asked, {
      position: position as Position,
      bibliography: '',
      references: [reference],
      write: destination => ` ${citation([reference], destination)}`,
    });
    return null;
  },
  async [Commands.therapies]({ knowledge }, [uri]) {
    const { therapies } = (await knowledge(text(uri))).service.glossary;
    return therapies
      .map(({ id, name, summary }) => ({ id, name, summary }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  },
  async [Commands.showFacts]({ knowledge }, [therapy, uri]) {
    const report = facts((await knowledge(text(uri))).service.glossary, text(therapy));
    return report ? factsMarkdown(report) : null;
  },
  async [Commands.compareTherapies]({ knowledge }, [one, other, uri]) {
    const compared = comparison((await knowledge(text(uri))).service.glossary, text(one), text(other));
    return compared ? comparisonMarkdown(compared) : null;
  },
};

/** What is to be inserted, and where. */
interface Citing {
  readonly position: Position;
  /** The file that the writer picked; empty for those that the manuscript names. */
  readonly bibliography: string;
  readonly references: readonly Reference[];
  readonly write: (destination: Destination) => string;
}

/** Inserts text that cites references, and adds to the bibliography, in one edit, those that it lacks. */
async function insert(
  host: CommandHost,
  asked: Query,
  { position, bibliography, references, write }: Citing,
): Promise<void> {
  const { content, positions, view, uri } = asked;
  const at = positions.offset(content, position);
  const analysis = view.analysis(uri)!;
  const { format, document } = analysis;
  const named =
    bibliography !== '' ? [bibliography] : await findBibliographies(view.manuscript.analyses, host.files);
  const readable = await bibliographiesAt(host, named);
  const cited = citeFrom(readable, references);
  const keyOf = (reference: Reference) => cited?.keys[references.indexOf(reference)] ?? reference.id;
  const written = write({ format, text: document.text, keyOf });
  const newText = insertedText(analysis, { start: at, end: at, newText: written });
  if (newText === undefined) {
    const why =
      'There is no running text where the cursor is. Put it where this should stand, and try again.';
    tell(host.connection, MessageType.Info, why);
    return;
  }
  const edits = [{ uri, start: at, end: at, newText }];
  const added = cited?.edit ? [{ uri: cited.to.uri, ...cited.edit }] : [];
  const edit = workspaceEdit(asked, [...edits, ...added], { beside: [cited?.to] });
  if (edit) await host.connection.workspace.applyEdit(edit);
  if (cited !== undefined || references.length === 0) return;
  const names = named.map(nameOf).join(', ');
  const why =
    named.length > 0
      ? `${names} cannot be read as a bibliography`
      : 'the manuscript names no .bib, CSL-JSON or CSL-YAML file that is there';
  tell(host.connection, MessageType.Info, `The reference was not added: ${why}.`);
}

async function bibliographiesAt(
  { currentText }: CommandHost,
  uris: readonly string[],
): Promise<readonly (FileText & { readonly name: string })[]> {
  const read = await Promise.all(uris.map(async uri => ({ uri, current: await currentText(uri) })));
  return read.flatMap(({ uri, current }) =>
    'problem' in current ? [] : [{ uri, name: nameOf(uri), text: current.text, version: current.version }],
  );
}
