/** Lists of abbreviations in the light markup languages: each entry pairs a short form with its long form. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';

/** The same three entries, as each format writes lists and tables. */
const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  typst: {
    'a table, a row on a line':
      '= Abbreviations\n#table(columns: 2,\n  [*NK*], [natural killer],\n  [TIL], [tumor-infiltrating lymphocyte],\n  [CRS], [cytokine release syndrome],\n)\n',
    'a table, a cell on a line':
      '= Abbreviations\n#table(\n  columns: 2,\n  [NK],\n  [natural killer],\n  [TIL],\n  [tumor-infiltrating lymphocyte],\n  [CRS],\n  [cytokine release syndrome],\n)\n',
    'a table with a header':
      '= Abbreviations\n#table(columns: 2, table.header([Short], [Long]),\n  [NK], [natural killer],\n  [TIL], [tumor-infiltrating lymphocyte],\n  [CRS], [cytokine release syndrome],\n)\n',
    terms:
      '= Abbreviations\n/ NK: natural killer\n/ TIL: tumor-infiltrating lymphocyte\n/ CRS: cytokine release syndrome\n',
  },
  restructuredtext: {
    'a glossary':
      'Abbreviations\n=============\n\n.. glossary::\n\n   NK\n      natural killer\n\n   TIL\n      tumor-infiltrating lymphocyte\n\n   CRS\n      cytokine release syndrome\n',
    'a grid table':
      'Abbreviations\n=============\n\n+-----+-------------------------------+\n| NK  | natural killer                |\n+-----+-------------------------------+\n| TIL | tumor-infiltrating lymphocyte |\n+-----+-------------------------------+\n| CRS | cytokine release syndrome     |\n+-----+-------------------------------+\n',
    'a simple table':
      'Abbreviations\n=============\n\n===  =============================\nNK   natural killer\nTIL  tumor-infiltrating lymphocyte\nCRS  cytokine release syndrome\n===  =============================\n',
    'a simple table with broken cells, outside of any list':
      'Terms\n=====\n\n=====  ===================\nShort  Long\n=====  ===================\n**NK** natural killer\nTIL    tumor-infiltrating\n       lymphocyte\nCRS    cytokine release\n       syndrome\n=====  ===================\n\nIt ends here.\n',
    'a csv-table':
      'Terms\n=====\n\n.. csv-table:: Terms of this paper\n   :header: "Short", "Long"\n   :widths: 10, 30\n\n   "NK", "natural killer"\n   TIL, tumor-infiltrating lymphocyte\n   "CRS","cytokine release syndrome"\n\nIt ends here.\n',
    'definitions by their indent':
      'Terms\n=====\n\nNK\n   natural killer\n\nTIL\n   tumor-infiltrating lymphocyte\n\nCRS\n   cytokine release syndrome\n',
    'a list-table':
      'Abbreviations\n=============\n\n.. list-table::\n   :header-rows: 1\n\n   * - Short\n     - Long\n   * - **NK**\n     - natural killer\n   * - TIL\n     - tumor-infiltrating lymphocyte\n\n   * - CRS\n     - cytokine release syndrome\n',
    roles:
      'The :abbr:`NK (natural killer)` cell, the :abbr:`TIL (tumor-infiltrating lymphocyte)` and :abbr:`CRS (cytokine release syndrome)`.\n',
  },
  asciidoc: {
    'a table, a row on a line':
      '== Abbreviations\n\n|===\n|NK |natural killer\n|TIL |tumor-infiltrating lymphocyte\n|CRS |cytokine release syndrome\n|===\n',
    'a table, a cell on a line':
      '== Abbreviations\n\n[cols="1,3"]\n|===\n|Short |Long\n\n|NK\n|natural killer\n\n|TIL\n|tumor-infiltrating lymphocyte\n|CRS\n|cytokine release syndrome\n|===\n',
    terms:
      '[glossary]\n== Abbreviations\n\n[horizontal]\nNK:: natural killer\nTIL::\n  tumor-infiltrating lymphocyte\nCRS:: cytokine release syndrome\n',
  },
  org: {
    'a table':
      '* Abbreviations\n| Short | Long |\n|-------+------|\n| NK | natural killer |\n| TIL | tumor-infiltrating lymphocyte |\n| CRS | cytokine release syndrome |\n',
    terms:
      '* Abbreviations\n- NK :: natural killer\n- TIL :: tumor-infiltrating lymphocyte\n- CRS :: cytokine release syndrome\n',
  },
};

for (const [languageId, texts] of Object.entries(lists)) {
  for (const [name, text] of Object.entries(texts)) {
    test(`${languageId}: ${name}`, () => {
      const { blocks } = service.analyze({ uri: 'untitled:a', languageId, version: 1, text });
      const found = blocks.flatMap(({ start, facts }) =>
        facts.definitions.map(({ short, long }) =>
          [short, long]
            .map(span => text.slice(start + span.start, start + span.end).replace(/\s+/g, ' '))
            .join(' = '),
        ),
      );
      assert.deepEqual(found, [
        'NK = natural killer',
        'TIL = tumor-infiltrating lymphocyte',
        'CRS = cytokine release syndrome',
      ]);
    });
  }
}
