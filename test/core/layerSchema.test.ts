import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';

const schema = JSON.parse(readFileSync('glossary/schema/layer.schema.json', 'utf8'));
const valid = new Ajv({ strict: false }).compile(schema);

test('the schema, which the editor validates with, and the reader agree on a glossary file', () => {
  const texts: [string, boolean][] = [
    ['', true],
    ['CAR: chimeric antigen receptor', true],
    ['CAR: {long: chimeric antigen receptor, variants: [CARs]}', true],
    ['CAR: {short: CAR}', false],
    ['CAR: [chimeric antigen receptor]', false],
    ['- {short: CAR, long: chimeric antigen receptor}', true],
    ['- {short: CAR}', false],
    ['- CAR: chimeric antigen receptor', true],
    ['- {short: CAR, long: chimeric antigen receptor, colour: red}', false],
    ['- {short: CAR, long: chimeric antigen receptor, class: thing}', false],
    ['- {short: CAR, long: chimeric antigen receptor, class: product, wrong: [{long: a, note: b}]}', true],
    ['- {short: CAR, long: chimeric antigen receptor, see: [A B]}', false],
    ['entries: [{short: CAR, long: chimeric antigen receptor}]', true],
    ['entries: [{short: CAR}]', false],
    ['abbreviations: {CAR: chimeric antigen receptor}', true],
    ['abbreviations: {CAR: {}}', false],
    ['just words', false],
  ];
  for (const [text, good] of texts) {
    assert.equal(valid(parse(text)), good, `schema: ${text}`);
    assert.equal(parseLayerFile(text, 'a.yaml').problems.length === 0, good, `reader: ${text}`);
  }
});

test('the manifest gives every glossary file its schema, and none has two', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const { url } of [...contributes.jsonValidation, ...contributes.yamlValidation]) {
    assert.ok(JSON.parse(readFileSync(url, 'utf8')).$id, url);
  }
});
