/** The disk as a session sees it. */
import { type Files, nameOf, PROJECT_FILE_NAME } from '../core/index.ts';
import type { Documents } from './documents.ts';

/** Whether a document is the project file itself. */
export function isProjectFile(uri: string): boolean {
  return nameOf(uri) === PROJECT_FILE_NAME;
}

/** The files on disk, with project files that the editor has open as they stand there. */
export function sessionFiles(files: Files, documents: Documents): Files {
  return withOpenProjects(onDisk(files), documents);
}

/** The same files, but none at the addresses of other schemes, whose paths mean nothing here. */
function onDisk(files: Files): Files {
  const isHere = (uri: string) => uri.startsWith('file:');
  return {
    ...files,
    read: async uri =>
      isHere(uri) ? files.read(uri) : { problem: { kind: 'missing', message: 'is not on disk' } },
    list: async folder => (isHere(folder) ? files.list(folder) : []),
    kind: async uri => (isHere(uri) ? files.kind(uri) : null),
  };
}

/** The same files, but project files that the editor has open as they stand there. */
function withOpenProjects(files: Files, documents: Documents): Files {
  return {
    ...files,
    read: async uri => {
      const open = isProjectFile(uri) ? documents.get(uri) : undefined;
      return open === undefined ? files.read(uri) : { text: open.source.text };
    },
  };
}
