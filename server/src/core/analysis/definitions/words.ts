/** Word lists of the finder (data). All lower case. */

import { GREEK_BY_NAME } from '../characters.ts';
import { buildTrie, type Trie } from '../trie.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What a word means to a long form; the bits of WORD_BITS. */
export const WordBit = {
  /** Usually left out of a short form; no long form ends with it. */
  stop: 1,
  /** An indefinite article or the like: a noun phrase begins, and seldom goes on across it. */
  article: 2,
  /** No long form begins with it, unless a letter of the short form stands for it. */
  weak: 4,
  /** A long form may begin with it (named entity), but seldom does. */
  participle: 256,
  /** Says what kind of thing a name is of; left out at its end: retinoblastoma gene (Rb). */
  generic: 8,
  /** What an "of" goes on with: a long form seldom begins with both ("effect of electroencephalography", EEG). */
  relation: 1024,
  /** A numeral after it belongs to it. */
  classifier: 16,
  /** A unit of measure, left out after a number: 48-kDa protein (p48). */
  unit: 32,
  /** A short form may give something else for it than its letters: NUMBER_WORDS, SYMBOLS, SOUNDS, a Greek letter. */
  symbol: 128,
  /** The head of what stands before it follows it: catalytic subunit of …. */
  of: 512,
  /** A finite verb, relative or conjunction: a clause begins, and hardly any name goes on across it. */
  clause: 64,
} as const;

const LISTS: readonly (readonly [bits: number, words: string])[] = [
  [
    WordBit.stop,
    'and as at by during for from in into of on onto or per plus under upon versus with within without vs',
  ],
  [WordBit.of, 'of'],
  [WordBit.stop | WordBit.article, 'a an the another any each every some'],
  [WordBit.stop, 'this these those their its our'],
  [
    WordBit.weak,
    'a against after an and as at because before between both but by corresponding designated during encoded encoding for from had has have including indexed into is its namely of on onto or our per plus such suggest suggested that the their these this those three through to two upon using versus via vs was we were which while with',
  ],
  [WordBit.participle, 'containing lacking'],
  [
    WordBit.relation,
    'absence amount amounts concentrations determination effect effects expression importance incidence influence levels occurrence patients prevalence presence role roles studies study use uses',
  ],
  [WordBit.participle | WordBit.clause, 'called named termed'],
  [
    WordBit.generic,
    'bromide cdna cell cells chain chloride domain domains enzyme factor family gene genes hydrochloride iodide ion ions isoform line loci locus molecule mrna mutant peptide product protein proteins receptor region salt sequence subunit system type virus',
  ],
  [WordBit.classifier, 'type class group subtype phase family subfamily superfamily member'],
  [WordBit.unit, 'kda kd da bp kb kbp mb mm cm nm ml mg'],
  [
    WordBit.clause | WordBit.weak,
    'although activates are be became because become becomes been being belongs binds but can catalyses catalyzes comprise comprised comprises consists contain contains converts could demonstrated demonstrates depends did differs do does encode encodes exhibits exists expresses had has have if includes induces inhibits interacts involves is may mediates might must occurred occurs participates phosphorylates plays possesses prevents produces promotes recognises recognizes reduces regulates remains represents requires respectively revealed reveals shall should showed stimulates suggests suppresses than undergoes underwent that was were when where whereas which while who whom whose will would yielded yields',
  ],
];

/** Ordinary words that stand in brackets or before them, but are no short forms. */
export const NOT_SHORT = list(
  'a an and as at but by e.g eg et etc for from i.e ie if in into is it its no nor not of on or our per see than that the then they this to us via vs was we were which with who ' +
    'above after all also although among any are approximately because been before being below between both can data did different each either few fig figure figures first group groups had has have her high his how least left less ' +
    'like low lower made male female many may mean more most much must near new none normal one only other others out over patients positive negative range ref refs respectively right same section shown similar some such table tables total ' +
    'their them there these those three through two under unpublished up upper used using well were when where while whose will within without yes results right see eq equation supplementary supplemental ' +
    'appendix chapter page pages panel part step day days week weeks month months year years hour hours min sec age aged mice rat rats human humans mouse men women usa uk inc ltd corp co ' +
    'time times space cell cells size rate rates dose doses test tests case cases set score scores level levels type types site sites late early fast slow best rest end start area mass mode item items true false note notes per post line lines',
);

