import { buildTrie } from '../trie.ts';

/**
 * Combining forms of biomedical words (data): where one of them ends or begins, a short form may take a
 * letter from the middle of a word (immuno|fluorescence → IF, lipo|poly|saccharide → LPS).
 */
const FIRST =
  'acetyl adeno aero allo amino amyl andro angio anti arabino arthro auto azo bacterio benz benzo beta bi bio brady brom bromo ' +
  'bronchi broncho calci carbo carboxy cardio centi cephal cerebro chemo chlor chloro cholangio chole cholecyst chondro chromo chrono co colo contra counter cranio ' +
  'cross cryo cyclo cyst cyto de deca deci dehydro dendri deoxy dermato di diethyl dihydro dimethyl dis down echo ecto electro encephalo endo entero epi erythro ethyl ' +
  'extra fibrino fibro fluor fluoro galacto gastro genito giga glomerulo gluco glyco granulo gyneco haem haema haemo hem hema hemato hemi hemo hepato hetero hexa hist ' +
  'histo homo hydro hydroxy hyper hypo idio immuno in infra inter intra iod iodo iso karyo kerato kilo lacto laparo leuco leuk leuko lipo litho lympho lyso ' +
  'macro magneto mal mega melano meningo mercapto meta methoxy methyl metro micro mid milli mis mito mono morpho multi muco myco myelo myo ' +
  'nano naso necro neo nephro neuro nitro non nor normo nucleo oligo omni onco oro ortho osteo out over oxy paleo pan para ' +
  'patho penta per peri phago pharmaco phenyl phono phospho photo phylo pico plasmino pneumo poly porphyr post pre pro propyl pros proteo proto pseudo psycho ' +
  'pulmo pyelo pyro quadri radio re retino retro rhino ribo sarco sero single spectro spermato spino spondylo spleno staphylo steno sub sulf sulfo sulpho super supra syn ' +
  'tachy tele tetra thermo thio thrombo thymo thyro tomo tox toxo trans tri trichlor trinitro ultra un under uni up uretero uro utero vaso ventriculo xeno';

const SECOND =
  'acetate acid albumin aldehyde amide aminase amine angiography anthracene arabine arthritis ase bacteria bacterium base bases benzene bilirubin blast ' +
  'blastoma butyric cancer carbon carcinoma cardiogram cardiography chemical chemistry chloride cholamine cholesterol choline chrome cide clonal coccus ' +
  'cortical corticoid cortin cyanate cyte cytes cytic cytosis dalton daltons dehydrogenase derm dipine dopamine dronate duction ectomy encephalogram ' +
  'encephalography ethanol fluorescence fluorescent galactosamine galactose gen genase genesis genetic globin globulin glucan glucosamine glucose ' +
  'glutaryl glycan glyceride glycerol grade gram graphy histochemistry hydroxylase immune immunity inositol intestinal kinase kine kinin lactone leukin ' +
  'lipid lipoprotein lymphocyte lysin lysis mannose mediate metabolic methane methyl metry mycin myelin myocyte myosin nectin nitrile nitrogen nitrone ' +
  'nuclear nucleoside nucleotide nucleotides oma opathy oxidase oxide oxygenase papilloma particle pathy penia peptide peroxidase peroxide phage phenol ' +
  'phenone phosphatase phosphate phosphoryl plasm plasmin plast plasty pressor propionic prost protease protein proteinase purine pyran pyrene pyridine ' +
  'pyrimidine reactive receptor reductase regulation resonance respiratory retinol ribose saccharide salicylic scan scope scopic scopy section serine ' +
  'somal some sphere sphingosine stain stasis stationary steroid steroids sterol sulfate sulfite sulfone sulfonic sulphate suppression synthase ' +
  'synthetase tax taxel tetrazolium thelial thelium therapy thiazol thiazole thiazoline thymidine thyroid thyronine thyroxine tide tonin toxic toxin ' +
  'transferase trexate tripsin trophic trophin trophy tropic tropin tryptamine tryptophan tuberculosis typic typing ulin uracil urea uria uridine ' +
  'valeric vascular viral virus viruses vitamin zole zyme';

/**
 * Elements that a short form may take other letters for than theirs, in the place of which they stand: OVX
 * (ovari|ectom|ized), RTx (radio|therapy), LTx (liver transplantation), MeHg (methyl|mercury).
 */
export const GIVING_ELEMENTS: readonly (readonly [element: string, letters: string])[] = [
  ['ectom', '.x'],
  ['mercury', 'hg'],
  ['therapy', '.x'],
  ['transplant', '.x'],
];

const First = 1;
const Second = 2;
/** Above it, the number of a giving element. */
const GIVING_SHIFT = 2;

const ELEMENTS = buildTrie([
  [FIRST, First],
  [SECOND, Second],
  ...GIVING_ELEMENTS.map(([element], index) => [element, (index + 1) << GIVING_SHIFT] as const),
]);

/** A second element counts from this many letters into the word on, a first one must leave this many. */
const MIN_BESIDE = 2;

/**
 * Sets `boundary[i]` to `mark` where it is 0 and a combining form ends or begins at `codes[i]`, for the word
 * `codes[from..to)` (folded), and `alias` to the letters that an element gives. Linear, since elements
 * are of bounded length.
 */
export function markMorphemes(
  codes: Uint16Array,
  from: number,
  to: number,
  boundary: Uint8Array,
  alias: Uint16Array,
  mark: number,
): void {
  for (let at = from; at < to - MIN_BESIDE; at++) {
    const starts = at === from || boundary[at] === mark;
    let node = 0;
    let second = false;
    for (let i = at; i < to; i++) {
      node = ELEMENTS.step(node, codes[i]!);
      if (node === 0) break;
      const bits = ELEMENTS.bits(node);
      if ((bits & First) !== 0 && starts && to - (i + 1) > MIN_BESIDE && boundary[i + 1] === 0)
        boundary[i + 1] = mark;
      if ((bits & Second) !== 0) second = true;
      const giving = bits >> GIVING_SHIFT;
      if (giving > 0) setAliases(alias, at, GIVING_ELEMENTS[giving - 1]![1]);
    }
    if (second && at - from >= MIN_BESIDE && boundary[at] === 0) boundary[at] = mark;
  }
}

/** Sets the aliases from an index on that aren't set yet to letters; a full stop stands for none. */
function setAliases(alias: Uint16Array, from: number, letters: string): void {
  for (let i = 0; i < letters.length; i++) if (letters[i] !== '.') alias[from + i] ||= letters.charCodeAt(i);
}
