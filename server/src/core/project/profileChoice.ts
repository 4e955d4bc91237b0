/** Where a manuscript chooses its profile: in its front matter, else in the project file. */

import { isMap, isScalar, type Node } from 'yaml';
import { ownFrontMatter } from '../frontMatter.ts';
import { lineEndOf } from '../lineEnds.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Profile, Span } from '../types.ts';
import { readYaml } from '../yaml.ts';
import type { ProjectEdit } from './ignoreList.ts';
import type { ManuscriptProblem } from './manuscripts.ts';

/** A profile as a document's front matter names it, with its place. */
export interface ChosenProfile extends Span {
  readonly analysis: Analysis;
  readonly id: string;
}

/**
 * The profile that a manuscript names itself, in the front matter of the first document that does:
 *
 * ```yaml
 * immunogloss:
 *   profile: plos
 * ```
 */
export function profileInText(analyses: readonly Analysis[]): ChosenProfile | undefined {
  for (const analysis of analyses) {
    const own = ownFrontMatter(textOf(analysis.document), 'profile');
    if (!isScalar(own?.node) || typeof own.node.value !== 'string' || !own.node.range) continue;
    const [start, end] = own.node.range;
    return { analysis, id: own.node.value, start: own.origin + start, end: own.origin + end };
  }
  return undefined;
}

/** What is wrong with a profile that nobody knows. */
export function unknownProfile(
  { analysis, id, start, end }: ChosenProfile,
  known: readonly Pick<Profile, 'id'>[],
): ManuscriptProblem {
  const ids = known.map(each => each.id);
  const message = `"${id}" is no profile. Use ${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}.`;
  return { uri: analysis.document.uri, start, end, rule: 'unknown-profile', message };
}

/** The edit that names another profile where front matter names one. */
export function withProfile({ start, end }: ChosenProfile, id: string): ProjectEdit {
  return { start, end, newText: id };
}

/**
 * The edit that sets `profile:` in the text of a project file (empty for a new one); all else stays as it is.
 * `null` where the file's syntax is broken or leaves no place for it.
 */
export function setProfile(text: string, id: string): ProjectEdit | null {
  const { contents, errors } = readYaml(text);
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (errors.length > 0 || (!isEmpty && !isMap(contents))) return null;
  const eol = lineEndOf(text);
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'profile')
    : undefined;
  if (pair === undefined) {
    if (isMap(contents) && contents.flow) {
      const at = contents.range![0] + 1;
      return {
        start: at,
        end: at,
        newText: contents.items.length > 0 ? `profile: ${id}, ` : `profile: ${id}`,
      };
    }
    return inserted(text, isMap(contents) ? contents.range![0] : text.length, `profile: ${id}`, eol);
  }
  const value = pair.value as Node | null;
  const isWritten = isScalar(value) && value.value !== null && value.range;
  if (isWritten) return { start: value.range![0], end: value.range![1], newText: id };
  const key = pair.key as Node;
  const colon = key.range ? text.indexOf(':', key.range[1]) : -1;
  if (colon < 0 || (value !== null && !isScalar(value))) return null;
  return { start: colon + 1, end: colon + 1, newText: ` ${id}` };
}

/** A line of its own before the first setting, below a comment at the head of the file; without settings, at the end. */
function inserted(text: string, at: number, line: string, eol: string): ProjectEdit {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const newText = before.trim() === '' ? `${line}${eol}${before}` : `${eol}${line}${eol}`;
  return { start: at, end: at, newText };
}
