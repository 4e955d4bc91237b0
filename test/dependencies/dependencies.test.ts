/** The packages that ship: which licences they may have, and what is made of the registry's answer about them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { verdictOf } from './verdict.ts';

/** Licences that ask for no more than to be named, which `dist/NOTICES.txt` does. */
const accepted: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);

test('every package that ships has a licence that we can keep to', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; license?: string }>;
  };
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  assert.ok(shipped.length > 10);
  const others = shipped.filter(([, { license }]) => !accepted.has(license ?? ''));
  assert.deepEqual(
    others.map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
});

const report = (vulnerabilities: Record<string, unknown>) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: {} } });

test('a hole that is high or critical fails the audit, with its name', () => {
  const high = {
    name: 'yaml',
    severity: 'high',
    via: [{ title: 'Deep nesting overflows the stack', url: 'https://example.org/a' }],
  };
  const through = { name: 'client', severity: 'critical', via: ['yaml'] };
  const { code, lines } = verdictOf(report({ yaml: high, client: through }));
  assert.equal(code, 1);
  assert.deepEqual(lines, [
    'high: yaml: Deep nesting overflows the stack https://example.org/a',
    'critical: client: through yaml',
  ]);
});

test('lesser holes are counted', () => {
  const { code, lines } = verdictOf(report({ diff: { name: 'diff', severity: 'moderate', via: [] } }));
  assert.equal(code, 0);
  assert.match(lines[0]!, /^Audited: .*1 of lower severity/);
});

test('no answer is said aloud, and never taken for a clean one', () => {
  const refused = JSON.stringify({ statusCode: 405, message: 'Method Not Allowed', error: { summary: '' } });
  for (const answer of ['', 'npm error', '{', 'null', '[]', '{}', refused, '{"vulnerabilities":{}}']) {
    const { code, lines } = verdictOf(answer);
    assert.equal(code, 0);
    assert.match(lines[0]!, /^NOT AUDITED/, answer);
  }
});
