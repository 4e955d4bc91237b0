/** Texts that several suites write. */

/** One finding: CRS, never defined, at 3:17. */
export const undefinedForm = `# Introduction

Infusion led to CRS in two patients. In both, CRS resolved, and CRS did not come back.
Fever was treated with tocilizumab.
`;

export const undefinedFinding = '3:17 undefined-abbreviation CRS';

/** Nothing to find. */
export const definedForm = `# Introduction

A chimeric antigen receptor (CAR) binds. Many a CAR was built, and CAR-NK cells carry one.
The car stood outside.
`;

/** CRS is used first and defined then. */
export const lateDefinition =
  'Severe CRS is rare. Cytokine release syndrome (CRS) is graded, and CRS ends.\n';

/** The abstract defines NK and PBMC, the introduction uses them, and NKT besides; a caption in code has TIL. */
const cells = [
  {
    cell_type: 'markdown',
    source:
      '# Counting natural killer cells\n\n## Abstract\n\nNatural killer (NK) cells are counted by flow cytometry in peripheral blood mononuclear cells (PBMCs).\n',
  },
  { cell_type: 'code', source: 'COUNT = 3  # no prose: NKT, MAIT', outputs: [], execution_count: null },
  {
    cell_type: 'code',
    source: '#| fig-cap: "The TILs, by day: no TILs, then TILs."\nplot(TIL)  # MAIT',
    outputs: [],
    execution_count: null,
  },
  {
    cell_type: 'markdown',
    source:
      '## Introduction\n\nAmong PBMCs, NK cells are CD3^−^ and CD56^+^. The "gate" leaves out NKT cells.\n',
  },
];

/** A notebook of four cells (nbformat 4.5). */
export const notebookText = JSON.stringify({
  cells: cells.map((cell, index) => ({ id: `cell-${index}`, metadata: {}, ...cell })),
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});
