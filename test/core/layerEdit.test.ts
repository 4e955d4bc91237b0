import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addToLayer, type LayerAddition } from '../../server/src/core/glossary/layerEdit.ts';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import type { LayerRow } from '../../server/src/core/glossary/layerRow.ts';

const nk: LayerRow = { short: 'NK', long: 'natural killer' };
const car: LayerRow = {
  short: 'CAR',
  long: 'chimeric antigen receptor',
  plural: 'chimeric antigen receptors',
};

/** The file with the rows in it. */
function added(text: string, name: string, ...rows: LayerRow[]): string {
  const result = addToLayer(text, name, rows);
  assert.ok('added' in result, 'message' in result ? result.message : '');
  const { edit } = result;
  return edit === null ? text : text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('an entry that is added to a glossary file', () => {
  test('stands at the end of a YAML map, in its style, below its comments', () => {
    assert.equal(added('', 'a.yaml', nk), 'NK: natural killer\n');
    assert.equal(
      added('# ours\nDC: dendritic cell # known\n# the end\n', 'a.yaml', nk, car),
      '# ours\nDC: dendritic cell # known\nNK: natural killer\n' +
        'CAR:\n  long: chimeric antigen receptor\n  plural: chimeric antigen receptors\n# the end\n',
    );
    assert.equal(
      added('abbreviations:\r\n    DC: dendritic cell\r\nother: 1', 'a.yml', nk),
      'abbreviations:\r\n    DC: dendritic cell\r\n    NK: natural killer\r\nother: 1',
    );
    assert.equal(
      added('DC: >\n  dendritic\n  cell\n', 'a.yaml', nk),
      'DC: >\n  dendritic\n  cell\nNK: natural killer\n',
    );
    assert.equal(added('DC: dendritic cell', 'a.yaml', nk), 'DC: dendritic cell\nNK: natural killer\n');
  });

  test('stands at the end of a YAML list, and between brackets', () => {
    assert.equal(
      added('entries:\n  - short: DC\n    long: dendritic cell\n    colour: red\n', 'a.yaml', nk),
      'entries:\n  - short: DC\n    long: dendritic cell\n    colour: red\n  - short: NK\n    long: natural killer\n',
    );
    assert.equal(
      added('{DC: dendritic cell}\n', 'a.yaml', nk),
      '{DC: dendritic cell, "NK": "natural killer"}\n',
    );
  });

  test('stands at the end of JSON, one a line where the others are', () => {
    assert.equal(added('', 'a.json', nk), '{\n  "NK": "natural killer"\n}\n');
    assert.equal(
      added('{\n\t"DC": "dendritic cell"\n}\n', 'a.json', nk),
      '{\n\t"DC": "dendritic cell",\n\t"NK": "natural killer"\n}\n',
    );
    assert.deepEqual(
      JSON.parse(added('[{"short": "DC", "long": "dendritic cell", "x": 1}]', 'a.json', car)),
      [{ short: 'DC', long: 'dendritic cell', x: 1 }, car],
    );
    assert.deepEqual(JSON.parse(added('[]', 'a.json', nk)), [nk]);
    assert.deepEqual(JSON.parse(added('{\n}', 'a.json', nk)), { NK: 'natural killer' });
  });

  test('stands at the end of a table, below its own columns', () => {
    assert.equal(
      added('', 'a.csv', car),
      'short,long,plural\nCAR,chimeric antigen receptor,chimeric antigen receptors\n',
    );
    assert.equal(
      added('Long form,Acronym,mine\ndendritic cell,DC,x', 'a.csv', { short: 'A,B', long: 'a "b"' }),
      'Long form,Acronym,mine\ndendritic cell,DC,x\n"a ""b""","A,B",\n',
    );
    assert.equal(added('short\tlong\r\n', 'a.tsv', nk), 'short\tlong\r\nNK\tnatural killer\r\n');
  });

  test('is left out where it is known, and where its short form stands for something else', () => {
    const text = 'NK: natural killer\nPC: {long: plasma cell, variants: [PCs]}\n';
    const rows = [
      { short: 'NK', long: 'Natural killers' },
      { short: 'PC', long: 'phosphatidylcholine' },
      nk,
      { short: 'DC', long: 'dendritic cell' },
      { short: 'DC', long: 'direct current' },
    ];
    const result = addToLayer(text, 'a.yaml', rows) as LayerAddition;
    assert.deepEqual(result.present, [rows[0], nk]);
    assert.deepEqual(result.added, [rows[3]]);
    assert.deepEqual(
      result.conflicts.map(({ row, long, place }) => [
        row.long,
        long,
        place && text.slice(place.start, place.end),
      ]),
      [
        ['phosphatidylcholine', 'plasma cell', 'PC: {long: plasma cell, variants: [PCs]}'],
        ['direct current', 'dendritic cell', null],
      ],
    );
  });

  test('is not added to a file that is broken', () => {
    const result = addToLayer('DC: [dendritic', 'a.yaml', [nk]);
    assert.match('message' in result ? result.message : '', /cannot be read/);
    const table = addToLayer('DC,dendritic cell\n', 'a.csv', [nk]);
    assert.match('message' in table ? table.message : '', /names the columns/);
  });

  test('leaves every byte of any file, every entry and every fault as they were', () => {
    const piece = fc.constantFrom(
      ...[
        'DC: dendritic cell\n',
        '- short: DC\n  long: dendritic cell\n',
        '  PC: plasma cell\n',
        'entries:\n',
      ],
      ...[
        '# note\n',
        '{',
        '}',
        '[',
        ']',
        ',',
        '"',
        '\n',
        '\r\n',
        'short,long\n',
        'DC,dendritic cell',
        'B: |\n  b\n',
        '---\n',
        'é ',
      ],
    );
    const word = fc.string({
      unit: fc.constantFrom(...'AbZ1 -:#"\'{}[],|\tβ&*!%@`é\\'),
      minLength: 1,
      maxLength: 8,
    });
    const row = fc.record({ short: word, long: word.map(text => `l${text}`) });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('a.yaml', 'a.json', 'a.csv', 'a.tsv'),
        (pieces, rows, name) => {
          const text = pieces.join('');
          const result = addToLayer(text, name, rows);
          if (!('added' in result) || result.edit === null) return;
          const { start, end, newText } = result.edit;
          assert.equal(start, end);
          const forms = (from: string) =>
            parseLayerFile(from, name).entries.map(({ short, long }) => [short, long]);
          assert.deepEqual(forms(text.slice(0, start) + newText + text.slice(end)), [
            ...forms(text),
            ...result.added.map(({ short, long }) => [short, long]),
          ]);
        },
      ),
    );
  });
});
