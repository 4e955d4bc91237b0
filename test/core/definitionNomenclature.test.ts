import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDefinitions } from '../../server/src/core/analysis/definitions/index.ts';

/** Short forms whose letters a nomenclature or convention gives: the long form that stands before the brackets. */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'names of chemicals': {
    MTT: '3-(4,5-dimethylthiazol-2-yl)-2,5-diphenyltetrazolium bromide',
    HEPES: '4-(2-hydroxyethyl)-1-piperazineethanesulfonic acid',
    ABTS: "2,2'-azino-bis(3-ethylbenzothiazoline-6-sulfonic acid)",
    TMB: "3,3',5,5'-tetramethylbenzidine",
    DIDS: "4,4'-diisothiocyanatostilbene-2,2'-disulfonic acid",
    AMPA: 'α-amino-3-hydroxy-5-methyl-4-isoxazolepropionic acid',
    'L-NAME': 'NG-nitro-L-arginine methyl ester',
    '6-OHDA': '6-hydroxydopamine',
    '25(OH)D': '25-hydroxyvitamin D',
    '1,25(OH)2D3': '1,25-dihydroxyvitamin D3',
    GlcNAc: 'N-acetylglucosamine',
    'lyso-PS': '1-acyl-2-lysophosphatidylserine',
    EtOH: 'ethanol',
    'CCK-8': 'cholecystokinin octapeptide',
    polyQ: 'polyglutamine',
    EtOAc: 'ethyl acetate',
    MGMT: 'O6-methylguanine-DNA methyltransferase',
  },
  formulas: {
    H2O2: 'hydrogen peroxide',
    NH4Cl: 'ammonium chloride',
    NaHCO3: 'sodium bicarbonate',
    GSH: 'glutathione',
    'PM2.5': 'particulate matter',
    '99mTc': 'technetium-99m',
  },
  'symbols of respiration': {
    DLCO: 'diffusing capacity of the lung for carbon monoxide',
    PO2: 'partial pressure of oxygen',
    PaCO2: 'arterial carbon dioxide tension',
    'PaO(2)': 'arterial partial pressure of oxygen',
    SpO2: 'peripheral oxygen saturation',
    VO2max: 'maximal oxygen uptake',
    FiO2: 'fraction of inspired oxygen',
    FeNO: 'fractional exhaled nitric oxide',
  },
  'symbols of other quantities': {
    Km: 'Michaelis constant',
    'K(m)': 'Michaelis-Menten constant',
    KD: 'dissociation constant',
    't1/2': 'half-life',
    Mr: 'relative molecular mass',
    pI: 'isoelectric point',
    'K+': 'potassium',
    GSSG: 'oxidized glutathione',
    Cmax: 'peak plasma concentration',
    HbA1c: 'glycated hemoglobin',
  },
  'quantities by their index': {
    'T(m)': 'melting temperature',
    Tg: 'glass transition temperature',
    Vm: 'membrane potential',
    'I(Ca)': 'calcium current',
    Ito: 'transient outward current',
    gs: 'stomatal conductance',
    SUVmax: 'maximum standardized uptake value',
    'HR(max)': 'maximal heart rate',
    QTc: 'corrected QT interval',
    He: 'expected heterozygosity',
  },
  'X for an ending': {
    OVX: 'ovariectomized',
    ADX: 'adrenalectomy',
    PHx: 'partial hepatectomy',
    LTx: 'liver transplantation',
    RTx: 'radiotherapy',
  },
  'areas of the cortex, and protons': {
    V1: 'primary visual cortex',
    SII: 'secondary somatosensory cortex',
    '1H-MRS': 'proton magnetic resonance spectroscopy',
  },
  'people by what they do': {
    MSM: 'men who have sex with men',
    MSMW: 'men who have sex with men and women',
  },
  'what a hyphen joins': {
    LT: 'heat-labile enterotoxin',
    dPGM: 'cofactor-dependent phosphoglycerate mutase',
  },
  'tumours by their codes': {
    COAD: 'colon cancer',
    LAML: 'acute myeloid leukemia',
    PAAD: 'pancreatic cancer',
    SKCM: 'skin cutaneous melanoma',
  },
  'ratios and subsets': {
    'E:T': 'effector-to-target ratio',
    'poly(I:C)': 'polyinosinic-polycytidylic acid',
    ILC3s: 'group 3 ILCs',
    cDC2s: 'type 2 cDCs',
    TH2: 'type 2 helper T',
    Tr1: 'type 1 regulatory T',
    TFH: 'follicular helper T',
    iTregs: 'induced regulatory T cells',
    'qRT-PCR': 'real-time quantitative PCR',
    'CITE-seq': 'cellular indexing of transcriptomes and epitopes',
    EKG: 'electrocardiogram',
  },
};

for (const [convention, forms] of Object.entries(NAMED)) {
  for (const [short, long] of Object.entries(forms)) {
    test(`${convention}: ${short}`, () => {
      assert.deepEqual(pairsOf(`After that, we measured the effect of ${long} (${short}) in vitro.`), [
        `${short} = ${long}`,
      ]);
    });
  }
}

/** What looks like a definition by its letters, but is none, or of fewer words. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'the effect of electroencephalography (EEG) on': ['EEG = electroencephalography'],
  'The effect of transthyretin (TTR) on': ['TTR = transthyretin'],
  'in limb buds (or limbs) of mice': [],
  'copied onto daughter chromosomes (chromosome or genome duplication)': [],
  'binds IL-22RA1 (also known as IL-22R, zcytor11, and CRF2-9) in': [],
  'replacement, reduction and refinement (3Rs) guide': ['3Rs = replacement, reduction and refinement'],
  'the Jem-1 (JEM-1, approved symbol BLZF1) gene': [],
  'human and murine semaphorins, (HSA)SEMA6A-1 and': [],
  'of arrestin-2 (beta-arrestin-1) or arrestin-3 (beta-arrestin-2), internalization': [],
  'enrichment of MAX, E2F6, and E2F motifs': [],
  'the constant (K(t)) for transport': [],
  'with oxygen (Praxair, Ontario) and': [],
  'at a constant temperature (Thermo) and': [],
  'of the visual cortex (V1) and': [],
  'a 5-year-old child (V1) with fever': [],
  'the reference assay (Roche: Cobas) was': [],
};

for (const [text, pairs] of Object.entries(OTHERS)) {
  test(`no more than its pairs: ${text}`, () => assert.deepEqual(pairsOf(text), pairs));
}

const pairsOf = (text: string): string[] =>
  findDefinitions(text).map(
    ({ short, long }) => `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
  );
