/** Texts that mark the letters of a short form, or one of its words: what fixes and messages write is whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, fixAll } from '../../server/src/core/index.ts';
import { keepBalance } from '../../server/src/core/rules/balance.ts';
import { service } from '../bundled.ts';

const configuration = { rules: {}, ignore: [], minimumUses: 3 };
const uri = 'file:///paper';

function assembled(text: string, languageId: string) {
  return service.assemble([service.analyze({ uri, languageId, version: 1, text })]);
}

/** The text after all fixes that may be applied unseen. */
function fixed(text: string, languageId: string): string {
  const { edits } = fixAll(service, assembled(text, languageId), configuration);
  return applyEdits(text, edits.get(uri) ?? []);
}

/** What is written of a definition that comes again, by format: before and after. */
const again: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  markdown: [
    ['The **n**atural **k**iller (NK) cells', 'The NK cells'],
    ['The <b>n</b>atural <b>k</b>iller (NK) cells', 'The NK cells'],
    ['The <i><b>n</b>atural</i> killer (NK) cells', 'The NK cells'],
    ['The *natural killer* (NK) cells', 'The *NK* cells'],
    ['The *natural killer (NK) cells*', 'The *NK cells*'],
    ['The [natural killer](https://example.org/nk) (NK) cells', 'The [NK](https://example.org/nk) cells'],
  ],
  latex: [
    ['The \\textbf{n}atural \\textbf{k}iller (NK) cells', 'The NK cells'],
    ['The {\\bfseries n}atural {\\bfseries k}iller (NK) cells', 'The NK cells'],
    ['The \\emph{\\textbf{n}atural \\textbf{k}iller} (NK) cells', 'The \\emph{NK} cells'],
    ['The \\emph{natural killer (NK) cells}', 'The \\emph{NK cells}'],
    ['The natural killer (\\textbf{N}K) cells', 'The \\textbf{N}K cells'],
  ],
  html: [
    ['<p>The <b>n</b>atural <b>k</b>iller (NK) cells</p>', '<p>The NK cells</p>'],
    ['<p>The <em><b>n</b>atural killer</em> (NK) cells</p>', '<p>The <em>NK</em> cells</p>'],
  ],
  typst: [
    ['The #strong[n]atural #strong[k]iller (NK) cells', 'The NK cells'],
    ['The #emph[natural killer] (NK) cells', 'The #emph[NK] cells'],
  ],
  restructuredtext: [['The **n**\\ atural **k**\\ iller (NK) cells', 'The NK cells']],
};

for (const [languageId, cases] of Object.entries(again)) {
  test(`a definition that comes again goes with the markup of its letters, in ${languageId}`, () => {
    for (const [before, after] of cases) {
      const first = 'Natural killer (NK) cells kill. NK cells bind, NK cells grow, and NK cells die.';
      const start = languageId === 'html' ? `<p>${first}</p>\n` : `${first}\n\n`;
      assert.equal(fixed(`${start}${before} came.\n`, languageId), `${start}${after} came.\n`);
    }
  });
}

test('a long form is offered as it reads, whatever marks its letters', () => {
  const texts = {
    markdown:
      '# Introduction\n\nPTM was seen.\n\n# Abbreviations\n\nPTM: <u>P</u>ost-*translational* [m]{.underline}odification\n',
    latex:
      '\\section{Introduction}\nPTM was seen.\n\\section{Abbreviations}\n\\begin{description}\n\\item[PTM] \\underline{P}ost-\\emph{translational} \\underline{m}odification\n\\end{description}\n',
    html: '<h1>Introduction</h1><p>PTM was seen.</p><h1>Abbreviations</h1><dl><dt>PTM</dt><dd><u>P</u>ost-<i>translational</i> <u>m</u>odification</dd></dl>',
    typst:
      '= Introduction\nPTM was seen.\n\n= Abbreviations\n/ PTM: #underline[P]ost-_translational_ #strong[m]odification\n',
  };
  for (const [languageId, text] of Object.entries(texts)) {
    const [finding] = service.lint(assembled(text, languageId), configuration);
    assert.match(finding?.message ?? '', /spell it out as post-translational modification\.$/, languageId);
  }
});

test('edits that would leave markup open, or close what was never opened, are told', () => {
  const text = 'The [natural killer] (NK) cells of \\emph{mice}, and <b>both</b><br/>.';
  const edit = (found: string, newText: string) => {
    const start = text.indexOf(found);
    return [{ uri, start, end: start + found.length, newText }];
  };
  const keeps = (found: string, newText: string) => keepBalance(edit(found, newText), () => text);
  assert.ok(keeps('natural killer] (NK)', 'NK]'));
  assert.ok(!keeps('natural killer] (NK)', 'NK'));
  assert.ok(!keeps('\\emph{mice', 'mice'));
  assert.ok(!keeps('both</b>', 'both'));
  assert.ok(keeps('<b>both</b><br/>', 'both'));
  assert.ok(keepBalance([...edit('\\emph{', ''), ...edit('}', '')], () => text));
});

test('a fix that would tear markup is not offered, and the finding stays', () => {
  const first = 'Natural killer (NK) cells kill. NK cells bind, NK cells grow, and NK cells die.';
  for (const [languageId, again] of [
    ['latex', 'The \\emph{tired natural} killer (NK) cells came.'],
    ['latex', 'The natural \\emph{killer (NK) cells} came.'],
    ['markdown', 'The [tired natural](https://example.org/nk) killer (NK) cells came.'],
  ] as const) {
    const found = service.lint(assembled(`${first}\n\n${again}\n`, languageId), configuration);
    assert.deepEqual(
      found.map(each => [each.rule, each.fixes?.()]),
      [['redefined', []]],
      again,
    );
  }
});
