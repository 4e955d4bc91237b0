/** Programs, their versions and what they are cited for: "SILVA (v. 132)", "GTDB reference database", "OMIM: 300534". */
import { COLON, HASH, OPEN_PARENTHESIS } from '../../signs.ts';
import { isCapital, isDigit } from '../characters.ts';
import { buildTrie } from '../trie.ts';
import { Evidence } from './bits.ts';
import { Lead, type Neighbourhood } from './neighbourhood.ts';

const VERSION_AFTER = /^\s\(?(?:[Vv]\.?\s?\d|[Vv]er(?:sion|\.)?\s?[\d\uFFFC])/;
const SOFTWARE_AFTER =
  /^(?:\s\([^)]{1,16}\))?(?:\s(?:R|Python|Bioconductor|web|online|reference|sequence|gene|[A-Z][\w-]{1,16})){0,2}\s(?:software|packages?|databases?|pipelines?|toolkit|web server|suite|solver)\b/;
/** What SOFTWARE_AFTER can begin with, capitals and parentheses apart. */
const softwareWords = buildTrie([
  ['web online reference sequence gene software package database pipeline toolkit suite solver', 1],
]);
/** "OMIM: 300534" */
const ACCESSION_AFTER = /^[:#]\s?\d{4}/;
/** "Strelka [@key]" */
const CITATION_AFTER = /^\s?[\uFFFC[]/;
const SMALL_V = 0x76;

export function ofSoftware(around: Neighbourhood): number {
  const isCited = (around.lead & Lead.tool) !== 0 && CITATION_AFTER.test(around.after);
  return (isSoftware(around) ? Evidence.softwareWord : 0) | (isCited ? Evidence.cited : 0);
}

function isSoftware(around: Neighbourhood): boolean {
  const { following, behindFollowing } = around;
  if (!around.isSpaced) {
    const isMark = following === COLON || following === HASH;
    return isMark && ACCESSION_AFTER.test(around.after);
  }
  // Most tokens stand before a word that can begin neither.
  const mayFollow =
    isCapital(behindFollowing) ||
    isDigit(behindFollowing) ||
    behindFollowing === OPEN_PARENTHESIS ||
    behindFollowing === SMALL_V ||
    around.isBefore(softwareWords);
  return mayFollow && (VERSION_AFTER.test(around.after) || SOFTWARE_AFTER.test(around.after));
}
