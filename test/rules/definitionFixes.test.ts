import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const uri = 'file:///a.md';

/** A text as the first fix of its first finding leaves it. */
function mended(text: string, minimumUses: number): string {
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
  const [finding] = service
    .lint(manuscript, { rules: {}, ignore: [], minimumUses })
    .filter(({ rule }) => rule === 'undefined-abbreviation');
  return applyEdits(text, finding?.fixes?.()[0]?.edits ?? []);
}

test('the noun that follows a short form is not written twice', () => {
  for (const [text, minimumUses, after] of [
    ['We sorted Treg cells from blood.\n', 3, 'We sorted regulatory T cells from blood.\n'],
    ['We sorted Tregs from blood.\n', 3, 'We sorted regulatory T cells from blood.\n'],
    ['We sorted Treg from blood.\n', 3, 'We sorted regulatory T cell from blood.\n'],
    ['We sorted Treg cells.\n', 1, 'We sorted regulatory T (Treg) cells.\n'],
  ] as const) {
    assert.equal(mended(text, minimumUses), after);
  }
});

/** A text as the first fix of its first finding of a rule leaves it. */
function mendedBy(rule: string, text: string): string {
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
  const finding = service
    .lint(manuscript, { rules: {}, ignore: [], minimumUses: 1 })
    .find(each => each.rule === rule);
  return applyEdits(text, finding?.fixes?.()[0]?.edits ?? []);
}

test('a moved definition keeps its number and the noun that its short form holds', () => {
  assert.equal(
    mendedBy(
      'used-before-definition',
      'The QLCs grow. Later, quorate lymph cells (QLCs) die, and QLCs rest.\n',
    ),
    'The quorate lymph cells (QLCs) grow. Later, QLCs die, and QLCs rest.\n',
  );
  assert.equal(
    mendedBy('used-before-definition', 'All DC cells grow. Dendritic cells (DCs) die, and DCs rest.\n'),
    'All dendritic cells (DCs) grow. DCs die, and DCs rest.\n',
  );
});

test('a turned definition opens its sentence with a capital', () => {
  assert.equal(
    mendedBy('reversed-definition', 'ICOS (inducible T-cell costimulator) is seen. ICOS rises.\n'),
    'Inducible T-cell costimulator (ICOS) is seen. ICOS rises.\n',
  );
});
