import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDefinitions, findListEntries } from '../../server/src/core/analysis/definitions/index.ts';

/** Every form in which writers define, in several natural variants: the text, then "short = long" for each pair. */
const FORMS: Readonly<Record<string, readonly (readonly [text: string, ...pairs: string[]])[]>> = {
  'as encyclopedias and conference papers write': [
    [
      'NATO, officially the North Atlantic Treaty Organization, is',
      'NATO = North Atlantic Treaty Organization',
    ],
    ['multi-head self-attention, MHSA for brevity, is', 'MHSA = multi-head self-attention'],
    ['the sum of squared errors – or SSE – was', 'SSE = sum of squared errors'],
    ['tagged as NN (noun, singular or mass) here', 'NN = noun'],
    [
      'CHOP (cyclophosphamide, doxorubicin, vincristine, and prednisone) was given',
      'CHOP = cyclophosphamide, doxorubicin, vincristine, and prednisone',
    ],
  ],
  'an index at a level, a hemoglobin, conjugates, subsets whose T goes without saying': [
    ['the Psoriasis Area and Severity Index (PASI 75) fell', 'PASI = Psoriasis Area and Severity Index'],
    [
      'a 90% fall in the Eczema Area and Severity Index (EASI-90) was',
      'EASI = Eczema Area and Severity Index',
    ],
    ['the simple endoscopic score (SES ≤ 2) was', 'SES = simple endoscopic score'],
    ['antibodies to heat shock protein (HSP 70) rose', 'HSP 70 = heat shock protein'],
    ['fetal hemoglobin [HbF] rose', 'HbF = fetal hemoglobin'],
    ['given trastuzumab deruxtecan (T-DXd) weekly', 'T-DXd = trastuzumab deruxtecan'],
    [
      'progenitor exhausted (TPEX) and terminally exhausted (TEX) cells',
      'TPEX = progenitor exhausted',
      'TEX = terminally exhausted',
    ],
  ],
  'a letter that the long form lacks': [
    ['beyond immunomodulatory drugs (IMiDs), engineered', 'IMiDs = immunomodulatory drugs'],
    ['proteasome inhibitors, immunomodulatory drugs (IMiDs)', 'IMiDs = immunomodulatory drugs'],
    ['the thyrotropin receptor (TSHR) gene', 'TSHR = thyrotropin receptor'],
    ['obesity, type 2 diabetes (T2DM) and age', 'T2DM = type 2 diabetes'],
    ['with nicotinamide adenine dinucleotide (NADH) as', 'NADH = nicotinamide adenine dinucleotide'],
    ['the yeast Rap1p (repressor activator protein 1) binds', 'Rap1p = repressor activator protein 1'],
  ],
  'hereafter and the like': [
    ['the germinal centre (hereafter GC) forms', 'GC = germinal centre'],
    ['the germinal centre (hereafter: "GC") forms', 'GC = germinal centre'],
    ['the germinal centre (hereinafter referred to as GC) forms', 'GC = germinal centre'],
    ['the germinal centre, hereafter GC, forms', 'GC = germinal centre'],
    ['the germinal centre, hereafter referred to as GC, forms', 'GC = germinal centre'],
    ['the germinal centre, referred to here as GC, forms', 'GC = germinal centre'],
    ['the germinal centre (referred to here as GC) forms', 'GC = germinal centre'],
    ['the germinal centre, henceforth GC, forms', 'GC = germinal centre'],
  ],
  'abbreviated, termed, known as': [
    ['the mixed lymphocyte reaction (abbreviated MLR) was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction (abbreviated as MLR) was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction (abbreviation: MLR) was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, abbreviated MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, abbreviated to MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, termed MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, known as MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, also known as MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction (also called MLR) was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, better known as MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, often shortened to MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, known by its acronym MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction, whose abbreviation is MLR, was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction (commonly abbreviated as MLR) was', 'MLR = mixed lymphocyte reaction'],
    ['the mixed lymphocyte reaction (or simply: MLR) was', 'MLR = mixed lymphocyte reaction'],
    ['the black mycelial diseases, referred to here as BMDS, are', 'BMDS = black mycelial diseases'],
  ],
  'or, and commas': [
    ['a virus-like particle, or VLP, is', 'VLP = virus-like particle'],
    ['a virus-like particle (or VLP) is', 'VLP = virus-like particle'],
    ['for use as a virus-like particle or VLP.', 'VLP = virus-like particle'],
    ['a virus-like particle or VLP is made', 'VLP = virus-like particle'],
    ['every virus-like particle, VLP, was', 'VLP = virus-like particle'],
    ['VLP, or virus-like particle, is', 'VLP = virus-like particle'],
    ['the EMA, the European Medicines Agency, said', 'EMA = European Medicines Agency'],
    ['set by the World Wide Web Consortium, W3C.', 'W3C = World Wide Web Consortium'],
  ],
  'that is, for short, stands for': [
    ['TCR, i.e., T cell receptor, is', 'TCR = T cell receptor'],
    ['TCR, that is, T cell receptor, is', 'TCR = T cell receptor'],
    ['TCR (i.e., T cell receptor) is', 'TCR = T cell receptor'],
    ['TCR (short for T cell receptor) is', 'TCR = T cell receptor'],
    ['TCR, short for T cell receptor, is', 'TCR = T cell receptor'],
    ['TCR, which stands for T cell receptor, is', 'TCR = T cell receptor'],
    ['TCR (which stands for "T cell receptor") is', 'TCR = T cell receptor'],
    ['TCR, standing for T cell receptor, is', 'TCR = T cell receptor'],
    ['Here TCR stands for T cell receptor.', 'TCR = T cell receptor'],
    ['Let TCR denote T cell receptor.', 'TCR = T cell receptor'],
    ['the T cell receptor (or TCR for short) is', 'TCR = T cell receptor'],
    ['the T cell receptor, TCR for short, is', 'TCR = T cell receptor'],
    ['The letters TCR stand for T cell receptor.', 'TCR = T cell receptor'],
  ],
  'acronym of': [
    [
      'TRUC is an acronym of "T-bet-deficient Rag ulcerative colitis".',
      'TRUC = T-bet-deficient Rag ulcerative colitis',
    ],
    [
      'MASH is the abbreviation for metabolic dysfunction-associated steatohepatitis.',
      'MASH = metabolic dysfunction-associated steatohepatitis',
    ],
    ['Luca (an acronym for lung cancer atlas) is', 'Luca = lung cancer atlas'],
  ],
  dashes: [
    ['the European Medicines Agency – EMA – said', 'EMA = European Medicines Agency'],
    ['the European Medicines Agency—EMA—said', 'EMA = European Medicines Agency'],
    ['EMA – the European Medicines Agency – said', 'EMA = European Medicines Agency'],
    [
      'Germ cells of mice. SPG - spermatogonia, SPC - spermatocytes.',
      'SPG = spermatogonia',
      'SPC = spermatocytes',
    ],
    [
      'HCM - hypertrophic cardiomyopathy; LQTS - long QT syndrome.',
      'HCM = hypertrophic cardiomyopathy',
      'LQTS = long QT syndrome',
    ],
    ['between PCR - a method - and cloning'],
  ],
  'equals sign': [
    ['MFI = median fluorescence intensity', 'MFI = median fluorescence intensity'],
    ['MFI, median fluorescence intensity; AU = arbitrary units.', 'AU = arbitrary units'],
    ['(MFI = median fluorescence intensity)', 'MFI = median fluorescence intensity'],
    ['NK = natural killer and DC = dendritic cell.', 'NK = natural killer', 'DC = dendritic cell'],
    ['HD = healthy donor PT = patient', 'HD = healthy donor', 'PT = patient'],
    ['NC = named clone.', 'NC = named clone'],
  ],
  reversed: [
    ['SPR (surface plasmon resonance) is', 'SPR = surface plasmon resonance'],
    ['SPR [surface plasmon resonance] is', 'SPR = surface plasmon resonance'],
    ['NER (named entity recognition) is', 'NER = named entity recognition'],
    ['CAR-NK (Natural Killer) cells', 'NK = Natural Killer'],
    ['CAR-NK (natural killer) cells', 'NK = natural killer'],
    ['anti-BCMA (B-cell maturation antigen) CARs', 'BCMA = B-cell maturation antigen'],
    [
      'MERLIN (Membrane Receptor Linked Inhibitor of Notch) is',
      'MERLIN = Membrane Receptor Linked Inhibitor of Notch',
    ],
  ],
  'nested and square brackets': [
    ['(graft-versus-host disease [GvHD])', 'GvHD = graft-versus-host disease'],
    ['(mild graft-versus-host disease [GvHD], n = 4)', 'GvHD = graft-versus-host disease'],
    ['graft-versus-host disease [GvHD]', 'GvHD = graft-versus-host disease'],
    ['graft-versus-host disease ([GvHD])', 'GvHD = graft-versus-host disease'],
    ['(by enzyme-linked immunosorbent assay, ELISA)', 'ELISA = enzyme-linked immunosorbent assay'],
    ['extracellular vesicles (EVs [exosomes and others])', 'EVs = extracellular vesicles'],
  ],
  'more in the brackets': [
    ['Ribonucleic acid (/ˌraɪboʊ/; RNA) is', 'RNA = Ribonucleic acid'],
    ['Mice were bought (Charles River Laboratories, Wilmington; MA)'],
    ['B-cell maturation antigen (BCMA; also CD269)', 'BCMA = B-cell maturation antigen'],
    ['B-cell maturation antigen (BCMA, also known as CD269)', 'BCMA = B-cell maturation antigen'],
    ['overall survival (OS, p < 0.001)', 'OS = overall survival'],
    ['overall survival (OS: 12 months)', 'OS = overall survival'],
    ['overall survival (OS – the primary endpoint)', 'OS = overall survival'],
    ['the Beck Anxiety Inventory (the BAI)', 'BAI = Beck Anxiety Inventory'],
  ],
  'coordinated and elliptic': [
    [
      'estrogen and progesterone receptors (ER and PR)',
      'ER = estrogen and progesterone receptors',
      'PR = progesterone receptors',
    ],
    [
      'overall and event-free survival (OS and EFS, respectively)',
      'OS = overall and event-free survival',
      'EFS = event-free survival',
    ],
    [
      'complete or partial responses (CR or PR)',
      'CR = complete or partial responses',
      'PR = partial responses',
    ],
  ],
  'several short forms, then their long forms': [
    [
      'RIN and DIN (RNA Integrity Number and DNA Integrity Number, respectively) were',
      'RIN = RNA Integrity Number',
      'DIN = DNA Integrity Number',
    ],
    [
      'OS, PFS and EFS (overall survival, progression-free survival and event-free survival)',
      'OS = overall survival',
      'PFS = progression-free survival',
      'EFS = event-free survival',
    ],
    ['CD4 and CD8 (helper cells and killer cells)'],
  ],
  'long forms of other languages': [
    [
      'the National Railways (French: Société nationale des chemins de fer; SNCF) run',
      'SNCF = Société nationale des chemins de fer',
    ],
    [
      'the National Railways (Société nationale des chemins de fer, abbreviated SNCF) run',
      'SNCF = Société nationale des chemins de fer',
    ],
    [
      'known as CERN (French: Conseil européen pour la recherche nucléaire)',
      'CERN = Conseil européen pour la recherche nucléaire',
    ],
    ['the Free Party (German: Freie Demokratische Partei, FDP) won', 'FDP = Freie Demokratische Partei'],
  ],
  'other numbers': [['four groups (WNT, SHH, Group3, and Group 4; see text)']],
  'plural and singular': [
    ['dendritic cells (DCs)', 'DCs = dendritic cells'],
    ['a dendritic cell (DCs)', 'DCs = dendritic cell'],
    ['dendritic cells (DC)', 'DC = dendritic cells'],
    ['chimeric antigen receptors (CAR)', 'CAR = chimeric antigen receptors'],
    ['regulatory T cells (Tregs)', 'Tregs = regulatory T cells'],
  ],
  'one character': [
    ['the temperature (T) rose', 'T = temperature'],
    ['leucine (L) and proline (P)', 'L = leucine', 'P = proline'],
    ['at embryonic day (E) 9.5', 'E = embryonic day'],
    ['hemagglutinin (H or HA) binds', 'H = hemagglutinin', 'HA = hemagglutinin'],
  ],
  'digits and Greek': [
    ['tumor necrosis factor alpha (TNF-α)', 'TNF-α = tumor necrosis factor alpha'],
    ['tumor necrosis factor-α (TNF alpha)', 'TNF alpha = tumor necrosis factor-α'],
    ['tumour necrosis factor (TNF)-α', 'TNF = tumour necrosis factor'],
    ['fewer omega-3 fatty acids (n-3 FAs) in', 'n-3 FAs = omega-3 fatty acids'],
    ['fewer ω-6 fatty acids (n-6 FAs) in', 'n-6 FAs = ω-6 fatty acids'],
    ['the 95% confidence interval (95% CI) is wide', 'CI = confidence interval'],
    ['the 99 % credible interval [99 % CrI] is wide', 'CrI = credible interval'],
    ['interleukin 17A (IL-17A)', 'IL-17A = interleukin 17A'],
    ['carbonic anhydrase XIV (CA14)', 'CA14 = carbonic anhydrase XIV'],
    ['histone H3 lysine 27 acetylation (H3K27ac)', 'H3K27ac = H3 lysine 27 acetylation'],
    ['a Predoctoral Fellowship (F31)'],
    ['free calcium ions (Ca2+) enter', 'Ca2+ = calcium ions'],
    ['DNA polymerase epsilon (pol epsilon)', 'pol epsilon = polymerase epsilon'],
    ['a 40-kilobase (kb) region', 'kb = kilobase'],
    [
      'killer cell lectin-like receptor subfamily G, member 1 (KLRG1)',
      'KLRG1 = killer cell lectin-like receptor subfamily G, member 1',
    ],
    ['type II collagen (CII)', 'CII = type II collagen'],
    ['three-dimensional (3D) culture', '3D = three-dimensional'],
    ['peer-to-peer (P2P) exchange', 'P2P = peer-to-peer'],
  ],
  'stop words, prefixes, hyphens, slashes, letters elsewhere': [
    ['nuclear factor of activated T cells (NFAT)', 'NFAT = nuclear factor of activated T cells'],
    ['immunohistochemistry (IHC)', 'IHC = immunohistochemistry'],
    ['lipopolysaccharide (LPS)', 'LPS = lipopolysaccharide'],
    ['knock-in/knock-out (KI/KO) mice', 'KI/KO = knock-in/knock-out'],
    ['a messenger RNA (mRNA)', 'mRNA = messenger RNA'],
    ['cell adhesion molecule L1 (L1CAM)', 'L1CAM = cell adhesion molecule L1'],
    ['a single-chain variable fragment (scFv)', 'scFv = single-chain variable fragment'],
    [
      'by liquid chromatography–tandem mass spectrometry (LC-MS/MS)',
      'LC-MS/MS = liquid chromatography–tandem mass spectrometry',
    ],
    ['relapsed or refractory (R/R) disease', 'R/R = relapsed or refractory'],
    ['central memory T cells (TCM)', 'TCM = central memory T cells'],
    ['tissue-resident memory T (TRM) cells', 'TRM = tissue-resident memory T'],
    ['the catalytic subunit of protein kinase A (PKAC)', 'PKAC = catalytic subunit of protein kinase A'],
    ['the regulatory light chain of myosin (MRLC)', 'MRLC = regulatory light chain of myosin'],
  ],
  'line ends, markup, citations': [
    ['chimeric\nantigen receptor\n(CAR)', 'CAR = chimeric\nantigen receptor'],
    ['  chimeric antigen receptor   (  CAR  )', 'CAR = chimeric antigen receptor'],
    ['chimeric antigen receptor \uFFFC\uFFFC\uFFFC (CAR)', 'CAR = chimeric antigen receptor'],
    ['chimeric antigen receptor (CAR \uFFFC\uFFFC\uFFFC)', 'CAR = chimeric antigen receptor'],
    ['\uE000c\uE000himeric antigen receptor (\uE000CAR\uE000)', 'CAR = c\uE000himeric antigen receptor'],
  ],
};

