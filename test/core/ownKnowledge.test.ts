import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { facts, factsMarkdown } from '../../server/src/core/features/facts.ts';
import { britishGlossary } from '../../server/src/core/glossary/british.ts';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { type Layer, layeredGlossary } from '../../server/src/core/glossary/layers.ts';
import { unresolvedIn } from '../../server/src/core/therapies/layers.ts';
import { bundledGlossary } from '../glossary.ts';

const bundled = bundledGlossary();
const therapies = `- id: car-m
  name: CAR-M cells
  names: [CAR-M, CAR macrophages]
  summary: Macrophages with a CAR.
`;
const factsText = `- id: car-m-eats
  therapy: car-m
  topic: mechanism
  statement: CAR macrophages eat tumour cells.
  quotation: They eat.
  source: {reference: ours2024, accessed: 2026-11-22}
  cites: []
`;
const references = `[{"id": "ours2024", "type": "article-journal", "title": "Eating", "issued": {"date-parts": [[2024]]}, "volume": 3}]`;
const layer = (text: string, name: string): Layer => ({
  ...parseLayerFile(text, name),
  origin: { layer: 'workspace', uri: `file:///p/.immunogloss/${name}` },
});
const told = (text: string, name: string) =>
  parseLayerFile(text, name).problems.map(
    ({ start, end, severity, message }) => `${severity} "${text.slice(start, end).trim()}" ${message}`,
  );

describe('therapies, facts and references of one’s own', () => {
  const glossary = layeredGlossary(
    bundled,
    [layer(factsText, 'facts.yaml'), layer(therapies, 'therapies.yml'), layer(references, 'references.json')],
    1,
  );

  test('are spelt as they were written, in British manuscripts too', () => {
    const american = factsText.replace('tumour', 'tumor');
    const own = layeredGlossary(bundled, [layer(american, 'facts.yaml')], 1);
    const said = (id: string) => britishGlossary(own).facts.find(fact => fact.id === id)?.statement;
    assert.equal(said('car-m-eats'), 'CAR macrophages eat tumor cells.');
  });

  test('stand above those that ship with us', () => {
    const report = facts(glossary, 'car macrophages')!;
    assert.deepEqual(
      report.facts.map(({ fact, citable }) => [
        fact.statement,
        citable.map(({ id, volume }) => [id, volume]),
      ]),
      [['CAR macrophages eat tumour cells.', [['ours2024', '3']]]],
    );
    assert.equal(glossary.therapies.length, bundled.therapies.length + 1);
    assert.ok(facts(glossary, 'CAR-NK')!.facts.length > 0);
    assert.deepEqual(layer(factsText, 'facts.yaml').entries, []);
  });

  test('link to nowhere but libraries', () => {
    const url = (address: string) =>
      factsMarkdown(
        facts(
          layeredGlossary(
            bundled,
            [
              layer(factsText, 'facts.yaml'),
              layer(therapies, 'therapies.yml'),
              layer(
                `[{"id": "ours2024", "type": "webpage", "title": "A", "URL": "${address}"}]`,
                'references.json',
              ),
            ],
            1,
          ),
          'CAR-M',
        )!,
      );
    assert.match(url('https://pubmed.ncbi.nlm.nih.gov/1/'), /<https:\/\/pubmed/);
    assert.doesNotMatch(url('https://example.org/doi.org/1'), /https:/);
  });

  test('of an id that ships with us replace it', () => {
    const [known] = bundled.facts;
    const own = layer(JSON.stringify([{ ...known, statement: 'Ours.' }]), 'facts.json');
    const found = layeredGlossary(bundled, [own], 1).facts.filter(({ id }) => id === known!.id);
    assert.deepEqual(
      found.map(({ statement }) => statement),
      ['Ours.'],
    );
  });

  test('with a fault are left out, and told where and why', () => {
    const text = factsText.replace('topic: mechanism', 'topic: hunger');
    assert.match(told(text, 'facts.yaml').join(), /^warning "hunger" "topic" must be one of mechanism/);
    assert.deepEqual(parseLayerFile(text, 'facts.yaml').knowledge?.facts, []);
    assert.match(
      told(factsText.replace(/ {2}statement.*\n/, ''), 'facts.yaml').join(),
      /A row needs "statement"/,
    );
    assert.match(
      told(`${therapies}${therapies}`, 'therapies.yaml').join(),
      /"car-m" "car-m" stands here twice/,
    );
    assert.match(told('CAR: x', 'facts.yaml').join(), /^error .*must be a list/);
    assert.match(told('[{"id": 1}', 'references.json').join(), /^error .*cannot be read/);
    assert.match(
      told('[{"id": 1, "type": "book", "title": "A", "issued": "2020"}]', 'references.json').join(),
      /date-parts/,
    );
  });

  test('that name what nobody knows are told of', () => {
    const alone = layer(factsText, 'facts.yaml');
    const messages = unresolvedIn(alone.knowledge!, layeredGlossary(bundled, [alone], 1)).map(
      ({ message }) => message,
    );
    assert.deepEqual(messages, [
      'There is no therapy "car-m": name it in therapies.yaml.',
      'There is no reference "ours2024": give it in references.json.',
    ]);
    assert.deepEqual(unresolvedIn(alone.knowledge!, glossary), []);
  });

  test('of any content throw nothing, and their problems stand in them', () => {
    const piece = fc.constantFrom(
      '- ',
      'id: a\n',
      '  therapy: b\n',
      '  topic: cost\n',
      'names: [',
      ']',
      '{',
      '\n',
      '"',
      'source: ',
      'null',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.constantFrom('facts.yaml', 'therapies.json', 'references.yml'),
        (pieces, name) => {
          const text = pieces.join('');
          for (const { start, end } of parseLayerFile(text, name).problems) {
            assert.ok(0 <= start && start <= end && end <= text.length + 1);
          }
        },
      ),
    );
  });
});
