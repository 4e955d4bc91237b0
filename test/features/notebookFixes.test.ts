import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsAt, applyEdits } from '../../server/src/core/index.ts';
import { notebook } from '../../server/src/core/prose/notebook/notebook.ts';
import { service } from '../bundled.ts';

const configuration = { rules: {}, ignore: [], minimumUses: 3 };
const sources = [
  [
    '# Introduction\n',
    '\n',
    'A Chimeric Antigen\n',
    'Receptor (CAR) binds; the "chimeric antigen receptor" (CAR) is one.\n',
    'TNF-α and the TME; many CAR’s, a NK cell, an TCR and P.C.R. <!-- immunogloss-ignore XYZ -->',
  ],
  [
    'More CARs. The CAR and CAR-NK or CAR NK cells; CRS \\alpha, a cytokine release syndrome (CRS).\n',
    'TME, TCR',
  ],
];

for (const [how, indent] of [
  ['on many lines', 1],
  ['on one line', undefined],
] as const) {
  test(`every fix and ignore comment leaves a notebook ${how} that can be read`, () => {
    const cells = sources.map(source => ({ cell_type: 'markdown', metadata: {}, source }));
    const document = { uri: 'file:///n.ipynb', languageId: 'jupyter', version: 1 };
    const text = JSON.stringify({ cells, nbformat: 4 }, undefined, indent).replace('α', '\\u03b1');
    const manuscript = service.assemble([service.analyze({ ...document, text })]);
    const findings = service.lint(manuscript, configuration);
    assert.ok(findings.length > 5, `${findings.length} findings`);
    let changed = 0;
    for (const finding of findings) {
      for (const { fix } of actionsAt([finding], finding, undefined)) {
        const edited = applyEdits(text, fix.edits);
        const read = JSON.parse(edited) as { cells: { source: string[] }[] };
        assert.equal(read.cells.length, cells.length, fix.title);
        const prose = read.cells.map(({ source }) => source.join('')).join('');
        assert.notEqual(prose, sources.flat().join(''), fix.title);
        assert.doesNotMatch(prose, /\\n|\\u|\\"|", "/, fix.title);
        changed++;
      }
    }
    assert.ok(changed > 10, `${changed} fixes`);
  });
}

test('an edit that would touch what holds the strings is refused', () => {
  const text = '{"cells":[{"cell_type":"markdown","source":["CAR\\n","NK"]}]}';
  const at = (needle: string) => text.indexOf(needle);
  const inserted = (start: number, end: number, newText = 'x') =>
    notebook.fit!(text, { start, end, newText });
  assert.equal(inserted(at('CAR'), at('CAR') + 3, 'a "b"\n'), 'a \\"b\\"\\n');
  assert.equal(inserted(at('NK'), at('NK'), 'γ \\u03b3 \\'), 'γ \\u03b3 \\\\');
  assert.equal(inserted(at('CAR'), at('NK') + 2), undefined);
  assert.equal(inserted(0, 0), undefined);
});
