import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown } from '../../server/src/core/prose/markdown/format.ts';
import { service } from '../bundled.ts';
import { shownBlocks } from './show.ts';

test('markdown: tables have cells, blank rules and captions', () => {
  const text = [
    '| Cell | Marker |',
    '|:-----|:------:|',
    '| NK\tcell | `CD56`, *CD16* |',
    '',
    ': Markers of NK cells {#tbl:nk}',
    '',
    '+-----+-----+',
    '| CAR | NK  |',
    '+=====+=====+',
    '| a   | b   |',
    '+-----+-----+',
    '',
    '  Right  Left',
    '-------  ------',
    '     12  CAR',
    '',
    'Table: Demonstration.',
    '',
  ].join('\n');
  assert.deepEqual(shownBlocks(markdown, text), [
    ['table', '  Cell ⇥ Marker  \n                 \n  NK cell ⇥ ¤¤¤¤¤¤,  CD16   \n'],
    ['caption', '  Markers of NK cells ¤¤¤¤¤¤¤¤¤\n'],
    ['table', '             \n  CAR ⇥ NK   \n             \n  a   ⇥ b    \n             \n'],
    ['table', '  Right ⇥Left\n               \n     12 ⇥CAR\n'],
    ['caption', 'Table: Demonstration.\n'],
  ]);
});

test('markdown: cells over several lines stay together, also where blank lines part the rows', () => {
  const text = [
    '---------------------------------',
    ' Short   Long',
    ' form    form',
    '------- -------------------------',
    'CAR     chimeric antigen',
    '        receptor',
    '',
    'NK      natural killer',
    '---------------------------------',
    '',
    ': Short forms',
    '',
    '> ----- -----------------------',
    '> CRS   cytokine release',
    '>       syndrome',
    '>',
    '> TME   tumour microenvironment',
    '> ----- -----------------------',
    '',
    '+-----+------------------+',
    '| GC  | germinal         |',
    '|     | centre           |',
    '+-----+------------------+',
    '',
    '-----',
    '',
    'No table.',
    '',
    '-----',
    '',
  ].join('\n');
  const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  const found = analysis.blocks.map(({ start, block, facts }) => [
    block.kind,
    ...facts.definitions.map(({ short, long }) =>
      [short, long]
        .map(span => text.slice(start + span.start, start + span.end).replace(/\W+/g, ' '))
        .join(' = '),
    ),
  ]);
  assert.deepEqual(
    found.filter(([kind]) => kind !== 'blank'),
    [
      ['table', 'CAR = chimeric antigen receptor', 'NK = natural killer'],
      ['caption'],
      ['table', 'CRS = cytokine release syndrome', 'TME = tumour microenvironment'],
      ['table', 'GC = germinal centre'],
      ['opaque'],
      ['paragraph'],
      ['opaque'],
    ],
  );
});

test('a multiline table may be indented, as Pandoc writes it: its columns are told from where its lines begin', () => {
  const text = [
    '  -----------------------------------',
    '  Short    Long',
    '  form     form',
    '  -------- --------------------------',
    '  CRS      cytokine release',
    '           syndrome',
    '',
    '  TME      tumour microenvironment',
    '  -----------------------------------',
    '',
    'Text.',
    '',
  ].join('\n');
  assert.deepEqual(
    shownBlocks(markdown, text).map(([kind, masked]) => [kind, masked.replace(/ +/g, ' ')]),
    [
      [
        'table',
        ' \n Short ⇥Long\n form ⇥form\n \n CRS ⇥cytokine release\n syndrome\n\n TME ⇥tumour microenvironment\n \n',
      ],
      ['paragraph', 'Text.\n'],
    ],
  );
});
