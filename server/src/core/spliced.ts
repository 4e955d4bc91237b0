/**
 * A list with other items in place of those from `from` to `to`. Where as many come as go, as with most keystrokes, it is
 * copied in one piece, and nothing is made on the way.
 */
export function spliced<T>(list: readonly T[], from: number, to: number, items: readonly T[]): T[] {
  if (items.length !== to - from) return list.slice(0, from).concat(items, list.slice(to));
  const copy = list.slice();
  for (let index = 0; index < items.length; index++) copy[from + index] = items[index]!;
  return copy;
}
