/** Tells the writer what is being waited for, where a disk is slow, and lets them stop waiting. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Milliseconds of waiting before anything is shown. */
const patience = 1000;

/**
 * Makes a wrapper for work that may take long: the answer is the work's own, or `null` where the writer gave it up.
 * One notice at a time: what is waited for meanwhile shows no other.
 */
export function createWaiting(
  { window }: Pick<Connection, 'window'>,
  title: string,
): <T>(work: Promise<T>) => Promise<T | null> {
  let isShown = false;
  return async work => {
    let isOver = false;
    let reporter: WorkDoneProgressServerReporter | undefined;
    let giveUp = () => {};
    const givenUp = new Promise<null>(resolve => {
      giveUp = () => resolve(null);
    });
    const show = async () => {
      if (isShown) return;
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
      return await Promise.race([work, givenUp]);
    } finally {
      isOver = true;
      clearTimeout(timer);
      hide();
    }
  };
}
