/** The abbreviation list of a manuscript: updated where there is one, written anew where there is none. */
import {
  type ListStyle,
  type ListUpdate,
  listStyles,
  newListIn,
  newListStyles,
  updateList,
} from '../../core/index.ts';
import { Commands } from '../protocol.ts';
import { type Run, text } from './commandHost.ts';
import { workspaceEdit } from './workspaceEdit.ts';

export const listCommands: Readonly<Record<string, Run>> = {
  async [Commands.updateList]({ connection, query }, [uri, style]) {
    const asked = await query(text(uri));
    if (!asked) return null;
    const { manuscript, service } = asked.view;
    const updated = updateList(manuscript, service.glossary);
    const styles = newListStyles(manuscript, asked.uri);
    const wanted = styles.find(each => each === style);
    if (!updated && wanted === undefined) {
      return { styles: styles.map(each => ({ style: each, label: listStyles[each] })) };
    }
    const update = updated ?? newListIn(manuscript, service.glossary, asked.uri, wanted as ListStyle);
    const edit = workspaceEdit(asked, update?.edits ?? []);
    if (edit && update && update.edits.length > 0) await connection.workspace.applyEdit(edit);
    return { message: messageOf(update) };
  },
};

function messageOf(update: ListUpdate | undefined): string {
  if (update === undefined) return 'This document has no place for an abbreviation list.';
  const { edits, added, removed } = update;
  if (edits.length === 0) {
    return 'There is nothing to change in the abbreviation list.';
  }
  const said = [
    ...(added.length > 0 ? [`added ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`took out ${removed.join(', ')}`] : []),
  ];
  return `Abbreviation list: ${said.length > 0 ? said.join('; ') : 'sorted'}.`;
}
