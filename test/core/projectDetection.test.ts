import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createManuscriptDetector } from '../../server/src/core/project/detect.ts';
import type { Files, FolderEntry } from '../../server/src/core/project/files.ts';

const ROOT = 'file:///paper/';

/** Files by path, held in memory. */
function filesOf(contents: Readonly<Record<string, string>>): Files {
  const pathOf = (uri: string) => decodeURI(uri).slice(ROOT.length);
  const kind = (uri: string) => {
    const path = pathOf(uri);
    if (Object.hasOwn(contents, path)) return 'file';
    return Object.keys(contents).some(each => each.startsWith(`${path}/`)) ? 'folder' : null;
  };
  return {
    kind: async uri => kind(uri),
    read: async uri => {
      const text = contents[pathOf(uri)];
      return text === undefined ? { problem: { kind: 'missing', message: 'does not exist' } } : { text };
    },
    list: async folder => {
      const prefix = folder === ROOT.slice(0, -1) ? '' : `${pathOf(folder)}/`;
      const names = new Set(
        Object.keys(contents)
          .filter(path => path.startsWith(prefix))
          .map(path => path.slice(prefix.length).split('/')[0]!),
      );
      return [...names].sort().map((name): FolderEntry => {
        const uri = ROOT + encodeURI(prefix + name);
        return { name, uri, kind: kind(uri) ?? 'file' };
      });
    },
  };
}

/** The files that form a manuscript with `path`, without what they include; `null` where it stands alone. */
async function detected(contents: Readonly<Record<string, string>>, path: string) {
  const found = await createManuscriptDetector(filesOf(contents))(ROOT + path);
  return found?.uris.map(uri => decodeURI(uri).slice(ROOT.length)) ?? null;
}

