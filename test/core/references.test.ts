import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readBibtex } from '../../server/src/core/citations/bibtex.ts';
import { citeFrom, referenceEdit, referenceEdits } from '../../server/src/core/citations/referenceEdit.ts';
import { createService, findBibliographies, languageOfFile } from '../../server/src/core/index.ts';
import type { Reference } from '../../server/src/core/types.ts';
import { nodeFiles, uriOf } from '../../server/src/node/index.ts';
import { bundledGlossary } from '../glossary.ts';

const paper: Reference = {
  id: 'muller2021',
  type: 'article-journal',
  title: 'γδ T cells & {CAR} therapy: 50% of it',
  author: [{ family: 'Müller', given: 'Jörg' }, { literal: 'The Cell Group' }],
  issued: { 'date-parts': [[2021]] },
  'container-title': 'J Cells',
  volume: '3',
  page: '12-19',
  DOI: '10.1000/ab_c.1',
  note: 'Full text looked at.',
};
const applied = (text: string, edit: { start: number; end: number; newText: string } | null | undefined) =>
  edit ? text.slice(0, edit.start) + edit.newText + text.slice(edit.end) : text;

describe('a BibTeX file', () => {
  test('is read for what tells references apart, whatever its style', () => {
    const text = `% a comment @article{no, }
@string{jc = "J Cells"}
@Article {muller, author = {M{\\"u}ller, J.}, title = "A {B} and \\"{o}",
  year = 2021, journal = jc # { B}, DOI = {https://doi.org/10.1/X}}
@book(other, title={Never {closed}, year={1998}
@misc{last, title = {Last}, date = {2020-05}}`;
    assert.deepEqual(
      readBibtex(text)
        .map(({ key, doi, year }) => [key, doi, year])
        .slice(-3),
      [
        ['muller', 'https://doi.org/10.1/X', '2021'],
        ['other', undefined, undefined],
        ['last', undefined, '2020-05'],
      ],
    );
  });

  test('is added to at its end, in UTF-8, with its own line ends, and never written anew', () => {
    const before = '@misc{x, title = {X}}\r\n';
    const { key, edit } = referenceEdit(before, 'bibtex', paper)!;
    assert.equal(key, 'muller2021');
    assert.equal(edit!.start, before.length);
    const after = applied(before, edit);
    assert.ok(
      after.startsWith(
        `${before}\r\n@article{muller2021,\r\n  author = {Müller, Jörg and {The Cell Group}},\r\n`,
      ),
    );
    assert.match(after, /title = \{γδ T cells \\& CAR therapy: 50\\% of it\},\r\n/);
    assert.match(after, /pages = \{12--19\}/);
    assert.match(after, /doi = \{10\.1000\/ab_c\.1\}/);
    assert.doesNotMatch(after, /looked at/);
    assert.doesNotMatch(after.replaceAll('\r\n', ''), /\n/);
  });

  test('that has the reference already gives it under its own key', () => {
    const byDoi = '@article{m21, doi = {https://doi.org/10.1000/AB\\_C.1}, title = {Another}}';
    assert.deepEqual(referenceEdit(byDoi, 'bibtex', paper), { key: 'm21', edit: null });
    const byTitle = '@article{t21, title = {{γδ} {T} Cells \\& CAR Therapy---50\\% of it}, year = {2021}}';
    assert.deepEqual(referenceEdit(byTitle, 'bibtex', paper), { key: 't21', edit: null });
    const otherYear = byTitle.replace('{2021}', '{2020}');
    assert.equal(referenceEdit(otherYear, 'bibtex', paper)?.key, 'muller2021');
    const otherDoi = byTitle.replace('title', 'doi = {10.1/other}, title');
    assert.notEqual(referenceEdit(otherDoi, 'bibtex', paper)?.edit, null);
  });

  test('whose entry has our key for something else gets a letter more', () => {
    const text = '@misc{Muller2021, title = {Else}}\n@misc{muller2021a, title = {Else too}}\n';
    assert.equal(referenceEdit(text, 'bibtex', paper)?.key, 'muller2021b');
  });

  test('of any content stays as it is, and has each reference once', () => {
    const piece = fc.constantFrom(
      '@article{',
      'key',
      ',',
      ' title = {',
      '}',
      '"',
      '\\',
      '\n',
      'year=2021',
      '#',
      'é',
    );
    const references = [...bundledGlossary().references.values()].slice(0, 20);
    const picks = fc.array(fc.nat(19), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), picks, (pieces, picked) => {
        const before = pieces.join('');
        const chosen = picked.map(index => references[index]!);
        const first = referenceEdits(before, 'bibtex', chosen)!;
        const after = applied(before, first.edit);
        assert.ok(after.startsWith(before));
        // What stands after an entry that was left open may be a part of it.
        if (/[{"\\]/.test(before)) return;
        assert.deepEqual(referenceEdits(after, 'bibtex', chosen), { keys: first.keys, edit: null });
      }),
    );
  });
});

describe('a CSL-JSON file', () => {
  test('gets the item behind its last one, and keeps all else byte for byte', () => {
    for (const before of ['[]', '[\n]\n', '', '[\n  {"id": "x", "title": "X"}\n]\n', '[{"id":1}]']) {
      const { keys, edit } = referenceEdits(before, 'csl-json', [
        paper,
        { ...paper, id: 'b', DOI: '10.1/b' },
      ])!;
      const items = JSON.parse(applied(before, edit)) as Reference[];
      assert.deepEqual(keys, ['muller2021', 'b']);
      assert.deepEqual(
        items.slice(-2).map(({ id }) => id),
        keys,
      );
      assert.equal(items.at(-1)!.note, undefined);
      assert.equal(referenceEdits(applied(before, edit), 'csl-json', [paper])?.edit, null);
    }
  });

  test('that cannot be read is left alone', () => {
    assert.equal(referenceEdit('[{', 'csl-json', paper), undefined);
    assert.equal(referenceEdit('{"id": 1}', 'csl-json', paper), undefined);
  });
});

describe('a CSL-YAML file', () => {
  test('gets the item behind its last one, in its own list, and keeps all else byte for byte', () => {
    for (const before of [
      '',
      '# ours\n',
      '---\n...\n',
      '---\nreferences:\n- id: x\n  title: X # kept\n  issued: 2001\n...\n',
      'references:\r\n  - id: x\r\n    title: >\r\n      X\r\nother: 1\r\n',
      '- id: x',
    ]) {
      const { keys, edit } = referenceEdits(before, 'csl-yaml', [
        paper,
        { ...paper, id: 'b', DOI: '10.1/b' },
      ])!;
      const after = applied(before, edit);
      const value: unknown = parse(after.replace(/^---|\.\.\.$/gm, ''));
      const items = (
        Array.isArray(value) ? value : (value as { references: unknown[] }).references
      ) as Reference[];
      assert.deepEqual(keys, ['muller2021', 'b']);
      assert.deepEqual(
        items.slice(-2),
        [paper, { ...paper, id: 'b', DOI: '10.1/b' }].map(({ note: _, ...item }) => item),
      );
      assert.ok(after.startsWith(before.slice(0, edit!.start)) && after.endsWith(before.slice(edit!.start)));
      assert.equal(referenceEdits(after, 'csl-yaml', [paper])?.edit, null);
    }
  });

  test('of another shape is left alone', () => {
    for (const text of [
      'references: [',
      'title: a page\n',
      'references: {}\n',
      'references: [{id: 1}]\n',
      '- a\n---\n- b\n',
    ]) {
      assert.equal(referenceEdit(text, 'csl-yaml', paper), undefined, text);
    }
  });
});

test('a CSL file of any content keeps its items, and has the reference once', () => {
  const piece = fc.constantFrom(
    ...[
      '[',
      ']',
      '{"id": "x"}',
      ',',
      '\n',
      '- id: x\n',
      '  title: X\n',
      'references:',
      '\n- id: y',
      '# note\n',
    ],
    ...[' ', '---\n', '...\n', '  - id: z\n', '    issued: 2001\n', '|\n', '\r\n', 'é'],
  );
  const format = fc.constantFrom('csl-json' as const, 'csl-yaml' as const);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), format, (pieces, written) => {
      const before = pieces.join('');
      const found = referenceEdit(before, written, paper);
      if (!found?.edit) return;
      const { start, end } = found.edit;
      assert.equal(start, end);
      const after = applied(before, found.edit);
      assert.deepEqual(referenceEdit(after, written, paper), { key: found.key, edit: null }, after);
    }),
  );
});

