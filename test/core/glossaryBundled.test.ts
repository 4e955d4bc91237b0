import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../server/src/core/glossary/load.ts';
import { fold } from '../../server/src/core/glossary/normalize.ts';
import { createBundledGlossary } from '../../server/src/core/index.ts';
import { readGlossaryFiles } from '../../server/src/node/index.ts';

const glossary = createBundledGlossary(readGlossaryFiles());

test('every row of the bundled glossary is read without a problem', () => {
  const told: string[] = [];
  for (const entry of glossary.entries)
    parseEntry(entry, (path, message) => told.push(`${entry.id}${path} ${message}`));
  assert.deepEqual(told, []);
  assert.ok(glossary.entries.length > 100);
  assert.ok(glossary.senses(fold('CARs')).some(entry => entry.long === 'chimeric antigen receptor'));
});

test('the bundled gene symbols are sorted, so that each one is found', () => {
  const symbols = readGlossaryFiles().get('hgnc-symbols.txt')?.trimEnd().split('\n') ?? [];
  assert.ok(symbols.length > 30_000);
  assert.deepEqual(
    symbols.filter(symbol => !glossary.isGeneSymbol(symbol)),
    [],
  );
  for (const other of ['Foxp3', 'il2', 'CAR-T', 'IL-2']) assert.ok(!glossary.isGeneSymbol(other), other);
});
