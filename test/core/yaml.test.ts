import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../server/src/core/yaml.ts';

test('a text is read however full the stack is, or told to be too deep', () => {
  const deep = [
    '['.repeat(100_000),
    '{a: '.repeat(100_000),
    '- '.repeat(100_000),
    '? '.repeat(100_000),
    Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
  ];
  const inDepth = (calls: number): void => {
    if (calls > 0) inDepth(calls - 1);
    else for (const text of deep) assert.equal(readYaml(text).errors[0]?.code, 'TOO_DEEP');
  };
  for (const calls of [0, 1000, 3000]) inDepth(calls);
});

test('what people write is none of it', () => {
  const text = `a:\n  - {b: [c, "[", "["]}\n  - |\n${'    [0, 1) and [1, 2)\n'.repeat(90)}# ${'-'.repeat(300)}\n`;
  assert.deepEqual(readYaml(text).errors, []);
  assert.equal(readYaml('a: [').errors.length > 0, true);
});
