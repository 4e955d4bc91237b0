/** Runs a task once all those have ended that were begun for the same file before; gives what it gives. */
export type InTurn = <T>(uri: string, task: () => Promise<T>) => Promise<T>;

/**
 * Takes turns at files: whoever reads one to write it again must not write over what another has just written there.
 * A task that fails keeps none from its turn.
 */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (uri, task) => {
    const turn = (last.get(uri) ?? Promise.resolve()).then(task);
    const ended = turn
      .catch(() => {})
      .then(() => {
        if (last.get(uri) === ended) last.delete(uri);
      });
    last.set(uri, ended);
    return turn;
  };
}
