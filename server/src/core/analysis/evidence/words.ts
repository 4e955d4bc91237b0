/** What the words right before and behind a token say of it, and the one that a hyphen joins to it: "DEAD-box helicases". */
import { HASH, HYPHEN, OPEN_PARENTHESIS } from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import { Char, characterClass, isAllCapitals, isDigit, isSmall } from '../characters.ts';
import { buildTrie, foldedWordBits, type Trie } from '../trie.ts';
import { Evidence } from './bits.ts';
import { NEIGHBOUR, type Neighbourhood } from './neighbourhood.ts';

/** Words by the evidence that they are. */
type WordsOf = Readonly<Partial<Record<keyof typeof Evidence, string>>>;

const BEHIND: WordsOf = {
  geneWord:
    'gene genes mrna mrnas transcript transcripts locus loci allele alleles promoter knockout knock-out ' +
    'knockdown mutation mutations mutant mutants family transcription homolog homologs ortholog ' +
    'interacting amplification fusion fusions deletion variant variants protein proteins amplified ' +
    'mutated rearranged inactivation',
  cellWord: 'cells cell line lines',
  strainWord: 'mice mouse rats rat strain strains littermates',
  trialWord: 'trial trials study studies cohort consortium',
  companyWord:
    'biosciences bioscience systems healthcare technologies technology grant grants fellowship ' +
    'scholarship scientific millipore inc ltd llc gmbh corp corporation biotech pharma pharmaceuticals ' +
    'laboratories biologics biotec life therapeutics',
  reagentWord: 'antibody',
  softwareWord:
    'software package packages database algorithm library toolkit pipeline solver portal repository ' +
    'browser',
  itemWord: 'column columns',
  motifWord:
    'box motif motifs repeat repeats peptide tetrapeptide site furin cleavage recognition content bias ' +
    'biases rich skew context contexts dinucleotide dinucleotides',
  domainWord: 'domain domains finger fingers fold plot plots',
  fileWord: 'file files format formats',
  // Of a blood group: "AB serum".
  ordinalWord: 'serum sera plasma',
};

const BEFORE: WordsOf = {
  geneWord: 'gene genes genotyped genotyping encoding oncogene oncogenes suppressor',
  strainWord: 'strain strains',
  trialWord: 'trial trials',
  capitalRun: 'boolean logical binary',
  labelWord:
    'figure figures fig figs table tables panel panels scheme movie labelled labeled video equation eq ' +
    'section appendix supplementary dataset',
  reagentWord: 'clone clones catalog catalogue cat antibody',
  softwareWord: 'software package packages database algorithm library',
  itemWord:
    'participant patient subject donor sample specimen biospecimen gene transcript cell cluster study ' +
    'disease phenotype variant protein term ontology accession pubmed entrez ensembl',
  donorList: 'donors patients subjects participants volunteers animals macaques specimens isolates',
  identifierWord: 'clone clones catalog catalogue cat sp spp',
  ordinalWord:
    'phase phases type types class grade grades stage stages group complex factor level category part ' +
    'step arm cohort world war century centuries millennium millennia complexes factors levels categories ' +
    'parts steps arms collagen collagens angiotensin lamina layer layers tier',
  article: 'a an',
};

function trieOf(wordsOf: WordsOf): Trie {
  const kinds = Object.entries(wordsOf) as [keyof typeof Evidence, string][];
  return buildTrie(kinds.map(([kind, words]) => [words, Evidence[kind]] as const));
}

const wordsBehind: Trie = trieOf(BEHIND);
const wordsBefore: Trie = trieOf(BEFORE);

/** "cat. # BD" */
const AFTER_HASH = Evidence.reagentWord | Evidence.identifierWord;

export function ofWords(around: Neighbourhood): number {
  return ofWordBehind(around) | ofWordBefore(around) | ofEnding(around);
}

const LETTER = Char.upper | Char.lower | Char.greek;

function ofWordBehind({ text, end }: Neighbourhood): number {
  let wordStart = end;
  const limit = Math.min(text.length, end + NEIGHBOUR);
  while (wordStart < limit && (characterClass(unitAt(text, wordStart)) & (Char.space | Char.hyphen)) !== 0)
    wordStart++;
  let wordEnd = wordStart;
  while (wordEnd < limit && (characterClass(unitAt(text, wordEnd)) & (LETTER | Char.hyphen)) !== 0) wordEnd++;
  return foldedWordBits(wordsBehind, text, wordStart, wordEnd);
}

function ofWordBefore(around: Neighbourhood): number {
  const { text, start, end, wordStart, wordEnd } = around;
  if (!around.hasWordBefore) return wordEnd > 0 && unitAt(text, wordEnd - 1) === HASH ? AFTER_HASH : 0;
  if (isAllNumerals(text, wordStart, wordEnd) && around.preceding !== OPEN_PARENTHESIS)
    return Evidence.afterNumber;
  const isShout =
    wordEnd - wordStart >= 3 &&
    end - start >= 2 &&
    isAllCapitals(text, wordStart, wordEnd) &&
    isAllCapitals(text, start, end);
  return foldedWordBits(wordsBefore, text, wordStart, wordEnd) | (isShout ? Evidence.capitalRun : 0);
}

/** The longest and the shortest word that is looked at behind a hyphen inside a token. */
const LONGEST_ENDING = 12;
const SHORTEST_ENDING = 3;

/** What a word of small letters behind a token's last hyphen says. */
function ofEnding({ text, start, end }: Neighbourhood): number {
  const floor = Math.max(start, end - LONGEST_ENDING);
  let at = end;
  while (at > floor && isSmall(unitAt(text, at - 1))) at--;
  const isEnding = end - at >= SHORTEST_ENDING && at > start && unitAt(text, at - 1) === HYPHEN;
  return isEnding ? foldedWordBits(wordsBehind, text, at, end) : 0;
}

function isAllNumerals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}
