import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_BASELINE } from '../../server/src/core/baseline/baseline.ts';
import {
  applyEdits,
  configurationOf,
  type FirstUse,
  fixAll,
  NO_PROJECT,
  type Profile,
  profileChanges,
  readProfiles,
  rules,
} from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { MemoryFiles } from '../lsp/inProcess.ts';

const uri = 'file:///a.md';

function configurationWith(settings: Partial<Profile>) {
  const own = { ...NO_PROJECT, profile: 'own' };
  const profile = { id: 'own', name: 'Own', description: 'Own.', rules: {}, sources: [], ...settings };
  return configurationOf({ ...own, profiles: new Map([['own', profile]]) });
}

const analyse = (text: string) => service.analyze({ uri, languageId: 'markdown', version: 1, text });

/** Rule and line of each finding. */
function found(text: string, settings: Partial<Profile> = {}): readonly string[] {
  const configuration = configurationWith(settings);
  const manuscript = service.assemble([analyse(text)], undefined, configuration.firstUse);
  return service
    .lint(manuscript, configuration)
    .map(({ rule, start }) => `${text.slice(0, start).split('\n').length}: ${rule}`);
}

const IN_HEADING = `# A title

## Grades of CRS

Cytokine release syndrome (CRS) is feared. CRS is graded, and CRS ends.
`;

test('a use in a heading is none, unless the profile counts it', () => {
  assert.deepEqual(found(IN_HEADING), []);
  assert.deepEqual(found(IN_HEADING, { headingsCount: true }), ['3: used-before-definition']);
  const only = '# A title\n\n## Grades of QXZ\n\nText.\n';
  assert.deepEqual(found(only), []);
  assert.deepEqual(found(only, { headingsCount: true }), ['3: undefined-abbreviation']);
});

test('a use in a heading that counts is one of those that make an abbreviation worth its while', () => {
  const text =
    '# A title\n\nThe tumor microenvironment (TME) is cold. The TME is acid.\n\n## A cold TME\n\nText.\n';
  assert.deepEqual(found(text), ['3: rarely-used']);
  assert.deepEqual(found(text, { headingsCount: true }), []);
});

test('what is mended by a profile that counts headings is clean by it', () => {
  const configuration = configurationWith({ headingsCount: true });
  const manuscript = service.assemble([analyse(IN_HEADING)], undefined, configuration.firstUse);
  const after = applyEdits(IN_HEADING, fixAll(service, manuscript, configuration).edits.get(uri)!);
  assert.match(after, /## Grades of cytokine release syndrome \(CRS\)\n\nCRS is feared\./);
  assert.deepEqual(found(after, { headingsCount: true }), []);
});

const WITH_ABSTRACT = `# Abstract

The tumor microenvironment (TME) is cold, and the TME is acid.

# Introduction

The TME is cold. The TME is acid, and the TME is dense.
`;

test('the abstract is a scope of its own, unless the profile makes it one with the main text', () => {
  assert.deepEqual(found(WITH_ABSTRACT), ['7: defined-only-in-abstract']);
  assert.deepEqual(found(WITH_ABSTRACT, { resets: [] }), []);
  const twice = WITH_ABSTRACT.replace('\nThe TME is cold', '\nThe tumor microenvironment (TME) is cold');
  assert.deepEqual(found(twice), []);
  assert.deepEqual(found(twice, { resets: [] }), ['7: redefined']);
  const late = twice.replace('tumor microenvironment (TME) is cold, and', 'TME is cold, and');
  assert.deepEqual(found(late), ['3: undefined-abbreviation']);
  assert.deepEqual(found(late, { resets: [] }), ['3: used-before-definition']);
});

const WITH_CAPTIONS = `# A title

The tumor microenvironment (TME) is cold. The TME is acid, and the TME is dense.

Figure 1. A cold TME.

| TME | 3 |
|---|---|
| cold | 4 |
`;

test('captions and tables explain what they use where the profile has them begin anew', () => {
  assert.deepEqual(found(WITH_CAPTIONS), []);
  const both = found(WITH_CAPTIONS, { resets: ['abstract', 'caption', 'table'] });
  assert.deepEqual(both, ['5: caption-undefined', '7: caption-undefined']);
  assert.deepEqual(found(WITH_CAPTIONS, { resets: ['abstract', 'caption'] }), ['5: caption-undefined']);
  const off = { resets: ['caption'], rules: { 'caption-undefined': 'off' } } as const;
  assert.deepEqual(found(WITH_CAPTIONS, off), []);
  const rule = { rules: { 'caption-undefined': 'warning' } } as const;
  assert.deepEqual(found(WITH_CAPTIONS, rule), both);
});

test('what nothing defines is told once, not in the caption too', () => {
  const text = 'Text.\n\nFigure 1. A QXZ and a QXZ.\n';
  assert.deepEqual(found(text, { resets: ['caption'] }), ['3: undefined-abbreviation']);
});

test('another profile shows what would come and go, by its own scopes', () => {
  const [now, then] = [configurationWith({}), configurationWith({ headingsCount: true, resets: [] })];
  const manuscript = service.assemble([analyse(WITH_ABSTRACT + IN_HEADING.slice('# A title\n\n'.length))]);
  const { coming, going } = profileChanges(service, manuscript, now, then, NO_BASELINE);
  assert.deepEqual(
    [coming.map(({ rule }) => rule), going.map(({ rule }) => rule)],
    [['used-before-definition'], ['defined-only-in-abstract']],
  );
});

test('a profile of the workspace says both, and extends what it doesn’t say', async () => {
  const profiles = {
    one: 'headingsCount: true\nresets: [caption, table]\n',
    two: 'extends: one\nresets: abstract\n',
    three: 'headingsCount: maybe\nresets: [abstract, chapter]\n',
  };
  const files = new MemoryFiles(
    Object.entries(profiles).map(([id, text]) => [`file:///w/.immunogloss/profiles/${id}.yaml`, text]),
  );
  const known = rules.map(({ id }) => id);
  const read = await readProfiles(files, 'file:///w', known);
  const firstUse = (id: string): FirstUse | undefined =>
    configurationOf({ ...NO_PROJECT, profile: id, profiles: read.profiles }).firstUse;
  assert.deepEqual(firstUse('one'), { headings: true, resets: ['caption', 'table'] });
  assert.deepEqual(firstUse('two'), { headings: true, resets: ['abstract'] });
  assert.deepEqual(firstUse('three'), { headings: false, resets: ['abstract'] });
  const problems = read.files.flatMap(({ problems: own }) => own.map(({ message }) => message));
  assert.deepEqual(problems, [
    '"headingsCount" is true or false.',
    '"resets" is a list of abstract, caption, table or box.',
  ]);
});
