import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';
import { judgeAll } from './judgeAll.ts';

judgeAll({
  'what the manuscript defines is not what the same letters usually mean': [
    ['B-cell aplasia (BCA) lasted long. BCA ended late.', ['BCA', 'abbreviation: loud']],
    ['Protein was measured by bicinchoninic acid (BCA) assay. BCA is sensitive.', ['BCA', 'chemical: off']],
    ['Pathologic complete remission (PCR) was rare. PCR came late.', ['PCR', 'abbreviation: loud']],
    ['Genes were read by polymerase chain reaction (PCR). PCR is fast.', ['PCR', 'standard: off']],
    ['Cells were kept in phosphate buffer solution (PBS). PBS was cold.', ['PBS', 'chemical: off']],
  ],
  'what a list of abbreviations says': [
    [
      'The mRNA was long. Its BCA was short.\n\n# Abbreviations\n\nmRNA: messenger RNA\n\nBCA: B-cell aplasia\n',
      ['mRNA', 'standard: off'],
      ['BCA', 'abbreviation: loud'],
    ],
  ],
  'plurals in capitals': [
    [
      'Each opportunity for improvement (OFI) counts. One or more OFIS were met.',
      ['OFIS', 'abbreviation: hint'],
    ],
    ['All QOFIS were met.', ['QOFIS', 'abbreviation: loud']],
  ],
  'numerals and what is given into a vein': [
    [
      'Of all, astragaloside IV with known effects led; T. Ruffin IV (Ann Arbor).',
      ['IV', 'roman-numeral: off'],
    ],
    ['Women received IV magnesium.', ['IV', 'abbreviation: loud']],
    ['They had dexamethasone IV, then 10 mg IV dexamethasone.', ['IV', 'abbreviation: loud']],
  ],
  'known words in front of parentheses that hold more than the form': [
    ['Omega-3 polyunsaturated fatty acids (n-3 PUFA) rose.', ['PUFA', 'abbreviation: hint']],
    ['Most were given R-CHOP, and R-CHOP helped.', ['R-CHOP', 'abbreviation: loud']],
    ['Blood held n-3 PUFA; the PUFA level rose.', ['PUFA', 'abbreviation: loud']],
  ],
  'a remark beside a form in parentheses': [
    [
      'We gave doxazorubicin (DXA, top) or vinorelbene (NVQ, bottom). The NVQ was cold. NVQ is old.',
      ['NVQ', 'abbreviation: hint'],
    ],
  ],
  'what looks like a formula or a numeral': [
    ['The first axis, PC1, parts them.', ['PC1', 'abbreviation: hint']],
    ['Salts were K2SO4 and Fe2O3.', ['K2SO4', 'chemical: off'], ['Fe2O3', 'chemical: off']],
    ['Traces of CS2 and SO4 were left.', ['CS2', 'chemical: off'], ['SO4', 'chemical: off']],
    ['The CNS2 region stayed closed.', ['CNS2', 'abbreviation: hint']],
    ['Smears showed CIN3 in six women.', ['CIN3', 'abbreviation: hint']],
    ['The CH50 was low.', ['CH50', 'abbreviation: hint']],
    ['Starch is made of C6H10O5, and CO2 is lost.', ['C6H10O5', 'chemical: off'], ['CO2', 'chemical: off']],
    ['Collagen IV crosslinking was seen; it links collagen IV chains.', ['IV', 'roman-numeral: off']],
    ['A log~2~FC of 2 was seen, log2FC.', ['log2FC', 'statistics: off']],
  ],
  'sections in capitals': [
    [
      'Cells were kept.\n\n# FUNDING\n\nNone.\n\n# INTRODUCTION\n\nFew came.',
      ['FUNDING', 'emphasis: off'],
      ['INTRODUCTION', 'emphasis: off'],
    ],
  ],
  'antigens of mice': [
    [
      'Cells were stained for GL7, Ly6C, Ly49H, Gr-1 and FcεRIα, and GL7^+^Ly6C^+^ cells were kept.',
      ['GL7', 'cell-marker: off'],
      ['Ly6C', 'cell-marker: off'],
      ['Ly49H', 'cell-marker: off'],
      ['Gr-1', 'cell-marker: off'],
      ['FcεRIα', 'immunoglobulin: off'],
    ],
  ],
  'a letter before an abbreviation, and a blood group': [
    [
      'Treg cells that arise in the thymus (tTreg cells) stay; Treg cells rest.',
      ['tTreg', 'abbreviation: hint'],
    ],
    ['Cells were kept in 5% human AB serum with 300 IU/ml of IL-2.', ['AB', 'label: off']],
    [
      'C4d lay along capillaries, iC3b on red cells, C5b-9 in pores.',
      ['C4d', 'gene-or-protein: off'],
      ['iC3b', 'gene-or-protein: off'],
    ],
    ['A virus was found in six: BK viraemia came first.', ['BK', 'strain: off']],
    ['Peanut-specific IgE was below 0.1 kUA/l.', ['kUA', 'unit: off']],
  ],
  identifiers: [
    [
      'Tables were merged on gene and disease ID columns, and iron deficiency was rare.',
      ['ID', 'standard: off'],
    ],
    ['In iron deficiency, ID was rare.', ['ID', 'abbreviation: loud']],
  ],
  numbers: [
    ['Each test costs 4200 USD, or 3900 GBP.', ['USD', 'unit: off'], ['GBP', 'unit: off']],
    ['It used 3 s and 20 GB; peak memory is in GB.', ['GB', 'unit: off']],
    ['Activin A (R&D Biotechne 233-FB) was added.', ['233-FB', 'product: off']],
    ['The syndrome (QRXSCJ, OMIM: 300534) is rare, QIMQ: 300534 too.', ['QIMQ', 'software: off']],
    [
      'Adults in Philadelphia, PA at one school; Treg, NK and B cells.',
      ['PA', 'label: off'],
      ['NK', 'abbreviation: loud'],
    ],
    ['Tubes were spun at 7500 RPM for 1 minute.', ['RPM', 'unit: off']],
    ['Complexes I–IV pass electrons on.', ['IV', 'roman-numeral: off']],
  ],
  tables: [
    [
      '| Tumor | Class |\n|---|---|\n| Glioma | GNG, FGFR |\n| B | PD-1 |\n',
      ['FGFR', 'abbreviation: hint'],
      ['PD-1', 'abbreviation: loud'],
    ],
    [
      '| Study | Group |\n|---|---|\n| A | QLIBD |\n| B | NA |\n',
      ['QLIBD', 'label: hint'],
      ['NA', 'label: off'],
    ],
    [
      '| Study | Group |\n|---|---|\n| A | QLIBD |\n\nEach QLIBD group was small.',
      ['QLIBD', 'abbreviation: loud'],
    ],
  ],
  'known forms of two letters': [
    ['They live in Nanaimo, BC, Canada (GSC, BC Cancer Research).', ['BC', 'label: off']],
    ['We saw patients of the GSC (BC Cancer Research).', ['BC', 'product: hint']],
    ['Age is a risk of BC.', ['BC', 'abbreviation: loud']],
    ['Breast cancer is common (Fig. 1: BC, Q).', ['BC', 'abbreviation: loud']],
    ['Samples have units and IDs; IDs are kept.', ['IDs', 'standard: off']],
    ['Its Substance ID: 329799056.', ['ID', 'standard: off']],
    ['Iron deficiency is common; pooled ID prevalence was high.', ['ID', 'abbreviation: loud']],
    ['Mass spectrometry was done. We grew MS-QXII.', ['MS', 'abbreviation: hint']],
    ['Of the classes, ‘lncRNA,’ or long non-coding RNAs, led.', ['lncRNA', 'abbreviation: hint']],
    ['Mass spectrometry was done, as were NMR, MS.', ['MS', 'abbreviation: loud']],
  ],
  statistics: [
    ['Prevalence was high (11.6%, SE=0.9%).', ['SE', 'statistics: off']],
    ['Values are shown with SD. Table 2 lists each disease.', ['SD', 'statistics: off']],
    ['Values are shown with SD. Two had stable disease.', ['SD', 'abbreviation: loud']],
  ],
  'a capitalised word beside it in compounds': [
    ['Data came from QIVEP-Gripe for the city.', ['QIVEP', 'product: hint']],
    [
      'The EC-Earth3-Veg model of QRL is used. A QRL is large.',
      ['EC', 'product: hint'],
      ['QRL', 'abbreviation: loud'],
    ],
    ['The Jak-STAT cascade signals to endothelial cells.', ['STAT', 'abbreviation: loud']],
    ['In QIVEP-Gripe and elsewhere, the QIVEP of a city is high.', ['QIVEP', 'abbreviation: loud']],
  ],
});

test('the reason says of each name what it is the name of', () => {
  const text = 'Jurkat cells of the NIH were lysed in HEPES, pulsed with SIINFEKL and counted in SPSS.';
  const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  const { abbreviations } = service.assemble([analysis]);
  assert.deepEqual(
    abbreviations.map(({ short, reason }) => `${short}: ${reason}`),
    [
      'NIH: An organisation, known by these letters.',
      'HEPES: A chemical that is better known by these letters.',
      'SIINFEKL: So many capitals are a name, a sequence or a word.',
      'SPSS: The name of a program.',
    ],
  );
});