/** Numbers of enumerations, "(i) … (ii) …": no short forms in small letters. */
export const ENUMERATION = list('i ii iii v vi vii viii ix x');

/** Statistics that are given with their value, and the words that their names end with. */
export const STATISTICS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['CI', list('index interval intervals limits')],
  ['HR', list('rate ratio ratios')],
  ['OR', list('odds ratio ratios')],
  ['RR', list('interval rate ratio ratios risk risks')],
  ['SD', list('deviation deviations disease')],
  ['SE', list('error errors')],
]);

/** Words that end in a full stop inside a sentence. */
export const ABBREVIATED_WORDS = list(
  'al approx ca cf cv dr e.g eg fig i.e ie incl no resp sp spp ssp st subsp var viz vs',
);

/** Number words and the digits that stand for them in a short form. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ['zero', '0'],
  ['one', '1'],
  ['single', '1'],
  ['first', '1'],
  ['two', '2'],
  ['second', '2'],
  ['three', '3'],
  ['third', '3'],
  ['four', '4'],
  ['fourth', '4'],
  ['five', '5'],
  ['fifth', '5'],
  ['six', '6'],
  ['sixth', '6'],
  ['seven', '7'],
  ['seventh', '7'],
  ['eight', '8'],
  ['nine', '9'],
  ['ten', '1'],
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['v', '5'],
  ['vi', '6'],
  ['vii', '7'],
  ['viii', '8'],
  ['ix', '9'],
]);

/**
 * Words that a short form takes other letters for than their own first: chemical elements and amino acids by their
 * symbols (IUPAC-IUB 1984), drugs by the older or trade names that regimens are called after (CHOP: hydroxydaunorubicin,
 * Oncovin; BEAM: BCNU, Ara-C; VRd: Velcade, Revlimid), numbers by their digits. At most two letters or digits each, and no more than the word
 * has letters.
 */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['acetate', 'oac'],
  ['amino', 'n'],
  ['aminoterminal', 'n'],
  ['ammonia', 'nh3'],
  ['ammonium', 'nh4'],
  ['arg', 'r'],
  ['arginine', 'r'],
  ['asn', 'n'],
  ['asp', 'd'],
  ['asparagine', 'n'],
  ['bicarbonate', 'hco3'],
  ['bortezomib', 'v'],
  ['capecitabine', 'xel'],
  ['carbonate', 'co3'],
  ['carfilzomib', 'k'],
  ['carmustine', 'b'],
  ['cisplatin', 'p'],
  ['copper', 'cu'],
  ['cytarabine', 'a'],
  ['deruxtecan', 'dxd'],
  ['doxorubicin', 'h'],
  ['electrocardiogram', '.......k'],
  ['electrocardiography', '.......k'],
  ['emtansine', 'dm1'],
  ['fifty', '50'],
  ['gln', 'q'],
  ['glu', 'e'],
  ['glutamine', 'q'],
  ['glutathione', 'gsh'],
  ['gold', 'au'],
  ['half', '50'],
  ['hydrogen', 'h2'],
  ['hydroxide', 'oh'],
  ['iron', 'fe'],
  ['lead', 'pb'],
  ['lenalidomide', 'r'],
  ['leucovorin', 'fol'],
  ['lys', 'k'],
  ['lysine', 'k'],
  ['median', '50'],
  ['methane', 'ch4'],
  ['na', 's'],
  ['ninety', '90'],
  ['nitrate', 'no3'],
  ['nitrite', 'no2'],
  ['nitrogen', 'n2'],
  ['nitrous', 'n2'],
  ['oxygen', 'o2'],
  ['ozone', 'o3'],
  ['peak', 'max'],
  ['phe', 'f'],
  ['phenylalanine', 'f'],
  ['phosphate', 'po4'],
  ['polyglutamine', '....q'],
  ['potassium', 'k'],
  ['proton', '1h'],
  ['silver', 'ag'],
  ['sodium', 'na'],
  ['sulfate', 'so4'],
  ['sulphate', 'so4'],
  ['thymidine', 'tdr'],
  ['tritiated', '3h'],
  ['trough', 'min'],
  ['trp', 'w'],
  ['tryptophan', 'w'],
  ['tyr', 'y'],
  ['tyrosine', 'y'],
  ['vincristine', 'o'],
  ['water', 'h2o'],
  ['xi', '11'],
  ['xii', '12'],
  ['xiii', '13'],
  ['xiv', '14'],
  ['xv', '15'],
  ['xvi', '16'],
  ['xvii', '17'],
  ['xviii', '18'],
  ['xix', '19'],
]);

