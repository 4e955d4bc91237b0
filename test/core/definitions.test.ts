import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDefinitions } from '../../server/src/core/analysis/definitions/index.ts';

/** The definitions of a text as "form: short = long". */
function read(text: string): string[] {
  return findDefinitions(text).map(({ form, short, long }) => {
    const slice = ({ start, end }: { start: number; end: number }) =>
      text.slice(start, end).replaceAll('\uE000', '');
    return `${form}: ${slice(short)} = ${slice(long)}`;
  });
}

const DEFINED: readonly (readonly [text: string, ...definitions: string[]])[] = [
  [
    'phosphatidylinositol 4,5-bisphosphate (PIP2)',
    'long-short: PIP2 = phosphatidylinositol 4,5-bisphosphate',
  ],
  [
    'PIP3 (phosphatidylinositol 3,4,5-trisphosphate)',
    'short-long: PIP3 = phosphatidylinositol 3,4,5-trisphosphate',
  ],
  ['carbon dioxide (CO2) incubator', 'long-short: CO2 = carbon dioxide'],
  ['the PSD-95/Dlg/ZO-1 (PDZ) domain', 'long-short: PDZ = PSD-95/Dlg/ZO-1'],
  ['an RGD (Arg-Gly-Asp) motif', 'short-long: RGD = Arg-Gly-Asp'],
  [
    'cyclophosphamide, doxorubicin, vincristine, and prednisone (CHOP)',
    'long-short: CHOP = cyclophosphamide, doxorubicin, vincristine, and prednisone',
  ],
  [
    'BEAM (carmustine, etoposide, cytarabine, melphalan)',
    'short-long: BEAM = carmustine, etoposide, cytarabine, melphalan',
  ],
  ['the percentage of inhibition (PI%)', 'long-short: PI = percentage of inhibition'],
  ['the percentage of inhibition (PI\uE000%)', 'long-short: PI = percentage of inhibition'],
  ['grown on 1, 3-propanediol (PDO)', 'long-short: PDO = 1, 3-propanediol'],
  ['in years 1, 2-year survivors of cancer (YSC) were', 'long-short: YSC = 2-year survivors of cancer'],
  ['a single-stranded non-segmented RNA (ssRNA)', 'long-short: ssRNA = single-stranded non-segmented RNA'],
  [
    'into ethanol (EtOH), ethyl acetate (EtOAc) and',
    'long-short: EtOH = ethanol',
    'long-short: EtOAc = ethyl acetate',
  ],
  ['We use a chimeric antigen receptor (CAR).', 'long-short: CAR = chimeric antigen receptor'],
  ['a chimeric antigen\nreceptor (CAR)', 'long-short: CAR = chimeric antigen\nreceptor'],
  ['Spots by ELISPOT (enzyme-linked immunospot) were', 'short-long: ELISPOT = enzyme-linked immunospot'],
  ['acute graft-versus-host disease [GvHD] was', 'long-short: GvHD = graft-versus-host disease'],
  ['toxicity (graft-versus-host disease [GvHD]) was', 'long-short: GvHD = graft-versus-host disease'],
  [
    'programmed cell death protein 1 (PD-1; also CD279)',
    'long-short: PD-1 = programmed cell death protein 1',
  ],
  ['cytokine release syndrome (CRS, p < 0.001)', 'long-short: CRS = cytokine release syndrome'],
  ['the tumor microenvironment (hereafter, TME)', 'long-short: TME = tumor microenvironment'],
  ['the tumor microenvironment (hereafter TME)', 'long-short: TME = tumor microenvironment'],
  ['tumor microenvironment (hereafter referred to as "TME")', 'long-short: TME = tumor microenvironment'],
  ['graft-versus-host disease \uFFFC\uFFFC\uFFFC (GvHD)', 'long-short: GvHD = graft-versus-host disease'],
  ['cytokine release syndrome (CRS \uFFFC\uFFFC)', 'long-short: CRS = cytokine release syndrome'],
  ['interleukin (IL)-2 and', 'long-short: IL = interleukin'],
  ['a natural killer (NK)-cell product', 'long-short: NK = natural killer'],
  ['the chimeric antigen receptor (CAR)-T product', 'long-short: CAR = chimeric antigen receptor'],
  ['the "chimeric antigen receptor" ("CAR")', 'long-short: CAR = chimeric antigen receptor'],
  ['chimeric antigen receptors (CARs)', 'long-short: CARs = chimeric antigen receptors'],
  ['a personal access token (pat)', 'long-short: pat = personal access token'],
  ['Regulatory T (T\uE000reg\uE000) cells', 'long-short: Treg = Regulatory T'],
  ['tumor necrosis factor-α (TNF-alpha)', 'long-short: TNF-alpha = tumor necrosis factor-α'],
  ['gamma delta T (γδ T) cells', 'long-short: γδ T = gamma delta T'],
  ['neural cell adhesion molecule L1 (L1CAM)', 'long-short: L1CAM = cell adhesion molecule L1'],
  ['T helper 17 (Th17) cells', 'long-short: Th17 = T helper 17'],
  ['γδ T (gamma delta T) cells', 'short-long: γδ T = gamma delta T'],
  ['helper T (TH) cells', 'long-short: TH = helper T'],
  ['CAR-NK (Natural Killer) cells', 'short-long: NK = Natural Killer'],
  ['NK cells (natural killer cells)', 'short-long: NK cells = natural killer cells'],
  ['ADAM (a disintegrin and metalloprotease)', 'short-long: ADAM = a disintegrin and metalloprotease'],
  ['the tumor microenvironment, or TME, is', 'apposition: TME = tumor microenvironment'],
  ['natural killer, or NK, cells', 'apposition: NK = natural killer'],
  ['PD-1, i.e., programmed cell death protein 1, is', 'apposition: PD-1 = programmed cell death protein 1'],
  ['cytokine release syndrome, hereafter CRS, was', 'apposition: CRS = cytokine release syndrome'],
  ['graft-versus-host disease, abbreviated as GvHD, was', 'apposition: GvHD = graft-versus-host disease'],
  ['CAR stands for chimeric antigen receptor.', 'apposition: CAR = chimeric antigen receptor'],
  [
    'CAR = chimeric antigen receptor; NK = natural killer.',
    'apposition: CAR = chimeric antigen receptor',
    'apposition: NK = natural killer',
  ],
  [
    'estrogen and progesterone receptors (ER and PR)',
    'coordinated: ER = estrogen and progesterone receptors',
    'coordinated: PR = progesterone receptors',
  ],
  [
    'progression-free and overall survival (PFS and OS, respectively)',
    'coordinated: PFS = progression-free and overall survival',
    'coordinated: OS = overall survival',
  ],
  [
    'the tumor microenvironment (TME or TM)',
    'long-short: TME = tumor microenvironment',
    'long-short: TM = tumor microenvironment',
  ],
  ['mucin (ascites sialoglycoprotein 1, ASGP-1)', 'long-short: ASGP-1 = ascites sialoglycoprotein 1'],
  ['stress-activated protein kinases (SAPK/JNKs)', 'long-short: SAPK = stress-activated protein kinases'],
  ['48-kDa polypeptide (p48)', 'long-short: p48 = 48-kDa polypeptide'],
  ['inhibits type 2 NO synthase (NOS2)', 'long-short: NOS2 = type 2 NO synthase'],
  ['retinoblastoma protein (pRb)', 'long-short: pRb = retinoblastoma protein'],
  ['3,5-dihydroxyphenylglycine (DHPG)', 'long-short: DHPG = 3,5-dihydroxyphenylglycine'],
  ['tumors from The Cancer Genome Atlas (TCGA)', 'long-short: TCGA = The Cancer Genome Atlas'],
  ['to maintain a mismatch repair (MMR)', 'long-short: MMR = mismatch repair'],
  ['by immunofluorescence (IF)', 'long-short: IF = immunofluorescence'],
  [
    'a half-maximal effective concentration (EC50) of',
    'long-short: EC50 = half-maximal effective concentration',
  ],
  ['the median lethal dose (LD50)', 'long-short: LD50 = median lethal dose'],
  ['the 90% inhibitory concentration (IC90)', 'long-short: IC90 = 90% inhibitory concentration'],
  [
    'a rise of the intracellular free Ca2+ concentration ([Ca2+]i)',
    'long-short: [Ca2+]i = intracellular free Ca2+ concentration',
  ],
  [
    'area under the receiver operating characteristic curve (AUC)',
    'long-short: AUC = area under the receiver operating characteristic curve',
  ],
  ['blockade of the oestrogen receptor (ER)', 'long-short: ER = oestrogen receptor'],
  ['by cross-linking mass spectrometry (XL-MS)', 'long-short: XL-MS = cross-linking mass spectrometry'],
  ['coated gold nanoparticles (AuNPs)', 'long-short: AuNPs = gold nanoparticles'],
  ['treated with sodium butyrate (NaBu)', 'long-short: NaBu = sodium butyrate'],
  ['founded the World Wide Web Consortium (W3C) in', 'long-short: W3C = World Wide Web Consortium'],
  [
    'Replacement, Reduction and Refinement (3Rs) guide us',
    'long-short: 3Rs = Replacement, Reduction and Refinement',
  ],
  ['at the Federal Fluminense University (UFF), Brazil', 'long-short: UFF = Federal Fluminense University'],
  ['levels of interleukin-10(IL-10)were raised', 'long-short: IL-10 = interleukin-10'],
  ['in old mice.Platelet-activating factor (PAF) is', 'long-short: PAF = Platelet-activating factor'],
  ['(with a carrier (KLH) or adjuvanted antigen (AA) only', 'long-short: AA = adjuvanted antigen'],
  [
    'a decoy (spots were counted by enzyme-linked immunospot, ELISPOT) and',
    'long-short: ELISPOT = enzyme-linked immunospot',
  ],
  [
    'breathing (maximal expiratory pressure, MEP; maximal inspiratory pressure, MIP) was',
    'long-short: MEP = maximal expiratory pressure',
    'long-short: MIP = maximal inspiratory pressure',
  ],
  [
    'the Alliance (formerly the International Vaccine Alliance, IVA) and',
    'long-short: IVA = International Vaccine Alliance',
  ],
  ['the officer in charge (chief medical officer – CMO) said', 'long-short: CMO = chief medical officer'],
  ['reveals the Origin (O) and the Destination (D)', 'long-short: O = Origin', 'long-short: D = Destination'],
];

