/** When two long forms (folded by `foldLong`) are one and the same. */

/**
 * Equal, or one holds the other as whole words: "natural killer" and "natural killer cell" differ only in
 * what the sentence goes on with; or one has initials for words of the other: "model-based MDR". "bone marrow
 * transplant" and "bone marrow transplantation" do differ.
 */
export function isSameLongForm(a: string, b: string): boolean {
  return (
    a === b ||
    ` ${a} `.includes(` ${b} `) ||
    ` ${b} `.includes(` ${a} `) ||
    hasInitialsFor(a.split(' '), b.split(' ')) ||
    hasInitialsFor(b.split(' '), a.split(' '))
  );
}

/** Whether both say the same words, but for one of `short`, which are the initials of two or more of `long`. */
function hasInitialsFor(short: readonly string[], long: readonly string[]): boolean {
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const behind = short.length - from - 1;
  const until = long.length - behind;
  if (behind < 0 || until - from < 2) return false;
  const initials = long
    .slice(from, until)
    .map(word => word.charAt(0))
    .join('');
  return short[from] === initials && short.slice(from + 1).join(' ') === long.slice(until).join(' ');
}
