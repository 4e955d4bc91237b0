import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readSettings } from '../../server/src/lsp/settings.ts';

test('settings as an editor sends them', () => {
  const sent = {
    lint: { run: 'onType' },
    rules: { redefined: 'off' },
    ignore: ['CAR'],
    profile: 'plos',
    trace: { server: 'off' },
  };
  assert.deepEqual(readSettings(sent), {
    settings: { run: 'onType', rules: { redefined: 'off' }, ignore: ['CAR'], profile: 'plos' },
    problems: [],
  });
});

test('no settings are the defaults', () => {
  for (const nothing of [undefined, null, {}]) {
    assert.deepEqual(readSettings(nothing), { settings: defaultSettings, problems: [] });
  }
});

test('what has the wrong type is named and left at its default, and the rest counts', () => {
  const { settings, problems } = readSettings({
    lint: { run: 'always' },
    rules: { redefined: 3, undefined: 'hint' },
    ignore: ['CAR', 1],
    profile: 'natur',
  });
  assert.deepEqual(settings, {
    run: 'onSave',
    rules: { undefined: 'hint' },
    ignore: [],
    profile: undefined,
  });
  assert.equal(problems.length, 4);
  assert.match(problems.join('\n'), /lint\.run.*\n.*rules\.redefined.*\n.*ignore/);
});

test('a section that holds no settings at all is told, and does no harm', () => {
  for (const nonsense of [1, 'x', [], { lint: 'onType', rules: [], ignore: 'CAR', profile: 3 }]) {
    const { settings, problems } = readSettings(nonsense);
    assert.deepEqual(settings, defaultSettings);
    assert.match(problems.join(), /must hold settings by name/);
  }
});
