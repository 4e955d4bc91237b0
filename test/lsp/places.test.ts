import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FileContent, type Files, knownNames, type LayerStack } from '../../server/src/core/index.ts';
import { createPlaces } from '../../server/src/lsp/places.ts';
import { defaultSettings } from '../../server/src/lsp/settings.ts';

const glossary = 'file:///w/.immunogloss/glossary.yaml';
const manuscript = 'file:///w/a.md';

/** A folder with one glossary, each reading of which is answered when the test says so, in any order. */
function slowGlossary() {
  const waiting: ((text: string) => void)[] = [];
  const files: Files = {
    read: uri =>
      uri === glossary
        ? new Promise<FileContent>(answer => waiting.push(text => answer({ text })))
        : Promise.resolve({ problem: { kind: 'missing', message: 'is not there' } }),
    list: async folder =>
      folder.replace(/\/$/, '') === 'file:///w/.immunogloss'
        ? [{ name: 'glossary.yaml', uri: glossary, kind: 'file' }]
        : [],
    kind: async uri => (uri === glossary || uri === manuscript ? 'file' : null),
  };
  const readings = async (count: number) => {
    while (waiting.length < count) await new Promise(setImmediate);
    return waiting;
  };
  return { files, readings };
}

const longForms = ({ files }: LayerStack) => files.flatMap(file => file.entries.map(({ long }) => long));

function placesOf(files: Files, shown: string[][]) {
  return createPlaces({
    files,
    known: knownNames,
    settings: () => defaultSettings,
    folders: () => ['file:///w'],
    cellsAround: () => undefined,
    cellsOf: () => [],
    home: null,
    onProject() {},
    onLayers: layers => shown.push(longForms(layers)),
    onBaseline() {},
    onStale() {},
  });
}

for (const first of ['older', 'newer'] as const) {
  test(`a glossary that changes while it is read is as it is now, whichever reading ends first: the ${first}`, async () => {
    const { files, readings } = slowGlossary();
    const shown: string[][] = [];
    const places = placesOf(files, shown);
    const before = places.place(manuscript);
    const [older] = await readings(1);
    places.reset();
    const after = places.place(manuscript);
    const [, newer] = await readings(2);
    if (first === 'older') {
      older!('ZZV: old words\n');
      await before;
    }
    newer!('ZZV: new words\n');
    assert.deepEqual(longForms((await after).layers), ['new words']);
    older!('ZZV: old words\n');
    await before;
    assert.deepEqual(longForms((await places.place(manuscript)).layers), ['new words']);
    assert.deepEqual(shown, [['new words']]);
  });
}

test('what broke keeps the state that was read last, not one that came late', async () => {
  const { files, readings } = slowGlossary();
  const places = placesOf(files, []);
  const before = places.place(manuscript);
  const [older] = await readings(1);
  places.reset();
  const after = places.place(manuscript);
  const [, newer] = await readings(2);
  newer!('ZZV: new words\n');
  await after;
  older!('ZZV: old words\n');
  await before;
  places.reset();
  const broken = places.place(manuscript);
  (await readings(3))[2]!('ZZV: [');
  assert.deepEqual(longForms((await broken).layers), ['new words']);
});
