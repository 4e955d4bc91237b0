import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationOf, type Project, parseProject } from '../../server/src/core/index.ts';
import { addIgnore, removeIgnore } from '../../server/src/core/project/ignoreList.ts';
import { service } from '../bundled.ts';

const TEXT =
  '# Abstract\n\nThe QXZ was seen.\n\n# Results\n\nThe QXZ and the PXT met. QXZ and PXT came, QXZ and PXT went.\n\n' +
  '![The QXZ of PXT.](a.png)\n';

function project(yaml: string): Project {
  const known = { rules: ['undefined-abbreviation'], profiles: ['default', 'j-immunol'] };
  const { project: read, problems } = parseProject(yaml, 'file:///w/immunogloss.yaml', known);
  assert.deepEqual(problems, []);
  return read;
}

function reported(yaml: string, text = TEXT): readonly string[] {
  const analysis = service.analyze({
    uri: 'file:///w/drafts/a.md',
    languageId: 'markdown',
    version: 1,
    text,
  });
  return service
    .lint(service.assemble([analysis]), configurationOf(project(yaml)))
    .map(({ short, start }) => `${short} ${text.slice(0, start).split('\n').length}`);
}

test('a project ignores by form, pattern, class, path, scope and rule; all that an entry names must hold', () => {
  const all = reported('');
  const without = (yaml: string) => all.filter(each => !reported(`ignore:\n  - ${yaml}\n`).includes(each));
  const of = (short: string) => all.filter(each => each.startsWith(short));
  assert.ok(of('QXZ').length >= 2 && of('PXT').length > 0, all.join());
  assert.deepEqual(without('form: QXZ'), of('QXZ'));
  assert.deepEqual(without('QXZ'), of('QXZ'));
  assert.deepEqual(without('pattern: Q*Z'), of('QXZ'));
  assert.deepEqual(without('pattern: "*Z*Z"'), []);
  assert.deepEqual(without('{form: QXZ, scope: abstract}'), of('QXZ').slice(0, 1));
  assert.deepEqual(without('path: drafts'), all);
  assert.deepEqual(without('path: "drafts/*.md"'), all);
  assert.deepEqual(without('path: other/**'), []);
  assert.deepEqual(without('{rule: undefined-abbreviation, path: drafts}'), all);
  assert.deepEqual(without('{class: product}'), []);
});

test('an entry with a slip in it is told, and ignores nothing', () => {
  const known = { rules: [], profiles: [] };
  const { project: read, problems } = parseProject(
    'ignore: [CAR, {scpe: main}, {scope: body}]\n',
    'file:///a.yaml',
    known,
  );
  assert.deepEqual(
    read.ignore.map(({ entry }) => entry),
    [{ form: 'CAR' }],
  );
  assert.equal(problems.length, 2);
});

test('“Ignore in this workspace” adds behind such entries', () => {
  const text = 'ignore:\n  - CAR\n  - pattern: PXT*\n    path: drafts\n\nminimumUses: 2\n';
  const edit = addIgnore(text, 'NK')!;
  const after = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  assert.deepEqual(
    project(after).ignore.map(({ entry }) => entry),
    [{ form: 'CAR' }, { pattern: 'PXT*', path: 'drafts' }, { form: 'NK' }],
  );
});

test('the list of J Immunol lets its forms stand, others and late definitions are reported as ever', () => {
  const text =
    'An APC meets the TME. The TME holds APCs, the TME keeps APCs.\n\nCells of the MLR. The mixed lymphocyte reaction (MLR) and the MLR.\n';
  assert.deepEqual(reported('profile: j-immunol\n', text), ['TME 1', 'MLR 3']);
  assert.ok(reported('', text).includes('APC 1'));
});

test('an entry is taken out with its line, its comma, or with the whole list', () => {
  const without = (text: string, entry: string): string | null => {
    const edit = removeIgnore(text, text.indexOf(entry));
    return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  };
  const block =
    '# ours\nignore:\n  - CAR # why\n  - pattern: PT_*\n    path: drafts\n  - NK\nminimumUses: 2\n';
  assert.equal(without(block, 'CAR'), block.replace('  - CAR # why\n', ''));
  assert.equal(without(block, 'pattern'), block.replace('  - pattern: PT_*\n    path: drafts\n', ''));
  assert.equal(without(block, 'NK'), block.replace('  - NK\n', ''));
  const flow = 'ignore: [CAR, NK, TME]\nminimumUses: 2\n';
  assert.equal(without(flow, 'CAR'), flow.replace('CAR, ', ''));
  assert.equal(without(flow, 'NK'), flow.replace('NK, ', ''));
  assert.equal(without(flow, 'TME'), flow.replace(', TME', ''));
  for (const only of ['ignore: CAR', 'ignore: [CAR]', 'ignore:\n  - CAR', 'ignore:\n  - CAR # why']) {
    assert.equal(without(`# ours\n${only}\nminimumUses: 2\n`, 'CAR'), '# ours\nminimumUses: 2\n');
  }
  assert.equal(without(block, 'minimumUses'), null);
  assert.equal(without('{ignore: [CAR]}', 'CAR'), null);
});
