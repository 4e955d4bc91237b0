/** Entries of `ignore:` that silence nothing, in any manuscript of their project. */
import type { Configuration, IgnoredFinding } from '../types.ts';
import type { Files } from './files.ts';
import { type IgnoreEntry, idleIgnores } from './ignoring.ts';
import { declaredManuscripts } from './manuscripts.ts';
import type { Project, ProjectProblem } from './project.ts';
import { manuscriptFilter, walk } from './selection.ts';

const RULE = 'unused-ignore';

/**
 * What is to say of entries that silence none of these findings, as severely as the rule `unused-ignore` is set.
 * @param silenced all that the project file silenced, in all its manuscripts
 */
export function unusedIgnores(
  { ignore, folder }: Project,
  silenced: readonly IgnoredFinding[],
  { rules }: Configuration,
): readonly ProjectProblem[] {
  const configured = rules[RULE] ?? 'default';
  if (configured === 'off') return [];
  const severity = configured === 'default' ? 'hint' : configured;
  return idleIgnores(ignore, silenced, folder).map(({ entry, start, end }) => ({
    ...{ start, end, severity, rule: RULE },
    message: `${described(entry)} is ignored here, and nothing is reported of it. Remove it.`,
  }));
}

/** An entry in the writer's words: `"CAR"`; `pattern "PT_*" with scope "main"`. */
function described({ form, ...others }: IgnoreEntry): string {
  const rest = Object.entries(others).map(([key, value]) => `${key} "${value}"`);
  if (form === undefined) return rest.join(' with ');
  return rest.length === 0 ? `"${form}"` : `"${form}" with ${rest.join(' and ')}`;
}

/**
 * The files whose findings an entry may silence: what the project declares; without that, every manuscript below its
 * folder. Undefined where there are more than `most`.
 */
export async function filesOfProject(
  project: Project,
  files: Files,
  most: number,
): Promise<readonly string[] | undefined> {
  const declared = await declaredManuscripts(project, files);
  if (declared.length > 0) {
    const uris = declared.flatMap(({ uris }) => uris);
    return uris.length > most ? undefined : uris;
  }
  const takes = manuscriptFilter(project);
  const found: string[] = [];
  for await (const uri of walk(files, project.folder!, each => takes(each))) {
    if (found.push(uri) > most) return undefined;
  }
  return found;
}
