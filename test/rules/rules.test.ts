import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Configuration, Diagnostic, Fix } from '../../server/src/core/index.ts';
import { rules } from '../../server/src/core/index.ts';
import { createLinter } from '../../server/src/core/rules/run.ts';
import { whole } from '../../server/src/core/steps.ts';
import { service } from '../bundled.ts';
import { type FixtureCase, readFixture } from '../fixture.ts';

const files = readdirSync(import.meta.dirname).filter(file => !file.endsWith('.ts'));

function lint(text: string, languageId: string, configuration: Configuration): readonly Diagnostic[] {
  const analysis = service.analyze({ uri: 'file:///fixture', languageId, version: 1, text });
  return service.lint(service.assemble([analysis]), configuration);
}

function apply(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}

/** A finding as a reader of the fixture sees it: line, span, rule. */
function shown(
  text: string,
  { start, end, rule, message }: { start: number; end: number; rule: string; message: string },
): string {
  const line = text.slice(0, start).split('\n').length;
  return `${line}: ${rule} «${text.slice(start, end)}» ${message}`;
}

function check({ text, languageId, configuration, expected }: FixtureCase): void {
  const found = lint(text, languageId, configuration);
  assert.deepEqual(
    found.map(each => shown(text, { ...each, message: '' })).sort(),
    expected.map(each => shown(text, { ...each, message: '' })).sort(),
    found.map(each => shown(text, each)).join('\n'),
  );
  for (const { start, rule, message } of expected) {
    const match = found.find(each => each.start === start && each.rule === rule);
    assert.ok(match?.message.startsWith(message), `${match?.message} — expected: ${message}`);
  }
  for (const finding of found) {
    const { rule, identity, related: rest = [] } = finding;
    for (const fix of finding.fixes?.() ?? []) {
      const after = apply(text, fix);
      const left = lint(after, languageId, configuration);
      // `Write "CAR-T" here`: the other places are told then.
      const isHere = / here$/.test(fix.title) && rest.length > 0;
      const isLeft = ({ start }: Diagnostic): boolean => !isHere || start <= finding.start;
      assert.ok(
        !left.some(each => each.rule === rule && each.identity === identity && isLeft(each)),
        `“${fix.title}” leaves the finding: ${after}`,
      );
    }
  }
}

for (const file of files) {
  for (const fixture of readFixture(join(import.meta.dirname, file))) {
    test(`${file}: ${fixture.title}`, () => check(fixture));
  }
}

test('every rule has a fixture in Markdown and one in LaTeX, and every fixture is of a rule or a verdict table', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of ids) {
    for (const file of [`${id}.md`, `${id}.tex`]) assert.ok(files.includes(file), `${file} is missing`);
  }
  for (const file of files) {
    const name = file.replace(/\.[a-z]+$/, '');
    assert.ok(ids.has(name) || name.startsWith('verdicts'), file);
  }
});

test('a rule that throws is told and silences no other', () => {
  const text = 'The TME is dense. The TME is cold. The TME is hostile.\n';
  const manuscript = service.assemble([
    service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text }),
  ]);
  const faults: string[] = [];
  const broken = {
    id: 'broken',
    summary: '',
    severity: 'warning' as const,
    check(): never {
      throw new Error('broken');
    },
  };
  const found = whole(createLinter(service.glossary, [broken, ...rules]))(
    manuscript,
    { rules: {}, ignore: [], minimumUses: 3 },
    { onFault: fault => faults.push(fault.rule) },
  );
  assert.deepEqual(faults, ['broken']);
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['undefined-abbreviation'],
  );
});
