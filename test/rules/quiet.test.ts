/** One finding for an abbreviation, a rule and a scope, however often it slips; the rest as related information, 20 at most. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blockAt } from '../../server/src/core/analysis/blockAt.ts';
import { scopeOf } from '../../server/src/core/analysis/roles.ts';
import { fold } from '../../server/src/core/glossary/normalize.ts';
import type { Configuration, Diagnostic } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { readFixture } from '../fixture.ts';

/** Each is about one entry, sentence or comment, and says something else of the next one. */
const OF_ONE_PLACE: ReadonlySet<string> = new Set([
  'list-mismatch',
  'list-order',
  'list-unused-entry',
  'uncited-therapy-claim',
  'unused-ignore',
]);
const TIMES = 30;

function lint(text: string, languageId: string, configuration: Configuration): readonly Diagnostic[] {
  const analysis = service.analyze({ uri: 'file:///a', languageId, version: 1, text });
  return service.lint(service.assemble([analysis]), configuration);
}

/** Rule, abbreviation, scope; a caption or table is a scope of its own, and so is another wrong form. */
function aboutOf(finding: Diagnostic): string {
  const { role = 'body', start } = blockAt(finding.analysis, finding.start) ?? {};
  const scope = scopeOf(role) ?? (role === 'caption' || role === 'table' ? `${role} ${start}` : role);
  return [finding.rule, fold(finding.short), scope, finding.message].join(' ');
}

const files = readdirSync(import.meta.dirname).filter(file => /\.(?:md|tex)$/.test(file));

for (const file of files) {
  test(`${file}, each text ${TIMES} times over: one finding for each abbreviation, rule and scope`, () => {
    for (const { title, text, languageId, configuration } of readFixture(join(import.meta.dirname, file))) {
      const body = text.replace(/\\(?:begin|end)\{document\}\n?/g, '').trim();
      const found = lint(`${Array(TIMES).fill(body).join('\n\n')}\n`, languageId, configuration);
      const seen = new Set<string>();
      for (const finding of found) {
        assert.ok((finding.related ?? []).length <= 20, `${title}: ${finding.message}`);
        if (OF_ONE_PLACE.has(finding.rule)) continue;
        assert.ok(!seen.has(aboutOf(finding)), `${title}: ${aboutOf(finding)}`);
        seen.add(aboutOf(finding));
      }
    }
  });
}

test('a form that is used sixty times has one finding, with twenty of the others beside it', () => {
  const text = `${Array(60).fill('The TME is cold.').join(' ')}\n`;
  const [finding, ...others] = lint(text, 'markdown', { rules: {}, ignore: [], minimumUses: 3 });
  assert.deepEqual([finding?.related?.length, others.length], [20, 0]);
});
