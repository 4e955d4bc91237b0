/** What the rules go by: defaults, then the project file, then one's own settings. */
import { isDisplay, USUAL_FIRST_USE } from '../analysis/roles.ts';
import type { Configuration, Profile } from '../types.ts';
import { ignoring, isPlain } from './ignoring.ts';
import { profiles } from './profiles.ts';
import type { Project } from './project.ts';

/** A writer's own settings, on top of what the project says. */
export type PersonalSettings = Partial<Pick<Configuration, 'rules' | 'ignore'>> & {
  /** The profile to go by where nobody has agreed on one. */
  readonly profile?: string | undefined;
};

/** Fewer uses than these don't earn an abbreviation: what PLOS asks for. */
const MINIMUM_USES = 3;

/**
 * Joins the layers (rules' defaults, profile, project, personal settings), nearest wins: of a rule's severities the
 * personal one, unless that is `default`. What any layer ignores is ignored.
 * @param chosen the profile that the manuscript itself names
 */
export function configurationOf(
  project: Project,
  personal: PersonalSettings = {},
  chosen?: string,
): Configuration {
  const profile = profileNamed(chosen ?? project.profile ?? personal.profile, project);
  const agreed = Object.entries(project.rules).filter(([, severity]) => severity !== 'default');
  const own = Object.entries(personal.rules ?? {}).filter(([, severity]) => severity !== 'default');
  const entries = project.ignore.map(({ entry }) => entry);
  const forms = entries.filter(isPlain).flatMap(({ form }) => form ?? []);
  const others = entries.filter(entry => !isPlain(entry));
  return {
    rules: {
      ...standalone(profile),
      ...profile.rules,
      ...Object.fromEntries(agreed),
      ...Object.fromEntries(own),
    },
    ignore: [...new Set([...forms, ...(personal.ignore ?? [])])],
    ...(others.length > 0 && { isIgnored: ignoring(others, project.folder) }),
    ...(profile.standard !== undefined && { standard: new Set(profile.standard) }),
    ...firstUseOf(profile),
    minimumUses: project.minimumUses ?? profile.minimumUses ?? MINIMUM_USES,
  };
}

/** Where first use begins anew in captions or tables, these explain what they use. */
function standalone({ resets = [] }: Profile): Configuration['rules'] {
  return resets.some(isDisplay) ? { 'caption-undefined': 'warning' } : {};
}

function firstUseOf({ headingsCount, resets }: Profile): Pick<Configuration, 'firstUse'> {
  if (headingsCount === undefined && resets === undefined) return {};
  const { headings, resets: usual } = USUAL_FIRST_USE;
  return { firstUse: { headings: headingsCount ?? headings, resets: resets ?? usual } };
}

/** A profile of the project's own, else one that ships; `default` for a name that nobody knows. */
export function profileNamed(id: string | undefined, { profiles: own }: Project): Profile {
  const name = id ?? 'default';
  return own.get(name) ?? profiles.get(name) ?? profiles.get('default')!;
}

/** All profiles that a project may go by, those that ship first. */
export function profilesOf({ profiles: own }: Project): readonly Profile[] {
  return [...new Map([...profiles, ...own]).values()];
}
