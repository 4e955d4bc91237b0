/** What is made of the registry's answer about the packages that ship. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { verdictOf } from './verdict.ts';

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

/** What a registry knows of a package (npm's "bulk advisory" endpoint). */
const advisory = (severity: string) => ({
  ...{ id: 1, title: 'Deep nesting overflows the stack', url: 'https://example.org/a', severity },
  ...{ vulnerable_versions: '<999', cwe: ['CWE-674'], cvss: { score: 7.5, vectorString: null } },
});

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
};

/** `npm run audit` against a registry on this machine that knows these holes: what was asked, what was said, how it ended. */
async function audited(holes: Record<string, readonly object[]>) {
  const asked: string[] = [];
  const registry = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const name = decodeURIComponent(request.url!.slice(1));
    const versions = { '1.0.0': { name, version: '1.0.0' } };
    if (request.url!.endsWith('/advisories/bulk')) {
      asked.push(...Object.keys(JSON.parse(body)));
      response.end(JSON.stringify(holes));
    } else {
      response.end(JSON.stringify({ name, 'dist-tags': { latest: '1.0.0' }, versions }));
    }
  });
  await once(registry.listen(0, '127.0.0.1'), 'listening');
  const { port } = registry.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'immunogloss audit '));
  // None of this machine's settings of npm: its proxy doesn't lead to us, its cache may not be written.
  const others = Object.entries(process.env).filter(([name]) => !/^npm_config_|_proxy$/i.test(name));
  const env = {
    ...Object.fromEntries(others),
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: join(folder, 'cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_globalconfig: join(folder, 'global npmrc'),
    npm_config_update_notifier: 'false',
  };
  // The registry is this process: however slow the machine, it answers.
  const program = ['--import', 'tsx', 'test/dependencies/audit.ts', '--fetch-timeout=500000'];
  try {
    return await new Promise<{ asked: string[]; said: string; code: number }>(resolve => {
      execFile(process.execPath, program, { env }, (error, said) =>
        resolve({ asked, said: said.trim(), code: Number(error?.code ?? 0) }),
      );
    });
  } finally {
    registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a registry is asked of all that ships and of nothing else, and what it answers counts', async () => {
  const grave = await audited({ yaml: [advisory('high')] });
  assert.equal(grave.said, 'high: yaml: Deep nesting overflows the stack https://example.org/a');
  assert.equal(grave.code, 1);
  assert.ok(grave.asked.includes('vscode-jsonrpc') && !grave.asked.includes('mocha'), String(grave.asked));

  const slight = await audited({ diff: [advisory('low')] });
  assert.match(slight.said, /^Audited: .* 1 of lower severity\.$/);
  assert.equal(slight.code, 0);

  const clean = await audited({});
  assert.match(clean.said, /^Audited: .* critical\.$/);
  assert.equal(clean.code, 0);
});
