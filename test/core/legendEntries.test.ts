/** What legends explain, and what they only look like explaining; where the forms of a definition end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';

function pairsOf(languageId: string, text: string): string[] {
  return service
    .analyze({ uri: 'untitled:x', languageId, version: 1, text })
    .blocks.flatMap(({ start, facts }) =>
      facts.definitions.map(({ short, long }) =>
        [short, long].map(span => text.slice(start + span.start, start + span.end)).join(' = '),
      ),
    );
}

test('a legend’s key to its colours explains nothing', () => {
  assert.deepEqual(
    pairsOf(
      'plaintext',
      'Figure 1. Antibodies over time. Each line is a person. Red, anti-CD20; grey, controls. LLOQ, lower limit of quantification.',
    ),
    ['LLOQ = lower limit of quantification'],
  );
});

test('a long form ends with its sentence, before the next panel, too', () => {
  assert.deepEqual(
    pairsOf(
      'plaintext',
      'Figure 2. Marrow. (A) Gates; FSC, forward scatter. (B) Cells that bind. (C) ELISpot; SFU, spot-forming unit.',
    ),
    ['FSC = forward scatter', 'SFU = spot-forming unit'],
  );
});

test('entries in a row bear each other out, whatever parts them and whatever their letters are', () => {
  for (const [text, pairs] of [
    [
      'Sections of the head. CB, cerebellum; ccn, central canal neuroepithelium; drg, dorsal root ganglia; M, medulla oblongata.',
      ['CB = cerebellum', 'ccn = central canal neuroepithelium', 'drg = dorsal root ganglia'],
    ],
    [
      'Arrows mark gaps. OW, oval window, RW, round window, SV, stria vascularis, and SL, spiral ligament.',
      ['OW = oval window', 'RW = round window', 'SV = stria vascularis', 'SL = spiral ligament'],
    ],
    [
      'Bar, 50 μm; cor = cortex, pia = pia mater, ven = ventricle, str = striatum.',
      ['cor = cortex', 'ven = ventricle', 'str = striatum'],
    ],
    [
      'The axes are given: d – dorsal; v – ventral; r – right; l – left.',
      ['d = dorsal', 'r = right', 'l = left'],
    ],
  ] as const) {
    assert.deepEqual(pairsOf('plaintext', text), pairs);
  }
});

test('short forms in bold, of two words and behind a break of the line are entries, too', () => {
  assert.deepEqual(
    pairsOf(
      'markdown',
      'Arrows. **LN**, lymph node, **RP**, red pulp, **WP**, white pulp, **CA**, central artery.',
    ),
    ['LN = lymph node', 'RP = red pulp', 'WP = white pulp', 'CA = central artery'],
  );
  assert.deepEqual(
    pairsOf(
      'markdown',
      'Links of cells. MC: mast cell, act MC: activated MC; NKC: natural killer cell; PB: plasmablast.',
    ),
    ['MC = mast cell', 'NKC = natural killer cell', 'PB = plasmablast'],
  );
  assert.deepEqual(
    pairsOf('markdown', '_Bars are means._ \n_ENOA: enolase; ENOA liv: enolase of the liver._'),
    ['ENOA = enolase'],
  );
});

test('panels, two entries and other enumerations are no list of short forms', () => {
  for (const text of [
    'A, actin; B, blot; C, control; D, double mutant.',
    'We kept drg, dorsal root ganglia; and then the spinal cord.',
    'In spring, spruce, in fall, fir, grew there.',
    'We saw cats, cattle, dogs, donkeys, mice, and moles.',
    'Day 3, death of 2; day 5, recovery; day 9, end of study.',
  ]) {
    assert.deepEqual(pairsOf('plaintext', text), []);
  }
});

test('a few small letters behind a sentence begin a legend’s entries, a word does not', () => {
  assert.deepEqual(
    pairsOf('plaintext', 'Figure 4. Growth of tumours. ns, not significant; wk, week; *p < 0.05.'),
    ['ns = not significant', 'wk = week'],
  );
  assert.deepEqual(pairsOf('plaintext', 'Figure 4. Two species were used. mice, many of them.'), []);
});

test('a name is not cut where two of its words begin alike, and quotes hide no short form', () => {
  for (const [text, pair] of [
    [
      'Levels of peroxisome proliferator-activated receptor-γ coactivator-1α (PGC-1α) fell.',
      'PGC-1α = peroxisome proliferator-activated receptor-γ coactivator-1α',
    ],
    [
      'By terminal deoxynucleotidyl transferase-mediated dUTP nick end labelling (TUNEL) we saw it.',
      'TUNEL = terminal deoxynucleotidyl transferase-mediated dUTP nick end labelling',
    ],
    ['The proteome of protein phosphatase 2A (PP2A) was read.', 'PP2A = protein phosphatase 2A'],
    ["It is written in a domain-specific language or 'DSL', made for it.", 'DSL = domain-specific language'],
  ] as const) {
    assert.deepEqual(pairsOf('plaintext', text), [pair]);
  }
  assert.deepEqual(pairsOf('plaintext', "We asked for a domain-specific language or 'XML', say."), []);
});

test('no entry goes on across a bracket that closes around it', () => {
  assert.deepEqual(
    pairsOf(
      'plaintext',
      'Figure 1. What stands against it: exhaustion (high LAG-3, TIM-3, TIGIT), immunosuppressive microenvironment (Tregs, MDSCs).',
    ),
    [],
  );
});

test('the bracket around a list closes no long form', () => {
  assert.deepEqual(
    pairsOf(
      'plaintext',
      'Figure 3. Steps of a flare. (MSU, monosodium urate; PMN, polymorphonuclear neutrophil)',
    ),
    ['MSU = monosodium urate', 'PMN = polymorphonuclear neutrophil'],
  );
});

test('a form ends with the markup that opens inside it, not with what stands around it', () => {
  for (const [languageId, text, pair] of [
    ['markdown', 'Regulatory T (T~reg~) cells.', 'T~reg~ = Regulatory T'],
    [
      'latex',
      String.raw`Interleukin 1$\beta$ (IL-1$\beta$) binds.`,
      String.raw`IL-1$\beta$ = Interleukin 1$\beta$`,
    ],
    ['org', String.raw`Interleukin 1\beta (IL-1\beta) binds.`, String.raw`IL-1\beta = Interleukin 1\beta`],
    ['markdown', 'The *natural killer* (**NK**) cell.', 'NK = natural killer'],
    ['asciidoc', '*NK*:: natural killer', 'NK = natural killer'],
  ] as const) {
    assert.deepEqual(pairsOf(languageId, text), [pair]);
  }
});

test('short forms in bold or italics open the entries of a row', () => {
  const pairs = ['ICU = intensive care unit', 'ED = emergency department', 'LOS = length of stay'];
  for (const [languageId, text] of [
    [
      'markdown',
      'Flow of patients. **ICU**, intensive care unit; **ED**, emergency department; **LOS**, length of stay.',
    ],
    [
      'markdown',
      'Flow of patients. *ICU*: intensive care unit; *ED*: emergency department; *LOS*: length of stay.',
    ],
    [
      'markdown',
      'Flow of patients. **ICU:** intensive care unit; **ED:** emergency department; **LOS:** length of stay.',
    ],
    [
      'markdown',
      'Flow of patients. **ICU** – intensive care unit; **ED** – emergency department; **LOS** – length of stay.',
    ],
    [
      'latex',
      'Flow of patients. \\textbf{ICU}, intensive care unit; \\textbf{ED}, emergency department; \\emph{LOS}, length of stay.',
    ],
    [
      'html',
      '<p>Flow of patients. <b>ICU</b>, intensive care unit; <b>ED</b>, emergency department; <b>LOS</b>, length of stay.</p>',
    ],
  ] as const)
    assert.deepEqual(pairsOf(languageId, text), pairs, text);
});

test('bold words with a remark are no row of entries', () => {
  assert.deepEqual(
    pairsOf(
      'markdown',
      '**A**, actin; **B**, blot of the band; **C**, control. **Mice**, Jackson Laboratory; **Cells**, ATCC; **Xylene**, Merck.',
    ),
    [],
  );
});
