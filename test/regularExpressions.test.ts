import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  expressionsIn,
  hashOf,
  rememberedHashes,
  shippedExpressions,
  weaknessOf,
} from './regularExpressions.ts';

test('no regular expression that ships can backtrack super-linearly', () => {
  const expressions = shippedExpressions();
  assert.ok(expressions.length > 300, `${expressions.length} expressions were found`);
  const remembered = rememberedHashes();
  const weak = expressions
    .filter(expression => !remembered.has(hashOf(expression)))
    .flatMap(expression => {
      const weakness = weaknessOf(expression);
      const { file, source, flags } = expression;
      return weakness === undefined ? [] : [`${file}: /${source}/${flags} is ${weakness}`];
    });
  assert.deepEqual(weak, []);
});

test('expressions are found however they are made, and weak ones are told from others', () => {
  const code = `
    const NAMES: string = 'a|b';
    const open = /(a+)+$/u;
    const again = new RegExp(open, 'g');
    const capital = lettered\`^[\\p{Lu}]\`;
    export const found = (name: string) => new RegExp(\`^(?:\${NAMES})\${name}$\`).exec('//');`;
  const found = expressionsIn(code, 'x.ts');
  assert.deepEqual(found.map(({ source, flags }) => `/${source}/${flags}`).sort(), [
    '/(a+)+$/g',
    '/(a+)+$/u',
    '/^(?:a|b)x$/',
    '/^[\\p{Lu}]/u',
  ]);
  assert.match(weaknessOf({ source: '(a+)+$', flags: '', file: '' }) ?? '', /exponential/);
  assert.match(weaknessOf({ source: '\\s+$', flags: '', file: '' }) ?? '', /polynomial/);
  assert.equal(weaknessOf({ source: '^a+$', flags: '', file: '' }), undefined);
  assert.throws(() => expressionsIn("new RegExp(read('x'))", 'x.ts'), /x\.ts/);
});