for (const [text, ...definitions] of DEFINED) {
  test(`defined: ${text}`, () => assert.deepEqual(read(text), definitions));
}

const NOT_DEFINED: readonly string[] = [
  'of the cells, 5 (IL%) were',
  'as before (Figure 1)',
  'in all mice (n = 12)',
  'an antibody from one source (Abcam)',
  'the antigen TRP1 (TA99)',
  'VCAM-1 (or CD106)',
  'in an earlier year (2019)',
  'the survival was longer (p < 0.001)',
  'two clones (C, D) were',
  'the signal(s) transmitted',
  'mice (Jackson Laboratory, Bar Harbor, ME)',
  'an anti-CD3 antibody (clone OKT3)',
  'the National Institutes of Health (Bethesda, MD)',
  'p = 0.05, n = 12 and OR = 2.1',
  'the hazard ratio (95% CI 0.3-0.9)',
  'as described (Mehrel, T., Hohl, D., and Roop, D. R. (1990) Cell 61)',
  'an asparagine-to-serine substitution at codon 63 (N63S)',
  'three steps: first (i) binding and then (ii) internalisation',
  'the domain of Notch (NotchIC) targets',
  'ubiquitin-activating enzyme (E1)',
  'a mutein of IL-2Rβ (reduced binding to IL-2Rα) was',
  'We measured affinity for biotinylated antigen (ForteBio).',
  'FancC (FancF and FancG)',
  'IL-2Rβ, or reduced binding to IL-2Rα, induce',
  'outlier tumors (BRAF-driven LGG, BRAF-driven and wildtype ganglioglioma, and CNS embryonal NOS)',
  'the CBTN (https://cbtn.org/) and',
  'two-dimensional and three-dimensional (time and space) models',
  'a three-dimensional (time-resolved) view',
  'three-dimensional (time) and',
  'some components (TRAP220, TRAP170/HRGR1, and TRAP100) of',
  'melanoma BRAF (BRAF-driven and wildtype) tumors',
  'reduced by iron Fe(II)/Fe(III)',
  'rates increasing with increasing Fe (II)',
  'images were read (Invivo; Pewaukee, WI)',
  'at 1 mM and at 2 mM (1.5 nmol/L) and',
  'twenty adults (8 men: 35-59 years, 12 women) with',
  'the ligase binds to mutant p53 and then degrades it (LBP)',
];

for (const text of NOT_DEFINED) {
  test(`not defined: ${text}`, () => assert.deepEqual(read(text), []));
}
