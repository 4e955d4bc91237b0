/** Commands about journal profiles: what each would change, and the choice of one. */
import {
  type ChosenProfile,
  profileChanges,
  profileChangesMarkdown,
  profileInText,
  profilesOf,
  setProfile,
  withProfile,
} from '../../core/index.ts';
import { Commands } from '../protocol.ts';
import type { Query } from '../query.ts';
import { nextTurn } from '../scheduler.ts';
import type { View } from '../view.ts';
import { type CommandHost, MessageType, type Run, tell, text } from './commandHost.ts';
import { workspaceEdit } from './workspaceEdit.ts';

export const profileCommands: Readonly<Record<string, Run>> = {
  async [Commands.profiles]({ query }, [uri]) {
    const view = (await query(text(uri)))?.view;
    if (!view) return null;
    const current = currentProfile(view);
    const answers = [];
    for (const { id, name, description } of profilesOf(view.place.project)) {
      await nextTurn();
      const { coming, going, weighed } = changesBy(view, id);
      const counts = { coming: coming.length, going: going.length, weighed: weighed.length };
      answers.push({ id, name, description, current: id === current, ...counts });
    }
    return answers;
  },
  async [Commands.previewProfile]({ query }, [uri, id]) {
    const view = (await query(text(uri)))?.view;
    const profile = view && profilesOf(view.place.project).find(each => each.id === id);
    return view && profile ? profileChangesMarkdown(profile, changesBy(view, profile.id)) : null;
  },
  async [Commands.switchProfile](host, [uri, id]) {
    const asked = await host.query(text(uri));
    if (!asked || !profilesOf(asked.view.place.project).some(each => each.id === id)) return null;
    return choose(host, asked, text(id));
  },
};

/** The profile that counts now. */
function currentProfile({ place, manuscript }: View): string {
  return profileInText(manuscript.analyses)?.id ?? place.profile;
}

function changesBy({ service, manuscript, configuration, place }: View, profile: string) {
  const { baseline } = place.baseline;
  return profileChanges(service, manuscript, configuration, place.configuration(profile), baseline);
}

/** Writes the choice where one stands already: front matter, else the project file, which is made where it is missing. */
async function choose(host: CommandHost, asked: Query, id: string): Promise<string | null> {
  const chosen = profileInText(asked.view.manuscript.analyses);
  const target = chosen === undefined ? await projectEdit(host, asked, id) : textEdit(asked, chosen, id);
  const { connection, lint } = host;
  if (target === undefined) {
    const message =
      'The profile was not switched: immunogloss.yaml cannot be written, or has a mistake to mend first.';
    tell(connection, MessageType.Error, message);
    return null;
  }
  const { applied } = await connection.workspace.applyEdit(target.edit);
  if (!applied) return null;
  await lint(asked.uri);
  return target.uri;
}

interface Target {
  readonly uri: string;
  readonly edit: NonNullable<ReturnType<typeof workspaceEdit>>;
}

function textEdit(asked: Query, chosen: ChosenProfile, id: string): Target | undefined {
  const { uri } = chosen.analysis.document;
  const edit = workspaceEdit(asked, [{ uri, ...withProfile(chosen, id) }]);
  return edit && { uri, edit };
}

async function projectEdit(
  { projectText }: CommandHost,
  asked: Query,
  id: string,
): Promise<Target | undefined> {
  const project = await projectText(asked.uri);
  const change = project && setProfile(project.text, id);
  if (!project || !change) return undefined;
  const { uri } = project;
  const creates = project.exists ? undefined : uri;
  const edit = workspaceEdit(asked, [{ uri, ...change }], { beside: [project], creates });
  return edit && { uri, edit };
}
