/** What is worked out of something when it is first asked for, and kept with it. */
export type Kept = Map<unknown, unknown>;

/**
 * A function of an object that keeps its answer on it. A weak map would keep answers, and all that they hold, alive through
 * every small collection once it has grown old.
 */
export function keptWith<Owner extends { readonly kept: Kept }, Answer>(
  answer: (owner: Owner) => Answer,
): (owner: Owner) => Answer {
  return owner => {
    const { kept } = owner;
    if (!kept.has(answer)) kept.set(answer, answer(owner));
    return kept.get(answer) as Answer;
  };
}