describe('the manuscript that a folder tells of', () => {
  test('Manubot: the numbered files of content/, by name', async () => {
    const contents = {
      'content/03.results.md': '',
      'content/01.abstract.md': '',
      'content/02.introduction.md': '',
      'content/metadata.yaml': 'title: x',
      'content/notes.md': '',
      'README.md': '',
    };
    const whole = ['content/01.abstract.md', 'content/02.introduction.md', 'content/03.results.md'];
    assert.deepEqual(await detected(contents, 'content/02.introduction.md'), whole);
    assert.equal(await detected(contents, 'content/notes.md'), null);
    assert.equal(await detected(contents, 'README.md'), null);
  });

  test('Manubot: a part whose name begins with a number of its own', async () => {
    const contents = { 'content/02.introduction.md': '', 'content/04.2D_and_3D_culture.md': '' };
    assert.deepEqual(await detected(contents, 'content/04.2D_and_3D_culture.md'), Object.keys(contents));
    const notes = { 'content/02.introduction.md': '', 'content/2021-03-04.md': '', 'content/03-12.md': '' };
    assert.equal(await detected(notes, 'content/02.introduction.md'), null);
  });

  test('numbered files that are called as sections are, in any folder', async () => {
    const sections = [
      '01_Introduction.md',
      '02A_Results.md',
      '02B_Dose.md',
      '03_Discussion.md',
      '04_Methods.md',
    ];
    const others = ['2026-11-22-diary.md', 'README.md'];
    const contents = Object.fromEntries([...sections, ...others].map(name => [`paper/${name}`, '']));
    const whole = sections.map(name => `paper/${name}`);
    assert.deepEqual(await detected(contents, 'paper/02B_Dose.md'), whole);
    for (const name of others) assert.equal(await detected(contents, `paper/${name}`), null);
    const lectures = { 'course/01-cells.md': '', 'course/02-results.md': '', 'course/03-signals.md': '' };
    assert.equal(await detected(lectures, 'course/01-cells.md'), null);
  });

  test('Quarto: chapters and appendices of a book, parts included', async () => {
    const contents = {
      '_quarto.yml': `project: {type: book}
book:
  chapters:
    - index.qmd
    - part: "Background"
      chapters: [chapters/cells.qmd]
    - part: clinic.qmd
      chapters:
        - {file: chapters/trials.qmd, text: Trials}
  appendices: [tables.qmd]
`,
      'index.qmd': '',
      'chapters/cells.qmd': '',
      'clinic.qmd': '',
      'chapters/trials.qmd': '',
      'tables.qmd': '',
      'letter.qmd': '',
    };
    const whole = ['index.qmd', 'chapters/cells.qmd', 'clinic.qmd', 'chapters/trials.qmd', 'tables.qmd'];
    assert.deepEqual(await detected(contents, 'chapters/trials.qmd'), whole);
    assert.deepEqual(await detected(contents, 'index.qmd'), whole);
    assert.equal(await detected(contents, 'letter.qmd'), null);
  });

  test('a Quarto website is no manuscript', async () => {
    const contents = { '_quarto.yml': 'project: {type: website}\n', 'a.qmd': '', 'b.qmd': '' };
    assert.equal(await detected(contents, 'a.qmd'), null);
  });

  test('bookdown: rmd_files, else all by name with the index first', async () => {
    const chapters = { 'index.Rmd': '', '02-b.Rmd': '', '01-a.Rmd': '', '_draft.Rmd': '' };
    const listed = { ...chapters, '_bookdown.yml': 'rmd_files: ["index.Rmd", "02-b.Rmd", "01-a.Rmd"]\n' };
    assert.deepEqual(await detected(listed, '01-a.Rmd'), ['index.Rmd', '02-b.Rmd', '01-a.Rmd']);
    const unlisted = { ...chapters, '_bookdown.yml': 'book_filename: x\n' };
    assert.deepEqual(await detected(unlisted, '01-a.Rmd'), ['index.Rmd', '01-a.Rmd', '02-b.Rmd']);
  });

  test('MyST and Jupyter Book: their table of contents, endings left out or not', async () => {
    const pages = { 'intro.md': '', 'methods.md': '', 'results.md': '' };
    const myst = {
      ...pages,
      'myst.yml':
        'project:\n  toc:\n    - file: intro\n    - title: Work\n      children:\n        - file: results.md\n        - file: methods.md\n',
    };
    assert.deepEqual(await detected(myst, 'methods.md'), ['intro.md', 'results.md', 'methods.md']);
    const book = {
      ...pages,
      '_toc.yml':
        'format: jb-book\nroot: intro\nparts:\n  - chapters:\n      - file: results\n        sections:\n          - file: methods\n',
    };
    assert.deepEqual(await detected(book, 'methods.md'), ['intro.md', 'results.md', 'methods.md']);
  });

  test('what a table of contents lists and is missing is told where it stands', async () => {
    const text = 'book:\n  chapters: [index.qmd, gone.qmd]\n';
    const contents = { '_quarto.yml': text, 'index.qmd': '' };
    const found = await createManuscriptDetector(filesOf(contents))(`${ROOT}index.qmd`);
    assert.deepEqual(
      found?.problems.map(({ start, end, message }) => [text.slice(start, end), message]),
      [['gone.qmd', 'There is no file "gone.qmd".']],
    );
  });

  test('a broken table of contents tells nothing', async () => {
    for (const text of ['book: [', '- a', 'book: 3', '['.repeat(50_000)]) {
      assert.equal(await detected({ '_quarto.yml': text, 'index.qmd': '' }, 'index.qmd'), null);
    }
  });

  test('LaTeX: the document that includes a file, on whatever way, in this folder or above', async () => {
    const contents = {
      'main.tex': '\\documentclass{article}\n\\begin{document}\n\\include{chapters/one}\n\\end{document}\n',
      'chapters/one.tex': 'Text.\n\n\\input{chapters/deep/two}\n',
      'chapters/deep/two.tex': 'Text.\n',
      'chapters/loose.tex': 'Text.\n',
      'other.tex':
        '\\documentclass{letter}\n\\begin{document}\n% \\include{chapters/loose}\n\\end{document}\n',
    };
    assert.deepEqual(await detected(contents, 'chapters/one.tex'), ['main.tex']);
    assert.deepEqual(await detected(contents, 'chapters/deep/two.tex'), ['main.tex']);
    assert.equal(await detected(contents, 'chapters/loose.tex'), null);
    assert.equal(await detected(contents, 'main.tex'), null);
    assert.equal(await detected(contents, 'other.tex'), null);
  });

  test('LaTeX: the root that a file names, and that of a subfile', async () => {
    const main = '\\documentclass{book}\n\\begin{document}\\subfile{a/sub}\\end{document}\n';
    const contents = {
      'main.tex': main,
      'far/away/one.tex': '%!TEX root = ../../main\nText.\n',
      'a/sub.tex':
        '\\documentclass[../main.tex]{subfiles}\n\\begin{document}Text.\\input{more}\\end{document}\n',
      'a/more.tex': 'Text.\n',
      'a/lost.tex': '% !TeX root = nowhere.tex\nText.\n',
    };
    assert.deepEqual(await detected(contents, 'far/away/one.tex'), ['main.tex']);
    assert.deepEqual(await detected(contents, 'a/sub.tex'), ['main.tex']);
    assert.deepEqual(await detected(contents, 'a/more.tex'), ['main.tex']);
    assert.equal(await detected(contents, 'a/lost.tex'), null);
  });

  test('Quarto: the document that includes a part', async () => {
    const contents = { 'paper.qmd': 'Text.\n\n{{< include _methods.qmd >}}\n', '_methods.qmd': 'Text.\n' };
    assert.deepEqual(await detected(contents, '_methods.qmd'), ['paper.qmd']);
    assert.equal(await detected(contents, 'paper.qmd'), null);
  });

  test('files that name each other as their root stand alone rather than going in circles', async () => {
    const contents = {
      'a.tex': '% !TEX root = b\n',
      'b.tex': '% !TEX root = a\n',
      'c.tex': '% !TEX root = c\n',
    };
    for (const path of Object.keys(contents)) assert.equal(await detected(contents, path), null);
  });

  test('a part of a chapter belongs to the whole book', async () => {
    const contents = {
      '_quarto.yml': 'book: {chapters: [index.qmd, one.qmd]}\n',
      'index.qmd': '',
      'one.qmd': '{{< include parts/_cells.qmd >}}\n',
      'parts/_cells.qmd': 'Text.\n',
    };
    assert.deepEqual(await detected(contents, 'parts/_cells.qmd'), ['index.qmd', 'one.qmd']);
  });

  test('nothing beyond the repository is looked at', async () => {
    const contents = {
      '_quarto.yml': 'book: {chapters: [paper/a.qmd]}',
      'paper/a.qmd': '',
      'paper/.git/HEAD': '',
    };
    assert.equal(await detected(contents, 'paper/a.qmd'), null);
  });
});
