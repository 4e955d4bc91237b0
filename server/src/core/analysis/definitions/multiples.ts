import { buildTrie } from '../trie.ts';

/** Multiplying prefixes and the digits that stand for them in a formula or short form (IUPAC, P-14.2). */
const PREFIXES: readonly (readonly [prefix: string, digit: number])[] = [
  ['bis', 2],
  ['di', 2],
  ['tri', 3],
  ['tris', 3],
  ['tetra', 4],
  ['tetrakis', 4],
  ['penta', 5],
  ['hexa', 6],
  ['hepta', 7],
  ['octa', 8],
  ['nona', 9],
];

/** What is counted so: ligands and anions that are written with a digit behind them. */
const COUNTED =
  'bromide chloride fluoride hydroxy iodide nitrate nitride oxide peptide phosphate phosphoric phosphonate sulfate sulphate sulfide sulphide';

const MULTIPLES = buildTrie([
  ...PREFIXES.map(([prefix, digit]) => [prefix + COUNTED.replaceAll(' ', ` ${prefix}`), 1 << digit] as const),
  ['peroxide', 1 << 2],
]);

/** The letters of the shortest word that has such a prefix ("dioxide"). */
export const SHORTEST_MULTIPLE = 7;

/** The digit, as a bit, that the prefix of the word `codes[from..to)` (folded) stands for: 2 in "bisphosphate(s)"; else 0. */
export function multipleOf(codes: Uint16Array, from: number, to: number): number {
  let node = 0;
  let found = 0;
  for (let at = from; at < to; at++) {
    node = MULTIPLES.step(node, codes[at]!);
    if (node === 0) break;
    found = MULTIPLES.bits(node) || found;
  }
  return found;
}
