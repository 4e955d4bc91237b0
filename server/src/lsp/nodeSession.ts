/** The session under Node: with everything that is loaded only after `initialize` is answered. */
import type { Connection } from 'vscode-languageserver';
import { createService } from '../core/index.ts';
import {
  homeFolder,
  layerStore,
  nodeFiles,
  readBundledGlossary,
  rulePages,
  writeProblem,
  writeWhole,
} from '../node/index.ts';
import type { Client } from './client.ts';
import { createSession, type Session } from './session.ts';
import { withOneSpelling } from './spellings.ts';

/** Makes the session of a client. `shown`: called whenever findings were shown. */
export function createNodeSession(connection: Connection, client: Client, shown: () => void): Session {
  const host = {
    files: nodeFiles,
    home: homeFolder(),
    layerStore: layerStore(),
    rulePages: rulePages(),
    write: (uri: string, text: string) => writeWhole(uri, text).then(() => null, writeProblem),
    loadService: async () => createService(readBundledGlossary()),
    shown,
  };
  return withOneSpelling(connection, client, (spelt, theirs) => createSession(spelt, host, theirs));
}
