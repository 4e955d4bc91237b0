import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** What is said of each example: one or two undefined forms on purpose, and what else a copy-editor would say. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'notebook.ipynb': [
    'unused-definition: NK',
    'unused-definition: PBMC',
    'defined-only-in-abstract: PBMC',
    'defined-only-in-abstract: NK',
    'undefined-abbreviation: NKT',
    'undefined-abbreviation: FSC',
  ],
  'manuscript.typ': ['list-missing-entry: ILC2', 'undefined-abbreviation: TCR', 'undefined-abbreviation: NK'],
  'manuscript.adoc': ['undefined-abbreviation: SPM'],
  'manuscript.org': ['undefined-abbreviation: SLPB'],
  'manuscript.txt': ['undefined-abbreviation: SLO'],
};

for (const [name, findings] of Object.entries(expected)) {
  test(`examples/${name} is linted as one manuscript, and sensibly`, () => {
    const { stdout } = spawnSync(
      process.execPath,
      ['dist/cli.js', 'check', '--format', 'json', `examples/${name}`],
      { encoding: 'utf8' },
    );
    const { manuscripts } = JSON.parse(stdout) as {
      manuscripts: { documents: { diagnostics: { rule: string; short: string }[] }[] }[];
    };
    assert.equal(manuscripts.length, 1);
    const said = manuscripts[0]!.documents.flatMap(({ diagnostics }) => diagnostics);
    assert.deepEqual(
      said.map(({ rule, short }) => `${rule}: ${short}`),
      findings,
    );
  });
}
