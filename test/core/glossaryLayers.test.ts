import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { csvCell, readTable } from '../../server/src/core/glossary/table.ts';
import { createProjectFinder } from '../../server/src/core/project/discover.ts';
import { createGlossaryLayers, withLayers } from '../../server/src/core/project/glossaryLayers.ts';
import { nodeFiles, uriOf } from '../../server/src/node/index.ts';
import { bundledGlossary } from '../glossary.ts';

const pairs = (text: string, name: string) =>
  parseLayerFile(text, name).entries.map(({ short, long }) => `${short}=${long}`);
const told = (text: string, name: string) =>
  parseLayerFile(text, name).problems.map(
    ({ start, end, severity, message }) => `${severity} "${text.slice(start, end).trimEnd()}" ${message}`,
  );

describe('a glossary file', () => {
  test('is a map or a list, in YAML or JSON', () => {
    const both = ['CAR=chimeric antigen receptor', 'NO=nitric oxide'];
    const list = '- {short: CAR, long: chimeric antigen receptor}\n- short: NO\n  long: nitric oxide\n';
    assert.deepEqual(pairs(list, 'a.yaml'), both);
    assert.deepEqual(pairs(`# ours\nentries:\n${list}`, 'a.yml'), both);
    assert.deepEqual(pairs('CAR: chimeric antigen receptor\nNO: nitric oxide\n', 'a.yaml'), both);
    assert.deepEqual(pairs('- CAR: chimeric antigen receptor\n- NO: {long: nitric oxide}\n', 'a.yaml'), both);
    assert.deepEqual(
      pairs(
        '[{"short": "CAR",\t"long": "chimeric antigen receptor"},\n{"short":"NO","long":"nitric oxide"}]',
        'a.json',
      ),
      both,
    );
    assert.deepEqual(pairs('', 'a.yaml'), []);
  });

  test('is a table with a row that names its columns', () => {
    assert.deepEqual(
      pairs('Abbreviation,Long form,note\r\nNO,nitric oxide,\r\nAB,"a ""b"", c",x\r\n\r\n', 'a.CSV'),
      ['NO=nitric oxide', 'AB=a "b", c'],
    );
    const [entry] = parseLayerFile(
      'short\tlong\tvariants\nCAR\tchimeric antigen receptor\tCARs | cAR\n',
      'a.tsv',
    ).entries;
    assert.deepEqual(entry?.variants, ['CARs', 'cAR']);
  });

  test('with a broken row keeps the others, and tells where and why', () => {
    const yaml =
      '- short: CAR\n  long: chimeric antigen receptor\n- short: NK\n- short: NO\n  long: nitric oxide\n  colour: red\n';
    assert.deepEqual(pairs(yaml, 'a.yaml'), ['CAR=chimeric antigen receptor', 'NO=nitric oxide']);
    assert.deepEqual(told(yaml, 'a.yaml'), [
      'warning "short: NK" An entry needs "long".',
      'warning "red" "colour" is not a known field.',
    ]);
    assert.deepEqual(told('short,long\nNK,\nNO,nitric oxide,more\n', 'a.csv'), [
      'warning "NK," An entry needs "long".',
      'warning "more" There is no column for this cell.',
    ]);
    assert.deepEqual(told('CAR:\nNO: nitric oxide\n', 'a.yaml'), [
      'warning "CAR" "long" must be a text that is not empty.',
    ]);
  });

  test('tells what it names a second time', () => {
    const yaml = 'CAR: chimeric antigen receptor\nNK: natural killer\nCAR: cis-acting region\n';
    assert.deepEqual(told(yaml, 'a.yaml'), ['warning "CAR" This cannot be read: Map keys must be unique.']);
    const json = '[{"short": "CAR", "long": "cis-acting region", "short": "NK"}]';
    assert.deepEqual(told(json, 'a.yaml'), [
      'warning ""short"" This cannot be read: Map keys must be unique.',
    ]);
  });

  test('in JSON is read the same on the quick way as on the thorough one', () => {
    const text = fc.constantFrom('CAR', 'chimeric antigen receptor', 'β', '"', ' ', '');
    const rows = fc.array(
      fc.record(
        {
          short: text,
          long: fc.oneof(text, fc.integer()),
          variants: fc.array(text, { maxLength: 2 }),
          x: text,
        },
        { requiredKeys: ['short'] },
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, fc.boolean(), fc.constantFrom(0, 2), (list, isHeld, indent) => {
        const file = JSON.stringify(isHeld ? { entries: list } : list, null, indent);
        const { entries, places, problems } = parseLayerFile(file, 'a.json');
        assert.deepEqual({ entries, places, problems }, { ...parseLayerFile(file, 'a.yaml') });
      }),
    );
  });

  test('that cannot be read at all is one error', () => {
    assert.match(told('CAR: [chimeric', 'a.yaml').join(), /^error .*This cannot be read/);
    assert.match(told('{"short": ', 'a.json').join(), /^error/);
    assert.match(told('just words', 'a.yaml').join(), /^error "just words" A glossary is a list/);
    assert.match(told('CAR,chimeric antigen receptor\n', 'a.csv').join(), /^error "CAR,.*names the columns/);
    assert.match(told('short,long\nCAR,"chimeric\n', 'a.csv').join(), /^error .*never closed/);
  });

  test('of any content throws nothing, and its problems stand in it', () => {
    const pieces = fc.constantFrom(
      'CAR',
      ': ',
      '- ',
      '\n',
      '"',
      ',',
      '\t',
      '{',
      ']',
      '&a ',
      '*a',
      '|',
      'short',
      'long',
      '  ',
      '\r\n',
      '💉',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom('a.yaml', 'a.json', 'a.csv', 'a.tsv'),
        (parts, name) => {
          const text = parts.join('');
          for (const { start, end } of parseLayerFile(text, name).problems) {
            assert.ok(0 <= start && start <= end && end <= text.length + 1);
          }
        },
      ),
    );
  });

  test('cells come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'β'), maxLength: 6 });
    const filled = fc.array(fc.tuple(fc.constant('x'), cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(filled, rows => {
        const text = rows.map(row => row.map(csvCell).join(',')).join('\r\n');
        assert.deepEqual(
          readTable(text, ',').rows.map(row => row.map(each => each.text)),
          rows,
        );
      }),
    );
  });
});

