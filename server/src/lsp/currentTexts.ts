/** Files that are no manuscripts (bibliographies, glossaries) as the writer sees them: unsaved changes count. */
import { type Connection, RequestType } from 'vscode-languageserver';
import type { FileProblem, Files } from '../core/index.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';

/** The text of a file, and the version of the open document that has it; `null`: it is closed. */
export interface CurrentText {
  readonly text: string;
  readonly version: number | null;
  /** It has changes that are not on disk. */
  readonly unsaved: boolean;
}

/** Server to client: the text of a document that it has open, whatever its language; `null` of any other. */
const OpenTextRequest = new RequestType<{ uri: string }, CurrentText | null, void>('immunogloss/openText');

export type CurrentTexts = (uri: string) => Promise<CurrentText | { readonly problem: FileProblem }>;

/** Open documents first: those that we follow, then those that the client tells of; then what is on disk. */
export function createCurrentTexts(
  connection: Connection,
  client: Client,
  documents: Documents,
  files: Files,
): CurrentTexts {
  return async uri => {
    if (client.tellsOpenTexts) {
      const open = await connection.sendRequest(OpenTextRequest, { uri });
      if (open !== null) return open;
    }
    const content = await files.read(uri);
    const followed = documents.get(uri);
    if (followed !== undefined) {
      const { text, version } = followed.source;
      return { text, version, unsaved: !('text' in content) || content.text !== text };
    }
    return 'text' in content ? { text: content.text, version: null, unsaved: false } : content;
  };
}
