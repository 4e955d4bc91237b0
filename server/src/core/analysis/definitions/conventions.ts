/** Short forms that a convention gives to what they stand for, whatever their letters (data). All words in lower case. */

const list = (words: string): readonly string[] => words.split(' ');

/**
 * Symbols of respiratory physiology (Pappenheimer et al. 1950; ATS/ERS 2017): a quantity, where it is measured, a gas.
 * The quantity's letter and the nouns that it stands for.
 */
export const QUANTITIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['c', list('content')],
  ['d', list('capacity')],
  ['f', list('concentration fraction fractional')],
  ['p', list('pressure tension')],
  ['s', list('saturation')],
  ['t', list('factor')],
  ['v', list('consumption elimination output production uptake')],
]);

/** The gases, and the words that name each. */
export const GASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CO', list('co monoxide')],
  ['CO2', list('co2 dioxide')],
  ['N2', list('n2 nitrogen')],
  ['NO', list('nitric no')],
  ['O2', list('o2 oxygen')],
]);

/** What else such a quantity's name is made of. */
export const MEASURED: ReadonlySet<string> = new Set([
  ...list(
    'alveolar arterial blood brain capillary carbon central cerebral diffusing diffusion end-tidal exhaled expired',
  ),
  ...list(
    'expiratory inspiratory inspired lung lungs maximal maximum mixed muscle nitric oxide partial peak peripheral pulmonary',
  ),
  ...list('pulse regional single-breath tissue transcutaneous transfer venous'),
]);

/** Quantities that an index tells apart: Kd (dissociation constant), Tm (melting temperature), ICa (calcium current), Ne (effective population size). */
export const INDEXED_QUANTITIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['E', list('potential')],
  ['G', list('conductance')],
  ['H', list('heterozygosity')],
  ['I', list('current currents')],
  ['K', list('constant constants')],
  ['M', list('mass weight')],
  ['N', list('size')],
  ['P', list('photosynthesis rate')],
  ['T', list('temperature temperatures')],
  ['V', list('potential velocity volume')],
  ['g', list('conductance')],
]);

/** Areas of the cortex by their letters, and what each is an area of. */
export const AREAS: ReadonlyMap<string, readonly string[]> = new Map([
  ['A', list('auditory')],
  ['M', list('motor')],
  ['S', list('sensory somatosensory')],
  ['V', list('visual')],
]);

/** The words for an area's number. */
export const RANKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['1', list('first primary')],
  ['I', list('first primary')],
  ['2', list('second secondary')],
  ['II', list('second secondary')],
]);

/** What joins those words. */
export const JOINING: ReadonlySet<string> = new Set(list('for in of the'));

const HALF_LIFE: readonly string[] = ['half-life', 'half-lives', 'half-time', 'half life'];

/** Symbols, without the charge of an ion, and what they are called; the longest name first. */
export const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'GSSG',
    ['oxidised glutathione', 'oxidized glutathione', 'glutathione disulfide', 'glutathione disulphide'],
  ],
  ['K', ['potassium']],
  ['Mr', ['molecular mass', 'molecular weight']],
  ['MSM', ['men who have sex with men', 'men having sex with men', 'men that have sex with men']],
  ['MSMW', ['men who have sex with men and women']],
  ['O2', ['superoxide anion radical', 'superoxide anion', 'superoxide radical', 'superoxide']],
  ['pI', ['isoelectric point', 'isoelectric points']],
  ['Pi', ['inorganic phosphate', 'phosphate']],
  ['T1/2', HALF_LIFE],
  ['t1/2', HALF_LIFE],
]);

/** Tumours by the codes of The Cancer Genome Atlas, and the words that a tumour's name may begin with. */
export const TUMORS: ReadonlyMap<string, readonly string[]> = new Map([
  ['BLCA', list('bladder urothelial')],
  ['BRCA', list('breast')],
  ['CESC', list('cervical')],
  ['COAD', list('colon colorectal')],
  ['ESCA', list('esophageal oesophageal')],
  ['HNSC', list('head')],
  ['KICH', list('chromophobe kidney renal')],
  ['KIRC', list('clear kidney renal')],
  ['KIRP', list('kidney papillary renal')],
  ['LAML', list('acute')],
  ['LIHC', list('hepatocellular liver')],
  ['LUAD', list('lung')],
  ['LUSC', list('lung')],
  ['OV', list('ovarian')],
  ['PAAD', list('pancreatic')],
  ['PRAD', list('prostate')],
  ['READ', list('rectal rectum')],
  ['SKCM', list('cutaneous skin')],
  ['STAD', list('gastric stomach')],
  ['TGCT', list('testicular')],
  ['THCA', list('thyroid')],
  ['UCEC', list('endometrial uterine')],
]);

/** What the name of a tumour ends with. */
export const TUMOR_NOUNS: ReadonlySet<string> = new Set(
  list(
    'adenocarcinoma cancer cancers carcinoma carcinomas leukaemia leukemia melanoma tumor tumors tumour tumours',
  ),
);
