import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseProject } from '../../server/src/core/project/parseProject.ts';

const schema = JSON.parse(readFileSync('glossary/schema/immunogloss.schema.json', 'utf8'));
const valid = new Ajv().compile(schema);
const known = {
  rules: Object.keys(schema.properties.rules.properties),
  profiles: schema.properties.profile.anyOf[0].enum,
};

test('the schema, which the editor validates with, and the reader agree on a project file', () => {
  const texts: [string, boolean][] = [
    ['profile: default', true],
    ['profile: [plos]', false],
    ['rules: {redefined: off, glossary-mismatch: hint}', true],
    ['rules: {redefined: no}', false],
    ['rules: {unheard-of: off}', false],
    ['ignore: [CAR]', true],
    ['ignore: CAR', true],
    ['ignore: {CAR: true}', false],
    ['minimumUses: 0', true],
    ['minimumUses: 1.5', false],
    ['minimumUses: -1', false],
    ['manuscript: paper.md', true],
    ['manuscript: [a.md, b.md]', true],
    ['manuscript: [[a.md], {name: x, files: [b.md]}]', true],
    ['manuscript: {files: a.md}', true],
    ['manuscript: [{file: a.md}]', false],
    ['glossaries: [team.yaml]', true],
    ['baseline: accepted.json', true],
    ['baseline: [accepted.json]', false],
    ['include: ["*.txt"]', true],
    ['exclude: [[x]]', false],
    ['something: else', false],
  ];
  for (const [text, good] of texts) {
    assert.equal(valid(parse(text)), good, `schema: ${text}`);
    const { problems } = parseProject(text, 'file:///p/immunogloss.yaml', known);
    assert.equal(problems.length === 0, good, `reader: ${text}`);
  }
});
