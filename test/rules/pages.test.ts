import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileRules, rules } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const folder = join(import.meta.dirname, '../../docs/rules');

function rulesFiredBy(text: string, languageId: string, rule: string): readonly string[] {
  const analysis = service.analyze({ uri: 'file:///example', languageId, version: 1, text: `${text}\n` });
  const severity = rules.find(({ id }) => id === rule)?.severity === 'off' ? 'hint' : 'default';
  const configuration = { rules: { [rule]: severity }, ignore: [], minimumUses: 3 } as const;
  return service.lint(service.assemble([analysis]), configuration).map(finding => finding.rule);
}

test('each rule has its page, and each page its rule', () => {
  const ids = [...rules, ...fileRules].map(({ id }) => `${id}.md`);
  assert.deepEqual(readdirSync(folder).sort(), ids.sort());
});

for (const { id, sources = [] } of rules) {
  test(`${id}: its page says when it reports, when it doesn’t, what can be set, and on what it rests`, () => {
    const page = readFileSync(join(folder, `${id}.md`), 'utf8').replaceAll('\r\n', '\n');
    const parts = page
      .replace(/^```.*?^```$/gms, '')
      .split(/^## /m)
      .slice(1);
    const sections = new Map(parts.map(part => [part.slice(0, part.indexOf('\n')), part]));
    assert.deepEqual([...sections.keys()], ['Reported', 'Not reported', 'Options', 'Example']);
    for (const [name, part] of sections) assert.ok(part.slice(name.length).trim().length > 10, name);
    assert.match(sections.get('Not reported')!, /^- /m);
    assert.match(sections.get('Example')!, /^Before:[\s\S]+^After:/m);
    assert.match(page, /^By default: \*\*(?:warning|information|hint|off)\*\*/m);
    assert.ok(sources.length > 0, 'no source');
    for (const { where, through, read } of sources) {
      const isTraced = /^our own/.test(where) || read !== undefined || through !== undefined;
      assert.ok(isTraced, `${where}: read there when, or taken from where?`);
      if (read !== undefined) assert.match(read, /^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test(`${id}: its page's example breaks the rule before, and keeps it after`, () => {
    const page = readFileSync(join(folder, `${id}.md`), 'utf8').replaceAll('\r\n', '\n');
    const [before, after] = [...page.matchAll(/```(\w+)\n(.*?)\n```/gs)];
    assert.ok(before && after, `${id}.md lacks an example`);
    assert.ok(rulesFiredBy(before[2]!, before[1]!, id).includes(id), before[2]);
    assert.ok(!rulesFiredBy(after[2]!, after[1]!, id).includes(id), after[2]);
  });
}
