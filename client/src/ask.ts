/** Asks the server to run one of its commands. */
import {
  type BaseLanguageClient,
  ErrorCodes,
  ExecuteCommandRequest,
  ResponseError,
} from 'vscode-languageclient';

/** The answer of a command; `null` where there is none. */
export type Ask = <T>(command: string, ...args: unknown[]) => Promise<T | null>;

/** What the writer is told who asks a server that came down too often to be started again. */
const STOPPED = 'ImmunoGloss has stopped. Run "ImmunoGloss: Restart Server" to start it again.';

/** Asks through the server of a client. Throws what the server answers in place of a result, or that it has stopped. */
export function createAsk(client: BaseLanguageClient): Ask {
  return async (command, ...args) => {
    try {
      return await client.sendRequest(ExecuteCommandRequest.method, { command, arguments: args });
    } catch (error) {
      throw hasStopped(error) ? new Error(STOPPED) : error;
    }
  };
}

function hasStopped(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.ConnectionInactive;
}
