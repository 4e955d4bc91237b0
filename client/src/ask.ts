/** Asks the server to run one of its commands. */
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';

/** The answer of a command; `null` where there is none. */
export type Ask = <T>(command: string, ...args: unknown[]) => Promise<T | null>;

/** Asks through the server of a client. */
export function createAsk(client: BaseLanguageClient): Ask {
  return (command, ...args) => client.sendRequest(ExecuteCommandRequest.method, { command, arguments: args });
}
