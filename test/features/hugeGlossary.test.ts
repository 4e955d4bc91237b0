/** A glossary may be anybody's: however much it says of one form, an editor is shown and offered little. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { layeredGlossary, withOrigin } from '../../server/src/core/glossary/layers.ts';
import {
  actionsAt,
  complete,
  createFeatureContext,
  createSearch,
  createService,
  hover,
} from '../../server/src/core/index.ts';
import { glossary } from '../bundled.ts';

const uri = 'file:///w/a.md';
const text = 'Each ZZQ counts here. Every ZZQ is ours, ZZQ-ABC too, and ZZQ again.\n';
const configuration = { rules: {}, ignore: [], minimumUses: 3 };
const origin = { layer: 'workspace', uri: 'file:///w/.immunogloss/glossary.json' } as const;

test('of a form with a thousand senses ten are told and offered', () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({ short: 'ZZQ', long: `zeta quality ${n}` }));
  const { entries } = parseLayerFile(JSON.stringify(rows), 'glossary.json');
  assert.equal(entries.length, 1000);
  const layered = layeredGlossary(glossary, [{ origin, entries: withOrigin(entries, origin) }], 1);
  const service = createService(layered);
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
  const search = createSearch(layered.entries);
  const context = createFeatureContext({ manuscript, glossary: layered, configuration, search });

  const shown = hover(context, uri, 6, { commandLinks: true })!.markdown;
  assert.equal(shown.match(/zeta quality \d/g)?.length, 10);
  assert.match(shown, /… and 990 more/);
  assert.ok(hover(context, uri, text.indexOf('-ABC') + 2, { commandLinks: true })!.markdown.length < 2000);
  const [finding] = service.lint(manuscript, configuration);
  assert.equal(finding!.rule, 'ambiguous-abbreviation');
  assert.equal(finding!.fixes!().length, 10);
  assert.ok(actionsAt([finding!], finding!, undefined).length < 20);
  assert.equal(complete(context, uri, 8).items.length, 50);
});

test('beside what a manuscript defines itself, and as a part of a compound, ten of a thousand senses are told', () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({ short: 'ZZQ', long: `zeta quality ${n}` }));
  const compound = { short: 'ZZQ-CAR', long: 'receptor of zeta' };
  const { entries } = parseLayerFile(JSON.stringify([...rows, compound]), 'glossary.json');
  const layered = layeredGlossary(glossary, [{ origin, entries: withOrigin(entries, origin) }], 1);
  const service = createService(layered);
  const shown = (said: string): string => {
    const manuscript = service.assemble([
      service.analyze({ uri, languageId: 'markdown', version: 1, text: said }),
    ]);
    const context = createFeatureContext({
      ...{ manuscript, glossary: layered, configuration, search: createSearch(layered) },
    });
    return hover(context, uri, said.indexOf('ZZQ') + 1, { commandLinks: false })!.markdown;
  };
  for (const said of ['A zonal zymogen quantity (ZZQ) counts. Each ZZQ binds.\n', 'Each ZZQ-CAR binds.\n'])
    assert.equal(shown(said).match(/zeta quality \d/g)?.length, 10, said);
});

test('a text in a glossary that is no text anybody could use is told and left out', () => {
  const long = 'x'.repeat(10_001);
  const { entries, problems } = parseLayerFile(
    JSON.stringify([
      { short: 'ZZQ', long },
      { short: 'ZZX', long: 'zeta', gloss: long },
    ]),
    'glossary.json',
  );
  assert.deepEqual(
    entries.map(({ short, gloss }) => [short, gloss]),
    [['ZZX', undefined]],
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['"long" is longer than 10,000 characters.', '"gloss" is longer than 10,000 characters.'],
  );
});
