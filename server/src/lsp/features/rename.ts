import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { renameableAt, rename as renamed } from '../../core/index.ts';
import type { CurrentTexts } from '../currentTexts.ts';
import type { Query } from '../query.ts';
import { type FileText, workspaceEdit } from './workspaceEdit.ts';

/** What a rename at this place would rename. */
export function prepareRename(
  { view, uri, content, positions }: Query,
  offset: number,
): { range: Range; placeholder: string } | null {
  const found = renameableAt(view.manuscript, uri, offset);
  return found ? { range: positions.range(content, found), placeholder: found.short } : null;
}

/** Renames an abbreviation in all files of its manuscript, and in its workspace's glossary files. */
export async function rename(
  query: Query,
  offset: number,
  newName: string,
  currentText: CurrentTexts,
): Promise<WorkspaceEdit | null> {
  if (renameableAt(query.view.manuscript, query.uri, offset) === undefined) return null;
  const glossaries: FileText[] = [];
  for (const { origin, knowledge } of query.view.place.layers.files) {
    // The writer's own glossary, and one that comes with a package, serve other manuscripts too.
    const isOurs = origin.layer !== 'user' && !origin.uri.includes('/node_modules/');
    const current = isOurs && knowledge === undefined ? await currentText(origin.uri) : undefined;
    if (current && 'text' in current) glossaries.push({ uri: origin.uri, ...current });
  }
  const edits = renamed(query.view.manuscript, query.uri, offset, newName, glossaries);
  if (!edits) {
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `"${newName}" can't be the name of an abbreviation.`,
    );
  }
  return workspaceEdit(query, edits, { beside: glossaries }) ?? null;
}
