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
