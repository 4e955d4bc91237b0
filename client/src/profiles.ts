/** "Switch Journal Profile…": shows what each profile would change before anything is changed. */
import { type QuickInputButton, type QuickPickItem, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { Ask } from './ask.ts';
import type { Pages } from './pages.ts';

/** `immunogloss.profiles`, from the server. */
interface Profile {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly current: boolean;
  readonly coming: number;
  readonly going: number;
  readonly weighed: number;
}

interface ProfileItem extends QuickPickItem {
  readonly profile: Profile;
}

const previewButton: QuickInputButton = {
  iconPath: new ThemeIcon('open-preview'),
  tooltip: 'Show the Findings That Come and Go',
};

/** Lets the writer choose the journal profile of a document, with what would change shown beside it. */
export async function switchProfile(ask: Ask, pages: Pages, uri: string): Promise<void> {
  const profiles = (await ask<Profile[]>('immunogloss.profiles', uri)) ?? [];
  if (profiles.length === 0) return;
  const show = async ({ id, name }: Profile) => {
    const markdown = await ask<string>('immunogloss.previewProfile', uri, id);
    if (markdown !== null) await pages.show(`Switch to ${name}`, markdown);
  };
  for (;;) {
    const picked = await pickProfile(profiles);
    if (picked === undefined) return;
    const { profile } = picked;
    if (picked.preview) await show(profile);
    let next = await confirm(profile);
    while (next === 'show') {
      await show(profile);
      next = await confirm(profile);
    }
    if (next === 'switch') await change(ask, uri, profile);
    if (next !== 'back') return;
  }
}

function pickProfile(
  profiles: readonly Profile[],
): Promise<{ readonly profile: Profile; readonly preview: boolean } | undefined> {
  return new Promise(resolve => {
    const input = window.createQuickPick<ProfileItem>();
    const end = (item: ProfileItem | undefined, preview: boolean) => {
      resolve(item && { profile: item.profile, preview });
      input.hide();
    };
    input.title = 'Journal Profile';
    input.placeholder = 'Enter asks again before anything changes';
    input.matchOnDescription = true;
    input.matchOnDetail = true;
    input.items = profiles.map(profile => ({
      label: profile.current ? `$(check) ${profile.name}` : profile.name,
      description: `${profile.id} · ${changes(profile)}`,
      detail: profile.description,
      buttons: [previewButton],
      profile,
    }));
    input.activeItems = input.items.filter(({ profile }) => profile.current);
    input.onDidTriggerItemButton(({ item }) => end(item, true));
    input.onDidAccept(() => end(input.activeItems[0], false));
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Stays while the writer reads the page beside the manuscript. */
async function confirm(profile: Profile): Promise<'switch' | 'show' | 'back' | undefined> {
  const items = [
    {
      label: `Switch to ${profile.name}`,
      description: changes(profile),
      detail: profile.description,
      does: 'switch' as const,
    },
    { label: 'Show the findings that come and go', does: 'show' as const },
    { label: 'Choose another one', does: 'back' as const },
  ];
  const options = { title: 'Journal Profile', placeHolder: 'Nothing has changed yet', ignoreFocusOut: true };
  return (await window.showQuickPick(items, options))?.does;
}

async function change(ask: Ask, uri: string, { id, name }: Profile): Promise<void> {
  const changed = await ask<string>('immunogloss.switchProfile', uri, id);
  if (changed === null) return;
  // The manuscript is saved by its writer, the project file at once: the command line reads it too.
  if (changed.endsWith('/immunogloss.yaml')) {
    const document = await workspace.openTextDocument(Uri.parse(changed));
    if (!(await document.save())) return;
  }
  window.setStatusBarMessage(
    `ImmunoGloss: ${name}, by ${workspace.asRelativePath(Uri.parse(changed))}`,
    5000,
  );
}

function changes({ current, coming, going, weighed }: Profile): string {
  if (current) return 'in use';
  const parts = [
    { count: coming, one: 'comes', many: 'come' },
    { count: going, one: 'goes', many: 'go' },
    { count: weighed, one: 'weighs otherwise', many: 'weigh otherwise' },
  ].flatMap(({ count, one, many }) => (count === 0 ? [] : `${count} ${count === 1 ? one : many}`));
  return parts.length === 0 ? 'changes nothing' : `findings: ${parts.join(', ')}`;
}
