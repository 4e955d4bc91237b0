/** Tells the writer what is being waited for, where a disk is slow, and lets them stop waiting. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Milliseconds of waiting before anything is shown. */
const patience = 1000;

/**
 * Makes a wrapper for work on a document that may take long: the answer is the work's own, or `null` where the writer
 * gave it up; `late` is called when it is there after all. One notice at a time: what is waited for meanwhile shows no
 * other, nor does a document whose work was given up and isn't over.
 */
export function createWaiting(
  { window }: Pick<Connection, 'window'>,
  title: string,
): <T>(uri: string, work: Promise<T>, late: () => void) => Promise<T | null> {
  let isShown = false;
  const givenUp = new Set<string>();
  return async (uri, work, late) => {
    let isOver = false;
    let reporter: WorkDoneProgressServerReporter | undefined;
    let giveUp = () => {};
    const enough = new Promise<null>(resolve => {
      giveUp = () => {
        givenUp.add(uri);
        void work.then(late, () => {}).finally(() => givenUp.delete(uri));
        resolve(null);
      };
    });
    const show = async () => {
      if (isShown || givenUp.has(uri)) return;
      isShown = true;
      reporter = await window.createWorkDoneProgress();
      reporter.token.onCancellationRequested(giveUp);
      if (isOver) hide();
      else reporter.begin(title, undefined, undefined, true);
    };
    const hide = () => {
      if (reporter === undefined) return;
      reporter.done();
      isShown = false;
    };
    const fail = () => {
      isShown = false;
    };
    const timer = setTimeout(() => void show().catch(fail), patience);
    timer.unref();
    try {
      return await Promise.race([work, enough]);
    } finally {
      isOver = true;
      clearTimeout(timer);
      hide();
    }
  };
}
