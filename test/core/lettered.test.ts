import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lettered } from '../../server/src/core/lettered.ts';

const cases = [
  [lettered`^[\p{Lu}]$`, /^[\p{Lu}]$/u],
  [lettered`^[\p{Ll}]$`, /^[\p{Ll}]$/u],
  [lettered`^[\p{L}]$`, /^[\p{L}]$/u],
  [lettered`^[\p{N}]$`, /^[\p{N}]$/u],
  [lettered`^[^\p{L}\p{N}]$`, /^[^\p{L}\p{N}]$/u],
] as const;

test('a character is what Unicode says, whichever expression is asked', () => {
  for (let code = 0; code < 0x20000; code++) {
    const character = String.fromCodePoint(code);
    for (const [quick, full] of cases) {
      if (quick.test(character) !== full.test(character)) assert.fail(`U+${code.toString(16)}: ${full}`);
    }
  }
});

test('a text with other letters beside is read by the full expression', () => {
  const capitalised = lettered`(?:^|\s)([\p{Lu}][\p{Ll}]{3,})(?:\s|$)`;
  assert.equal(capitalised.exec('at Jackson Laboratory')?.[1], 'Jackson');
  assert.equal(capitalised.exec('в Москве у Škoda')?.[1], 'Москве');
  assert.equal(capitalised.exec('IFN-γ in Škoda²')?.[1], undefined);
  assert.equal(capitalised.exec('Übelkeit')?.[1], 'Übelkeit');
});
