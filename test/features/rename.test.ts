import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addToLayer } from '../../server/src/core/glossary/layerEdit.ts';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { applyEdits, rename } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const uri = 'file:///w/paper.md';
const TEXT = `# Introduction

Chimeric antigen receptors (CARs) bind. A CAR-X cell has a CAR's hinge; CAR-X cells and CARs signal.

Figure 1. The CAR.

# Abbreviations

CAR: chimeric antigen receptor
`;

const manuscript = service.assemble([
  service.analyze({ uri, languageId: 'markdown', version: 1, text: TEXT }),
]);

/** What a rename of CAR makes of a text and a glossary file. */
function renamed(
  glossary: string,
  name: string,
  to = 'CHAR',
): { readonly text: string; readonly glossary: string } {
  const own = { uri: `file:///w/.immunogloss/${name}`, text: glossary };
  const edits = rename(manuscript, uri, TEXT.indexOf('CAR-X'), to, [own])!;
  const of = (file: string) => edits.filter(edit => edit.uri === file);
  return { text: applyEdits(TEXT, of(uri)), glossary: applyEdits(glossary, of(own.uri)) };
}

test('an abbreviation is renamed in text, plurals, compounds, captions and list', () => {
  assert.equal(renamed('', 'glossary.yaml').text, TEXT.replaceAll('CAR', 'CHAR'));
});

test('a name has signs that one can see and save', () => {
  const at = TEXT.indexOf('CAR-X');
  for (const name of ['', ' ', ' CHAR', 'C\nR', 'C\u2028R', 'C\0R', 'C\u001bR', 'C\ud800', '\udc00R']) {
    assert.equal(rename(manuscript, uri, at, name), undefined, JSON.stringify(name));
  }
  for (const name of ['C', 'T~reg~', 'γδ T', '😀']) assert.ok(rename(manuscript, uri, at, name), name);
});

test('and in the workspace’s glossary, which keeps its comments, order and style', () => {
  const yaml = `# ours
NK: natural killer   # as everywhere
"CAR": chimeric antigen receptor # the receptor
CAR-X: {long: CAR of the X kind, variants: [CAR X]}
OSCAR: another thing
`;
  assert.equal(
    renamed(yaml, 'glossary.yaml').glossary,
    yaml.replace('"CAR"', '"CHAR"').replace('CAR-X:', 'CHAR-X:').replace('[CAR X]', '[CHAR-X]'),
  );
  const list = `entries:
  # receptors
  - long: chimeric antigen receptor
    short: 'CAR'
    variants: [CARs, ChAR]
  - TME: tumor microenvironment
`;
  assert.equal(
    renamed(list, 'glossary.yml', "C'R").glossary,
    list.replace("'CAR'", "'C''R'").replace('[CARs', "[C'R"),
  );
  assert.match(renamed(list, 'glossary.yml', 'C, R').glossary, /variants: \["C, R", ChAR\]/);
  const json = '{\n  "entries": [{"short": "CAR", "long": "chimeric antigen receptor"}]\n}\n';
  assert.equal(renamed(json, 'glossary.json').glossary, json.replace('"CAR"', '"CHAR"'));
  const csv =
    'Long form,Abbreviation,variants\nchimeric antigen receptor,CAR,CARs|chAR\nnatural killer,NK,\n';
  assert.equal(
    renamed(csv, 'terms.csv', 'C,R').glossary,
    csv.replace(',CAR,', ',"C,R",').replace('CARs|chAR', '"C,R|chAR"'),
  );
});

test('a glossary that is broken, or says nothing of it, stays as it is', () => {
  for (const [text, name] of [
    ['CAR: [a', 'glossary.yaml'],
    ['short,long\n"CAR,x', 'glossary.csv'],
    ['CAR', 'glossary.yaml'],
    ['TME: tumor microenvironment', 'glossary.yaml'],
    ['', 'glossary.json'],
  ] as const) {
    assert.equal(renamed(text, name).glossary, text);
  }
});

test('a renamed glossary holds the same entries, but for the name, in every kind of file', () => {
  const form = fc.constantFrom('NK', 'TME', 'γδ T', 'yes', 'IL-2', 'a: b');
  const name = fc.constantFrom('glossary.yaml', 'glossary.json', 'glossary.csv', 'glossary.tsv');
  const to = fc.constantFrom('CHAR', 'on', 'C: R', '"R"', 'C|R', "C'R", 'CAR-2');
  fc.assert(
    fc.property(fc.uniqueArray(form, { minLength: 1 }), name, to, (others, file, newName) => {
      const rows = [...others, 'CAR'].map(short => ({ short, long: 'some long form' }));
      const made = addToLayer('', file, rows);
      assert.ok('edit' in made && made.edit);
      const before = made.edit.newText;
      const after = renamed(before, file, newName).glossary;
      const forms = (text: string) => parseLayerFile(text, file).entries.map(({ short }) => short);
      assert.deepEqual(
        forms(after),
        forms(before).map(short => (short === 'CAR' ? newName : short)),
        after,
      );
      assert.deepEqual(parseLayerFile(after, file).problems, []);
    }),
    { numRuns: 200 },
  );
});
