import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { profiles, rules } from '../../server/src/core/index.ts';
import { configurationOf } from '../../server/src/core/project/configuration.ts';
import { NO_PROJECT } from '../../server/src/core/project/project.ts';

const glossary = join(import.meta.dirname, '..', '..', 'glossary');
const read = (path: string): unknown => JSON.parse(readFileSync(join(glossary, path), 'utf8'));

test('every profile of the folder ships, fits the schema, and names a source for each rule that it sets', () => {
  const validate = new Ajv({ allErrors: true }).compile(read('schema/profile.schema.json') as object);
  const ids = readdirSync(join(glossary, 'profiles')).map(file => file.replace('.json', ''));
  assert.deepEqual([...profiles.keys()].sort(), ids.sort());
  for (const [id, profile] of profiles) {
    assert.equal(profile.id, id);
    assert.ok(validate(profile), JSON.stringify(validate.errors));
    const sourced = new Set(profile.sources.map(({ rule }) => rule));
    for (const rule of Object.keys(profile.rules))
      assert.ok(sourced.has(rule) || sourced.has('*'), `${id}: ${rule}`);
  }
});

test('a profile stands between the rules and the project, which stands below personal settings', () => {
  const project = { ...NO_PROJECT, profile: 'thesis', rules: { redefined: 'warning' as const } };
  const { rules: severities, minimumUses } = configurationOf(project, { rules: { 'rarely-used': 'hint' } });
  assert.equal(minimumUses, 2);
  assert.equal(severities['unused-definition'], 'hint');
  assert.equal(severities.redefined, 'warning');
  assert.equal(severities['rarely-used'], 'hint');
});

test('the rules that profiles name exist or are announced', () => {
  const known = new Set([...rules.map(({ id }) => id), 'periods-in-abbreviation']);
  for (const { id, rules: named } of profiles.values()) {
    for (const rule of Object.keys(named)) assert.ok(known.has(rule), `${id}: ${rule}`);
  }
});
