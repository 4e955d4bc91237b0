import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDefinitions } from '../../server/src/core/analysis/definitions/index.ts';
import { slices } from './slices.ts';

const NOT_DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  'pointers to figures, tables, sections': [
    'FcγR binding measurements (Fig. 2) were',
    'The titres fell (Figure 1A) and',
    'transcription of Foxp3 and Il2rg in stimulated cells (Fig. \uFFFC), which',
    'as listed (Table S3) before',
    'the section text (see Section 4.1)',
    'the files indicated (Supplementary Fig. S1A)',
  ],
  'firms and sources': [
    'antibodies to p62 (Santa Cruz Biotechnology, sc292) were',
    'the atlas of Schaefer et al. (Schaefer-100) was',
  ],
  'examples and members': [
    'the binding sites of relevant transcription factors (BATF, BCL6, and IRF4) were',
    'the cloning of two guanylyl cyclases (GC1 and GC2) of the eye',
  ],
  'sentences of the author’s own': [
    'those with CR and non-CR (we call this set of samples the responders) were',
  ],
  'numbers and statistics': [
    'in all mice (n = 12)',
    'the nodes (N=4)',
    'survival was longer (p < 0.001)',
    'the hazard ratio (95% CI 0.3-0.9)',
    'the cumulative risk [95% CI: 1.1-1.8] was',
    'large or UK samples, large unknown kits or LUX',
    'mean values (SD 2.1)',
    'the risk of all-cause mortality (aOR: \uFFFC, P: \uFFFC) was',
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
    'the EpiLCs (EpiLC only) and PNCs (PNC only)',
    'fewer SGs (SGScore) were',
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
