/** Commands about many findings at once: to accept them, and to go through them by abbreviation. */
import { accepted, pathInProject, renewedBaseline, triage } from '../../core/index.ts';
import { fileOf } from '../notebooks.ts';
import { Commands } from '../protocol.ts';
import { type CommandHost, MessageType, type Run, tell, text } from './commandHost.ts';

export const findingCommands: Readonly<Record<string, Run>> = {
  async [Commands.acceptFindings](host, [uri]) {
    const { done, message } = await accept(host, text(uri));
    tell(host.connection, done ? MessageType.Info : MessageType.Error, message);
    return done;
  },
  async [Commands.triage]({ query }, [uri]) {
    const asked = await query(text(uri));
    if (!asked) return [];
    const { view, positions } = asked;
    return triage(view.sifted().fresh, view.manuscript).map(({ short, places, uses, findings }) => {
      const [{ analysis, message, start, end }] = findings;
      const at = analysis.document.uri;
      const rules = [...new Set(findings.map(({ rule }) => rule))];
      return {
        short,
        places,
        uses,
        rules,
        message,
        uri: at,
        range: positions.range(view.content(at)!, { start, end }),
      };
    });
  },
};

/** What became of findings that were to be accepted, in words for the writer. */
interface Accepted {
  readonly done: boolean;
  readonly message: string;
}

const NOT_ON_DISK: Accepted = {
  done: false,
  message: 'Only findings in files on this machine can be accepted.',
};

/** Writes the baseline of a document's manuscript, with all that is found in it now. */
async function accept(host: CommandHost, uri: string): Promise<Accepted> {
  const file = await host.baselineFile(uri);
  return file === undefined ? NOT_ON_DISK : host.inTurn(file.uri, () => acceptInto(host, file, uri));
}

async function acceptInto(
  { query, files, write, reconfigure }: CommandHost,
  file: { readonly uri: string; readonly folder: string },
  uri: string,
): Promise<Accepted> {
  const asked = await query(uri);
  if (!asked) return NOT_ON_DISK;
  const { place, sifted, manuscript } = asked.view;
  const { baseline } = place;
  const name = pathInProject(file.folder, file.uri);
  if (baseline.problems.length > 0) {
    return { done: false, message: `${name} is damaged, and was left as it is: mend or remove it first.` };
  }
  const pathOf = (document: string) => pathInProject(file.folder, fileOf(document));
  const { fresh, hidden } = sifted();
  const entries = [...fresh, ...hidden].map(each => accepted(each, pathOf(each.analysis.document.uri)));
  const paths = new Set(manuscript.analyses.map(({ document }) => pathOf(document.uri)));
  const written = await renewedBaseline(baseline.baseline, entries, paths, file.folder, files);
  const problem = await write(file.uri, written);
  if (problem !== null) return { done: false, message: `${name} ${problem}. Nothing was accepted.` };
  reconfigure();
  const count = entries.length === 1 ? '1 finding is' : `${entries.length} findings are`;
  return { done: true, message: `${count} accepted in ${name}. From now on only new ones show.` };
}