const slices = (text: string, found: ReturnType<typeof findDefinitions>): string[] =>
  found.map(
    ({ short, long }) => `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
  );

for (const [form, cases] of Object.entries(FORMS)) {
  for (const [text, ...pairs] of cases) {
    test(`${form}: ${text}`, () => assert.deepEqual(slices(text, findDefinitions(text)), pairs));
  }
}

const NOT_DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  'pointers to figures, tables, sections': [
    'FcγR binding measurements (Fig. 2) were',
    'The titres fell (Figure 1A) and',
    'transcription of Foxp3 and Il2rg in stimulated cells (Fig. \uFFFC), which',
    'as listed (Table S3) before',
    'the section text (see Section 4.1)',
    'the files indicated (Supplementary Fig. S1A)',
  ],
  'numbers and statistics': [
    'in all mice (n = 12)',
    'the nodes (N=4)',
    'survival was longer (p < 0.001)',
    'the hazard ratio (95% CI 0.3-0.9)',
    'the cumulative risk [95% CI: 1.1-1.8] was',
    'large or UK samples, large unknown kits or LUX',
    'mean values (SD 2.1)',
    'in an earlier year (2019)',
    'a rise (12%) in',
  ],
  'makers and places': [
    'anti-human antibody (Abcam)',
    'mice (Jackson Laboratory, Bar Harbor, ME)',
    'the software (Invitrogen; Waltham, MA)',
    'beads (Miltenyi Biotec, Bergisch Gladbach, Germany)',
  ],
  'clones, strains, other names': [
    'the antigen TRP1 (TA99)',
    'an anti-CD3 antibody (clone OKT3)',
    'VCAM-1 (or CD106)',
    'integrin α4β1 (VLA-4)',
    'C57BL/6 mice (B6)',
    'RANTES (CCL5)',
  ],
  'clauses before brackets': [
    'The gene encodes and then regulates a protein (EPR)',
    'The kinase binds the receptor molecule (KRM) and',
  ],
  'more than a letter lacking, or too little to go by': [
    'bound by human semaphorin proteins (HZSPQ)',
    'the membrane protein (MXP) was',
    'a double-stranded (dsRNA) genome',
    'the tumor necrosis, factor (TNQF) was',
  ],
  'words that introduce examples': [
    'in many tumour genes (e.g., those of repair)',
    'data were generated (e.g. in-house)',
    'in inflammatory events (i.e., flares)',
  ],
  'cell boundaries in brackets': ['CAR ((CAR)chimeric\t)'],
  'other cells in brackets': [
    'CD8 T cells were depleted (CD4 and B cell numbers did not change)',
    'CD8 T cells (CD4 and B cells were spared)',
    'two clones (C, D) were',
    'three steps: first (i) binding and then (ii) internalisation',
  ],
};

for (const [kind, texts] of Object.entries(NOT_DEFINITIONS)) {
  for (const text of texts)
    test(`not a definition, ${kind}: ${text}`, () =>
      assert.deepEqual(slices(text, findDefinitions(text)), []));
}

const LISTS: readonly (readonly [text: string, ...pairs: string[]])[] = [
  ['CAR: chimeric antigen receptor', 'CAR = chimeric antigen receptor'],
  [
    'CAR, chimeric antigen receptor; NK, natural killer',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'CAR, chimeric antigen receptor, NK, natural killer',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'CAR = chimeric antigen receptor, NK = natural killer',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'CAR – chimeric antigen receptor; NK – natural killer',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'CAR: chimeric antigen receptor\nNK: natural killer',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'CAR\tchimeric antigen receptor\nNK\tnatural killer',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'chimeric antigen receptor\tCAR\nnatural killer\tNK',
    'CAR = chimeric antigen receptor',
    'NK = natural killer',
  ],
  [
    'Abbreviations: PDA - pancreatic ductal adenocarcinoma; HD: healthy donor, LN: lymph node',
    'PDA = pancreatic ductal adenocarcinoma',
    'HD = healthy donor',
    'LN = lymph node',
  ],
  [
    'Fig. 3. Survival of treated mice. HD, healthy donor; LN, lymph node.',
    'HD = healthy donor',
    'LN = lymph node',
  ],
  [
    'MGE, mobile genetic element. GI, genomic island. VF, virulence factor.',
    'MGE = mobile genetic element',
    'GI = genomic island',
    'VF = virulence factor',
  ],
  [
    'Survival by group. Abbreviations: HD: healthy donor; LN: lymph node',
    'HD = healthy donor',
    'LN = lymph node',
  ],
  [
    'GN, ganglion neurons; Other GN = other ganglion neurons',
    'GN = ganglion neurons',
    'GN = ganglion neurons',
  ],
  ['Gene\tGenotype\tTumor cells'],
  [
    'Representative plots of cells. FMO: fluorescence minus one; gMFI: geometric mean fluorescence intensity.',
    'FMO = fluorescence minus one',
    'gMFI = geometric mean fluorescence intensity',
  ],
  ['Motifs of all promoters, with enrichment of MAX, E2F6, and E2F motifs.'],
  ['Chol\tcholesterol\nHb\themoglobin', 'Chol = cholesterol', 'Hb = hemoglobin'],
];

for (const [text, ...pairs] of LISTS) {
  test(`list: ${text}`, () => assert.deepEqual(slices(text, findListEntries(text)), pairs));
}