describe('layers', () => {
  const root = mkdtempSync(join(tmpdir(), 'immunogloss layers é '));
  after(() => rmSync(root, { recursive: true }));
  const put = (path: string, content: string): string => {
    const at = join(root, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, content);
    return uriOf(at);
  };
  put('lab/.git/HEAD', '');
  put('lab/immunogloss.yaml', 'glossaries: [terms.csv, "@team/terms", gone.yaml]\n');
  const workspace = put('lab/.immunogloss/lab.yaml', 'CRS: chronic rhinosinusitis\nZZW: workspace word\n');
  put('lab/.immunogloss/notes.txt', 'ZZT: no glossary');
  put('lab/terms.csv', 'short,long\nZZN,named word\nZZW,hidden word\n');
  put('lab/node_modules/@team/terms/package.json', '{"name": "@team/terms"}');
  put('lab/node_modules/@team/terms/glossary.json', '{"ZZP": "package word"}');
  put('lab/paper/.immunogloss/paper.yaml', 'ZZW: folder word\nCAR: chimeric antigen receptor\n');
  put('home/.immunogloss/mine.tsv', 'short\tlong\nZZU\tuser word\nZZW\talso hidden\n');
  const layers = createGlossaryLayers(nodeFiles, uriOf(join(root, 'home')));
  const bundled = bundledGlossary();
  const here = async () => {
    const folder = uriOf(join(root, 'lab/paper'));
    const { project } = await createProjectFinder(nodeFiles, { rules: [], profiles: [] })(folder);
    const stack = await layers.find(folder, project);
    return { project, stack, glossary: withLayers(bundled, stack) };
  };

  test('the nearest one wins, and each sense tells its own', async () => {
    const { glossary } = await here();
    const sense = (key: string) =>
      glossary.senses(key).map(({ long, origin }) => `${long} (${origin?.layer ?? 'bundled'})`);
    assert.deepEqual(sense('zzw'), ['folder word (folder)']);
    assert.deepEqual(sense('zzn'), ['named word (workspace)']);
    assert.deepEqual(sense('zzp'), ['package word (workspace)']);
    assert.deepEqual(sense('zzu'), ['user word (user)']);
    assert.deepEqual(sense('zzt'), []);
    assert.deepEqual(sense('crs'), ['chronic rhinosinusitis (workspace)']);
    assert.deepEqual(sense('gvhd'), ['graft-versus-host disease (bundled)']);
  });

  test('an own row for a known sense keeps what is known of it', async () => {
    const { glossary } = await here();
    const [own] = glossary.senses('car');
    const [known] = bundled.senses('car').filter(({ long }) => long === 'chimeric antigen receptor');
    assert.equal(own?.origin?.layer, 'folder');
    assert.equal(own?.gloss, known?.gloss);
    assert.equal(own?.domain, known?.domain);
  });

  test('a sense that a nearer layer covers is found nowhere', async () => {
    const { glossary } = await here();
    assert.deepEqual(glossary.byLongForm('cytokine release syndrome'), []);
    assert.ok(!glossary.entries.some(({ long }) => long === 'cytokine release syndrome'));
    assert.equal(glossary.byLongForm('chronic rhinosinusitis')[0]?.short, 'CRS');
  });

  test('a name that leads nowhere is told where it stands', async () => {
    const { project } = await here();
    const [problem, ...others] = await layers.missing(project);
    assert.equal(others.length, 0);
    assert.match(problem?.message ?? '', /no glossary "gone.yaml"/);
    assert.ok(problem!.start > 0 && problem!.end - problem!.start === 'gone.yaml'.length);
  });

  test('what has not changed stays the same object; what broke keeps its last good state', async () => {
    const { stack } = await here();
    layers.reset();
    assert.equal((await here()).stack, stack);
    put('lab/.immunogloss/lab.yaml', 'CRS: [chronic');
    layers.reset();
    const broken = await here();
    assert.notEqual(broken.stack, stack);
    assert.equal(broken.glossary.senses('crs')[0]?.long, 'chronic rhinosinusitis');
    assert.ok(broken.stack.files.find(({ origin }) => origin.uri === workspace)!.problems.length > 0);
    put('lab/.immunogloss/lab.yaml', 'CRS: cytokine release syndrome');
    layers.reset();
    assert.equal((await here()).glossary.senses('crs')[0]?.long, 'cytokine release syndrome');
  });

  test('a glossary that was broken from the start has no rows, and without files there are no layers', async () => {
    const folder = uriOf(join(root, 'bare'));
    put('bare/.git/HEAD', '');
    const alone = createGlossaryLayers(nodeFiles, null);
    const { project } = await createProjectFinder(nodeFiles, { rules: [], profiles: [] })(folder);
    assert.equal(withLayers(bundled, await alone.find(folder, project)), bundled);
    put('bare/.immunogloss/x.yaml', '[');
    alone.reset();
    const { files } = await alone.find(folder, project);
    assert.deepEqual(files[0]?.entries, []);
    assert.equal(files[0]?.problems[0]?.severity, 'error');
  });
});
