/** A client's settings as they are now, and what is told of those that say nothing we understand. */
import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { MessageType, tell } from './features/commandHost.ts';
import { fetchSettings } from './registrations.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

export interface SessionSettings {
  readonly current: () => Settings;
  /** Resolves once the client has told its settings, or has been waited for long enough: the defaults count then. */
  readonly settled: Promise<void>;
  /** Takes the settings that the client has now. `sent`: what it told of itself. */
  readonly renew: (sent?: unknown) => Promise<void>;
}

/** Milliseconds that a client has to answer what its settings are, before the defaults count. */
const patience = 1000;

/** `changed`: called whenever the settings were told. */
export function createSessionSettings(
  connection: Connection,
  client: Client,
  changed: () => void,
): SessionSettings {
  let settings = defaultSettings;
  /** What the writer has been told of, and what is still there. */
  let problems: ReadonlySet<string> = new Set();
  let settle = () => {};
  const settled = new Promise<void>(resolve => {
    settle = resolve;
    setTimeout(resolve, client.asksForSettings ? patience : 0).unref();
  });
  let asked = 0;
  /** Which of the questions was answered: clients answer in any order. */
  let answered = 0;
  return {
    current: () => settings,
    settled,
    async renew(sent) {
      const question = ++asked;
      const read = readSettings(await fetchSettings(connection, client, sent));
      if (question < answered) return;
      answered = question;
      settings = read.settings;
      for (const problem of read.problems) {
        connection.console.warn(problem);
        if (!problems.has(problem)) tell(connection, MessageType.Warning, problem);
      }
      problems = new Set(read.problems);
      settle();
      changed();
    },
  };
}
