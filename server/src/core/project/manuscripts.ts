/**
 * Which files form one manuscript, and in which order they are read: what the project file declares (here),
 * what their folder tells (detect.ts), else the one file; each with the files that it includes (inclusions.ts).
 */

import { NO_TERMS } from '../prose/terms.ts';
import type { Included, Span, Terms } from '../types.ts';
import { existingFile, type Files } from './files.ts';
import type { DeclaredManuscript, Project } from './project.ts';
import { expandGlob, isGlob } from './selection.ts';

/** Files that are read as one manuscript. */
export interface ManuscriptFiles {
  readonly name: string | null;
  /** In reading order, none twice. */
  readonly uris: readonly string[];
  /** Which of them stand inside others. Nothing is known of that before `withInclusions`. */
  readonly included: Included;
  /** The terms that they make commands for, as far as one of them doesn't know them itself. Likewise. */
  readonly terms: Terms;
  /** What was wrong on the way, each in the file that says so. */
  readonly problems: readonly ManuscriptProblem[];
}

/** A file that should be part of a manuscript and isn't, at the place that names it. */
export interface ManuscriptProblem extends Span {
  readonly uri: string;
  readonly rule: 'missing-file' | 'circular-inclusion' | 'unknown-profile';
  readonly message: string;
}

/** Files in the order given. */
export function manuscriptOf(uris: readonly string[]): ManuscriptFiles {
  return { name: null, uris, included: new Map(), terms: NO_TERMS, problems: [] };
}

/** The manuscripts that a project declares, in its order, without what their files include. */
export async function declaredManuscripts(
  project: Project,
  files: Files,
): Promise<readonly ManuscriptFiles[]> {
  return Promise.all(project.manuscripts.map(each => declared(each, project, files)));
}

async function declared(
  { name, files: entries }: DeclaredManuscript,
  project: Project,
  files: Files,
): Promise<ManuscriptFiles> {
  const uris = new Set<string>();
  const problems: ManuscriptProblem[] = [];
  for (const { path, start, end } of entries) {
    const found = await filesOf(path, project.folder!, files);
    for (const uri of found) uris.add(uri);
    if (found.length === 0) {
      const message = `${isGlob(path) ? 'No file matches' : 'There is no file'} "${path}".`;
      problems.push({ uri: project.uri!, start, end, rule: 'missing-file', message });
    }
  }
  return { ...manuscriptOf([...uris]), name: name ?? null, problems };
}

async function filesOf(path: string, folder: string, files: Files): Promise<readonly string[]> {
  if (isGlob(path)) return expandGlob(files, folder, path);
  const uri = await existingFile(folder, path, files);
  return uri === null ? [] : [uri];
}
