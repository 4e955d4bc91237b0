import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findListEntries } from '../../server/src/core/analysis/definitions/index.ts';
import { slices } from './slices.ts';

const LISTS: readonly (readonly [text: string, ...pairs: string[]])[] = [
  ['CAR: chimeric antigen receptor', 'CAR = chimeric antigen receptor'],
  ['CAR: chimeric antigen receptor.\uFFFC\uFFFC', 'CAR = chimeric antigen receptor'],
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