describe('several bibliographies of one manuscript', () => {
  test('are all searched for a reference, and the first that can be read is added to', () => {
    const other = { ...paper, id: 'other2020', DOI: '10.1/other' };
    const own = { name: 'b.bib', text: '@article{m21, doi = {10.1000/ab_c.1}}\n' };
    const broken = { name: 'a.json', text: '[{' };
    const first = { name: 'c.bib', text: '' };
    const cited = citeFrom([broken, first, own], [other, paper])!;
    assert.deepEqual(cited.keys, ['other2020', 'm21']);
    assert.equal(cited.to, first);
    assert.match(cited.edit!.newText, /^@article\{other2020,/);
    assert.equal(citeFrom([own], [paper])!.edit, null);
    assert.equal(citeFrom([broken], [paper]), undefined);
    assert.equal(citeFrom([], []), undefined);
  });
});

test('the bibliography is the one that the manuscript names', async () => {
  const root = mkdtempSync(join(tmpdir(), 'immunogloss bib '));
  after(() => rmSync(root, { recursive: true }));
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    return uriOf(join(root, path));
  };
  const { analyze } = createService(bundledGlossary());
  const found = async (path: string, text: string) => {
    const uri = put(path, text);
    const uris = await findBibliographies(
      [analyze({ uri, languageId: languageOfFile(uri), version: 0, text })],
      nodeFiles,
    );
    return uris.map(each => each.slice(uriOf(root).length + 1));
  };
  put('a/refs.bib', '');
  put('a/more.json', '[]');
  put('b/_quarto.yml', 'bibliography: book.bib\n');
  put('b/book.bib', '');
  put('d/_bookdown.yml', 'bibliography: [one.bib, two.yaml]\n');
  put('d/one.bib', '');
  put('d/two.yaml', '');
  assert.deepEqual(await found('a/one.md', '---\nbibliography: refs.bib\n---\n'), ['a/refs.bib']);
  assert.deepEqual(await found('a/two.md', '---\nbibliography:\n  - gone.bib\n  - more.json\n---\n'), [
    'a/more.json',
  ]);
  assert.deepEqual(await found('a/three.tex', 'Text.\n% \\bibliography{no}\n\\bibliography{gone, refs}\n'), [
    'a/refs.bib',
  ]);
  assert.deepEqual(await found('a/four.tex', '\\addbibresource[location=local]{refs.bib}\n'), ['a/refs.bib']);
  assert.deepEqual(await found('b/parts/five.qmd', 'Text.\n'), ['b/book.bib']);
  assert.deepEqual(await found('d/seven.Rmd', 'Text.\n'), ['d/one.bib', 'd/two.yaml']);
  assert.deepEqual(await found('a/six.md', 'Text with refs.bib.\n'), []);
});
