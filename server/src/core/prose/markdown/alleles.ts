import { ASTERISK, UNDERSCORE } from '../../signs.ts';
import { isAlphanumeric, isDigit } from '../scan.ts';

/** No gene of which alleles are named has a longer symbol. */
const LONGEST_GENE = 20;

/**
 * Whether the asterisk at `at` belongs to an allele's name, as the HLA and the pharmacogene nomenclatures
 * write it: `HLA-DRB1*15:01`, `CYP2C19*2`. To CommonMark it may be emphasis; no author means that.
 */
export function isAlleleStar(text: string, at: number, from: number, to: number): boolean {
  if (at === from || !isDigit(text.charCodeAt(at + 1))) return false;
  let gene = at;
  while (gene > from && at - gene < LONGEST_GENE && isGeneUnit(text.charCodeAt(gene - 1))) gene--;
  if (!/[A-Z]/.test(text.charAt(gene)) || gene === at) return false;
  const allele = text.slice(at + 1, Math.min(at + 24, to));
  const before = gene > from ? text.charCodeAt(gene - 1) : 0;
  // `*CAR*2` is emphasis, `*HLA-A*02:01*` an allele in italics.
  if (before === ASTERISK || before === UNDERSCORE) return /^\d{2,3}:\d{2}/.test(allele);
  return /^\d{1,4}(?::\d{2,3})*(?![A-Za-z*_]{2})/.test(allele);
}

function isGeneUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2d;
}
