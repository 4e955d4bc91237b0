/**
 * Long work in steps of a few milliseconds. Between two of them, whoever drives it may do something else, or leave it
 * for good; what comes out is the same as in one go.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** The same work, in steps. */
export type InSteps<F extends (...args: never[]) => unknown> = (
  ...args: Parameters<F>
) => Steps<ReturnType<F>>;

/** Characters of text that are read in one step. */
export const STEP = 20_000;

/** Does all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Work that was written in steps, in one go. */
export function whole<F extends (...args: never[]) => unknown>(
  inSteps: InSteps<F>,
): (...args: Parameters<F>) => ReturnType<F> {
  return (...args) => finished(inSteps(...args));
}
