/** What stands between the client and every handler: no error gets out, and no call comes in out of its time. */
import {
  type CancellationToken,
  type Disposable,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/** Where a connection stands: calls are answered between `initialize` and `shutdown` only. */
export interface Lifecycle<Client> {
  /** Set by `initialize`. */
  client: Client | undefined;
  shutDown: boolean;
}

export interface Guard<Session> {
  /** Makes a request handler: its errors are logged and answered with `null`. */
  readonly answer: <P, R>(
    name: string,
    handler: (session: Session, params: P) => R | Promise<R>,
  ) => (params: P, token: CancellationToken) => Promise<R | null>;
  /** Makes a notification handler: its errors are logged. */
  readonly hear: <P>(
    name: string,
    handler: (session: Session, params: P) => void | Promise<void>,
  ) => (params: P) => Promise<void>;
}

/** `start` makes the session at its first call, and gives the same one ever after. */
export function createGuard<Client, Session>(
  lifecycle: Lifecycle<Client>,
  log: (message: string) => void,
  start: (client: Client) => Promise<Session>,
): Guard<Session> {
  return {
    answer: (name, handler) => async (params, token) => {
      const { client, shutDown } = lifecycle;
      if (!client) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      if (shutDown) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down');
      try {
        const session = await start(client);
        if (token.isCancellationRequested) throw cancelled();
        return await unlessCancelled(handler(session, params), token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        log(`${name}: ${describe(error)}`);
        return null;
      }
    },
    hear: (name, handler) => async params => {
      const { client, shutDown } = lifecycle;
      if (!client || shutDown) return;
      try {
        await handler(await start(client), params);
      } catch (error) {
        log(`${name}: ${describe(error)}`);
      }
    },
  };
}

/** The answer to a request whose text changed while it was waiting: the client asks again. */
export function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
}

/** The answer; rejects at once when the request is cancelled, whatever slow disk the answer is waiting for. */
async function unlessCancelled<R>(answer: R | Promise<R>, token: CancellationToken): Promise<R> {
  let heard: Disposable | undefined;
  const cancellation = new Promise<never>((_, reject) => {
    heard = token.onCancellationRequested(() => reject(cancelled()));
  });
  try {
    return await Promise.race([answer, cancellation]);
  } finally {
    heard?.dispose();
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
