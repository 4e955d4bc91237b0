import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayOpenWithName, sectionRoleOf, wordings } from '../../server/src/core/analysis/sectionNames.ts';

for (const [role, , wording] of wordings) {
  // fast-check makes no word boundaries: here "AI" has a space behind it, or nothing.
  const source = wording.source.replace('\\b[^.:;]{0,60}', '(?: [^.:;]{0,50})?');
  const made = fc.stringMatching(new RegExp(source));
  test(`each name that ${wording} matches is found by its first word`, () => {
    fc.assert(
      fc.property(made, name => {
        assert.equal(wording.test(name), true);
        assert.notEqual(sectionRoleOf(name, false), undefined);
        assert.equal(mayOpenWithName(name), true, role);
      }),
      { numRuns: 200 },
    );
  });
}
