/**
 * Finds the texts that share the most letter groups (grams) with a query, whatever is misspelt in it.
 *
 * Postings are packed into one array (first a pass that counts, then one that fills), so 100,000 long forms
 * cost some 16 MB and a fraction of a second, and a query touches only the lists of its own grams.
 */

/** An index of texts, which are named by their place in the list that was indexed. */
export interface GramIndex {
  /**
   * The texts that resemble `query` most, at most `limit`, best first where scores differ clearly.
   * The score is the share of the query's grams that a text has, rare grams counting more, less a little
   * for what the text has beyond them.
   */
  readonly nearest: (query: string, limit: number) => readonly number[];
}

/** Letters, digits, and one class for all else: 0 is a boundary, 37 any other character. */
const ALPHABET = 38;
/** Scores are sorted into this many bins. */
const BINS = 256;
/** What a text's gram that the query lacks costs, as a share of a query's gram. */
const EXCESS = 0.15;
/** Texts that share less than this part of the query's grams are noise. */
const LEAST = 0.25;

/**
 * Indexes those folded (lower-case) texts of rows that are wanted by grams of `size` characters; an empty one is never found.
 */
export function createGramIndex(
  size: 2 | 3,
  count: number,
  textAt: (row: number) => string,
  isWanted: (row: number) => boolean,
): GramIndex {
  const buckets = ALPHABET ** size;
  const starts = new Uint32Array(buckets + 1);
  for (let row = 0; row < count; row += 1) {
    if (!isWanted(row)) continue;
    eachGram(textAt(row), size, gram => {
      starts[gram + 1]! += 1;
    });
  }
  for (let gram = 0; gram < buckets; gram += 1) starts[gram + 1]! += starts[gram]!;
  const postings = new Uint32Array(starts[buckets]!);
  const next = starts.slice(0, buckets);
  for (let row = 0; row < count; row += 1) {
    if (!isWanted(row)) continue;
    eachGram(textAt(row), size, gram => {
      postings[next[gram]!] = row;
      next[gram]! += 1;
    });
  }
  const shares = new Float32Array(count);
  const lengths = Uint32Array.from({ length: count }, (_, row) => textAt(row).length);

  function nearest(query: string, limit: number): readonly number[] {
    const grams = new Set<number>();
    eachGram(query, size, gram => grams.add(gram));
    const touched: number[] = [];
    let total = 0;
    for (const gram of grams) {
      const start = starts[gram]!;
      const end = starts[gram + 1]!;
      const weight = Math.log(1 + count / (1 + end - start));
      total += weight;
      let last = -1;
      for (let at = start; at < end; at += 1) {
        const row = postings[at]!;
        // Postings are in the order of rows: a text that has the gram twice still counts once.
        if (row === last) continue;
        last = row;
        if (shares[row] === 0) touched.push(row);
        shares[row]! += weight;
      }
    }
    const bins: number[][] = Array.from({ length: BINS }, () => []);
    for (const row of touched) {
      const share = shares[row]! / total;
      shares[row] = 0;
      if (share < LEAST) continue;
      const length = lengths[row]!;
      const excess = Math.max(0, length - query.length) / (length + query.length);
      bins[Math.max(0, Math.min(BINS - 1, Math.floor((share - EXCESS * excess) * BINS)))]!.push(row);
    }
    const best: number[] = [];
    for (let bin = BINS - 1; bin >= 0 && best.length < limit; bin -= 1) best.push(...bins[bin]!);
    return best.slice(0, limit);
  }

  return { nearest };
}

/** Calls back with the number of each gram of `text`, its ends counting as boundaries. */
function eachGram(text: string, size: 2 | 3, callback: (gram: number) => void): void {
  const modulus = ALPHABET ** size;
  let gram = 0;
  if (text === '') return;
  for (let at = 0; at <= text.length; at += 1) {
    gram = (gram * ALPHABET + (at < text.length ? letterClass(text.charCodeAt(at)) : 0)) % modulus;
    // With the boundary before the text, the first gram is whole once size − 1 characters are read.
    if (at >= size - 2) callback(gram);
  }
}

function letterClass(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x60;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 27;
  return code === 0x20 ? 0 : 37;
}
