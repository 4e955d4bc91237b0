/** Items by the first letter of their words, so that an ordinary word costs one look. */
export function byInitial<T>(
  items: readonly T[],
  wordsOf: (item: T) => string,
): ReadonlyMap<number, readonly T[]> {
  const index = new Map<number, T[]>();
  for (const item of items) {
    const initial = wordsOf(item).charCodeAt(0);
    const listed = index.get(initial);
    if (listed) listed.push(item);
    else index.set(initial, [item]);
  }
  return index;
}