/** Small words inside a compound that are abbreviated to the digit that sounds like them: P2P (peer-to-peer). */
export const SOUNDS: ReadonlyMap<string, string> = new Map([
  ['for', '4'],
  ['to', '2'],
]);

/** Beginnings of words for which a short form may take another letter: XML (extensible), ER (oestrogen receptor). */
export const INITIALS: readonly (readonly [beginning: string, letter: string])[] = [
  ['cross', 'x'],
  ['ex', 'x'],
  ['oe', 'e'],
];

/** All words that mean something, for walking letter by letter. */
export const WORD_BITS: Trie = buildTrie([
  ...LISTS.map(([bits, words]) => [words, bits] as const),
  ...[NUMBER_WORDS, SYMBOLS, SOUNDS, GREEK_BY_NAME].map(
    words => [[...words.keys()].join(' '), WordBit.symbol] as const,
  ),
]);

/**
 * What may stand between the two forms, as letters are read: stops and white space don't count ("i.e." is "ie").
 * Any of them may follow another ("also", "referred to", "here", "as").
 */
export const LEAD_INS: readonly string[] = [
  ...['an ', 'the ', 'its ', 'whose ', ''].flatMap(article =>
    ['abbreviation', 'acronym', 'initialism', 'initials'].flatMap(noun =>
      ['', ' is', ' for', ' of'].map(preposition => article + noun + preposition),
    ),
  ),
  ...['as', 'by', 'to'].flatMap(preposition =>
    ['abbreviated', 'defined', 'denoted', 'designated', 'known', 'referred', 'shortened', 'written'].map(
      participle => `${participle} ${preposition}`,
    ),
  ),
  ...['abbreviated', 'called', 'denoted', 'designated', 'dubbed', 'named', 'termed'],
  ...['hereafter', 'hereby', 'herein', 'hereinafter', 'henceforth'],
  ...[
    'hence',
    'hence the abbreviation',
    'hence the acronym',
    'hence the name',
    'thus the acronym',
    'short for',
    'short name',
    'in short',
    'derived from',
    'denoting',
    'meaning',
    'standing for',
    'stands for',
    'which is',
    'which stands for',
  ],
  ...['abbr', 'ie', 'namely', 'that is', 'viz', 'or', 'or just', 'or simply', 'formerly', 'previously'],
];

/** The same, but only after another or at the head of a remark in brackets: too much else follows a comma so. */
export const WEAK_LEAD_INS: readonly string[] = ['also', 'as', 'for', 'from', 'here', 'now'];

/** What may stand before a lead-in, but is none by itself: "commonly known as". */
export const LEAD_IN_ADVERBS: readonly string[] = [
  ...[
    'also',
    'best',
    'better',
    'collectively',
    'commonly',
    'conventionally',
    'frequently',
    'generally',
    'informally',
  ],
  ...[
    'internally',
    'just',
    'more',
    'most',
    'normally',
    'now',
    'officially',
    'often',
    'otherwise',
    'popularly',
    'simply',
  ],
  ...['sometimes', 'together', 'typically', 'usually', 'variously', 'widely'],
];
