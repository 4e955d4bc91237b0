import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { bundledEntries } from '../../server/src/core/glossary/bundled.ts';
import { longKeys, shortKeys } from '../../server/src/core/glossary/forms.ts';
import { createEntryIndex } from '../../server/src/core/glossary/index.ts';
import { pack, unpack } from '../../server/src/core/glossary/pack.ts';
import type { GlossaryEntry } from '../../server/src/core/types.ts';
import { packedGlossary, readBundledGlossary, readGlossaryFiles } from '../../server/src/node/index.ts';

/** Asks both for every form, and for some that nobody has. */
function assertSame(entries: readonly GlossaryEntry[], packed: string): void {
  const index = createEntryIndex(entries);
  const unpacked = unpack(packed);
  const strangers = ['', 'constructor', '__proto__', 'toString', '0', 'no such form'];
  for (const key of [...entries.flatMap(entry => [...shortKeys(entry)]), ...strangers])
    assert.deepEqual(unpacked.senses(key), index.senses(key), key);
  for (const key of [...entries.flatMap(entry => [...longKeys(entry)]), ...strangers])
    assert.deepEqual(unpacked.byLongForm(key), index.byLongForm(key), key);
  assert.deepEqual(unpacked.entries, entries);
}

test('the bundled glossary says packed what it says as it stands', () => {
  const entries = bundledEntries(readGlossaryFiles());
  assertSame(entries, pack(entries));
});

test('whatever entries hold, they are the same when they were packed', () => {
  const form = fc.oneof(
    fc.constantFrom('IL-2', 'IFN-γ', 'CARs', 'constructor', '__proto__', '“Treg”', 'κ\n\u2028', '\\n', '"'),
    fc.string({ unit: 'grapheme' }),
  );
  const entry = fc.record(
    {
      id: form,
      short: form,
      long: form,
      variants: fc.array(form, { maxLength: 3 }),
      alternatives: fc.array(form, { maxLength: 3 }),
      class: fc.constant('abbreviation' as const),
      domain: form,
      sources: fc.constant([]),
    },
    { noNullPrototype: true, requiredKeys: ['id', 'short', 'long', 'class', 'domain', 'sources'] },
  );
  fc.assert(fc.property(fc.array(entry, { maxLength: 12 }), entries => assertSame(entries, pack(entries))));
});

test('an entry is one object, by whichever way it is asked for', () => {
  const packed = pack(bundledEntries(readGlossaryFiles()));
  const { senses, byLongForm, entries } = unpack(packed);
  const [il2] = senses('il2');
  assert.ok(il2 !== undefined);
  assert.equal(byLongForm('interleukin 2')[0], il2);
  assert.equal(senses('il2')[0], il2);
  assert.ok(entries.includes(il2));
});

/** A folder with a glossary and its packed file, as the build leaves them. */
function packedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'immunogloss pack '));
  after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('glossary', join(folder, 'glossary'), { recursive: true });
  writeFileSync(join(folder, 'glossary.pack'), packedGlossary(folder));
  return folder;
}

test('a packed file that is damaged anywhere is passed over', () => {
  const folder = packedFolder();
  const file = join(folder, 'glossary.pack');
  const whole = readFileSync(file);
  const expected = readBundledGlossary(folder).senses('cd3');
  for (const offset of [0, 12, 25, 3000, whole.length >> 1, whole.length - 2]) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
    writeFileSync(file, bytes);
    assert.deepEqual(readBundledGlossary(folder).senses('cd3'), expected);
    assert.equal(readBundledGlossary(folder).entries.length, readBundledGlossary('.').entries.length);
  }
  for (const size of [0, 5, 100, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, size));
    assert.deepEqual(readBundledGlossary(folder).senses('cd3'), expected);
  }
});

test('an entry that was changed since the packing is known, however long its file is', () => {
  const folder = packedFolder();
  const file = join(folder, 'glossary', 'abbreviations', 'toxicity.json');
  const text = readFileSync(file, 'utf8');
  const other = text.replace('"cytokine release syndrome"', '"cytokine rebound syndrome"');
  assert.ok(other !== text && other.length === text.length);
  writeFileSync(file, other);
  const later = new Date(Date.now() + 5000);
  utimesSync(file, later, later);
  const longs = readBundledGlossary(folder)
    .senses('crs')
    .map(({ long }) => long);
  assert.ok(longs.includes('cytokine rebound syndrome'));
});

test('an entry that was added since the packing is known', () => {
  const folder = packedFolder();
  const file = join(folder, 'glossary', 'abbreviations', 'zzz.json');
  const entry: GlossaryEntry = {
    ...{ id: 'qqx', short: 'QQX', long: 'quick quiet xenograft' },
    ...{ class: 'abbreviation', domain: 'assay', sources: [] },
  };
  assert.deepEqual(readBundledGlossary(folder).senses('qqx'), []);
  writeFileSync(file, JSON.stringify([entry]));
  assert.deepEqual(readBundledGlossary(folder).senses('qqx'), [entry]);
  writeFileSync(file, JSON.stringify([{ ...entry, long: 'quick quail xenograft' }]));
  assert.equal(readBundledGlossary(folder).senses('qqx')[0]?.long, 'quick quail xenograft');
});
