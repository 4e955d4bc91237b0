import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { britishGlossary, inBritish } from '../../server/src/core/glossary/british.ts';
import { layeredGlossary } from '../../server/src/core/glossary/layers.ts';
import { parseEntry } from '../../server/src/core/glossary/load.ts';
import { foldLong } from '../../server/src/core/glossary/normalize.ts';
import { createSpellingReader } from '../../server/src/core/manuscript/spelling.ts';
import type { Glossary } from '../../server/src/core/types.ts';
import { glossary, service } from '../bundled.ts';

const spellingOf = createSpellingReader();
const analyses = (text: string, languageId = 'markdown') => [
  service.analyze({ uri: 'file:///paper', languageId, version: 0, text }),
];

describe('the spelling of a manuscript', () => {
  test('is what most of its words say, and American where none do', () => {
    assert.equal(
      spellingOf(analyses('The tumour grew, and leukaemia with it. The tumor lab helped.')),
      'british',
    );
    assert.equal(
      spellingOf(analyses('The tumor grew, and leukemia with it. The Tumour Group helped.')),
      'american',
    );
    assert.equal(spellingOf(analyses('Cells grew.')), 'american');
    assert.equal(spellingOf(analyses('Colorectal cancer, tumorigenic cells and one tumour.')), 'american');
    const names = 'The Tumour Group and the Leukaemia Fund paid. The tumor grew; anemia and leukemia came.';
    assert.equal(spellingOf(analyses(names)), 'american');
    const cited = 'The tumor grew.\n\n# References\n\n1. The tumour. 2. A tumour in leukaemia and anaemia.\n';
    assert.equal(spellingOf(analyses(cited)), 'american');
  });

  test('is what the manuscript says itself, whatever its words', () => {
    assert.equal(spellingOf(analyses('---\nlang: en-GB\n---\n\nThe tumor, the tumor.\n')), 'british');
    assert.equal(spellingOf(analyses('---\nlang: en-US\n---\n\nTumour, tumour.\n')), 'american');
    const latex = '\\usepackage[ngerman,british]{babel}\n\\begin{document}\nThe tumor.\n\\end{document}\n';
    assert.equal(spellingOf(analyses(latex, 'latex')), 'british');
    assert.equal(spellingOf(analyses('<html lang="en-GB"><p>The tumor.</p></html>', 'html')), 'british');
  });
});

const numRuns = Number(process.env.FUZZ_RUNS ?? 15);

test('what is remembered of a text’s spelling after edits is what reading it anew gives', () => {
  const word = fc.constantFrom('tumour', 'tumor', 'cells', 'anaemia', 'anemia', 'of');
  // Of some 60,000 characters, and one paragraph more or less is looked at.
  const paragraph = fc.tuple(fc.integer({ min: 2990, max: 3010 }), word);
  const texts = fc.array(paragraph, { minLength: 18, maxLength: 22, size: 'max' });
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), word), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, edits, (paragraphs, changes) => {
      const remembering = createSpellingReader();
      let text = paragraphs.map(([length, each]) => `${each} `.padEnd(length, 'ab ')).join('\n\n');
      let [read] = analyses(text);
      for (const [where, gone, come] of changes) {
        const at = text.indexOf(' ', where % text.length) + 1;
        text = `${text.slice(0, at)}${come} ${text.slice(at + gone)}`;
        read = service.analyze({ ...read!.document, text }, read);
        assert.equal(remembering([read]), createSpellingReader()([read]));
      }
    }),
    { numRuns },
  );
});

test('what is typed may push British words out of what is looked at', () => {
  const remembering = createSpellingReader();
  const text = `Cells ${'ab '.repeat(19_995)}.\n\nMice.\n\nThe tumour is a tumour.\n`;
  const [before] = analyses(text);
  assert.equal(remembering([before!]), 'british');
  const now = service.analyze({ ...before!.document, text: text.replace('Cells', 'Cellularity') }, before);
  assert.equal(createSpellingReader()([now]), 'american');
  assert.equal(remembering([now]), 'american');
});

describe('our long forms', () => {
  const british = britishGlossary(glossary);

  test('are spelt as the manuscript is, names as their owners spell them', () => {
    const long = (key: string) => british.senses(key)[0]?.long;
    assert.equal(long('tme'), 'tumour microenvironment');
    assert.equal(long('aml'), 'acute myeloid leukaemia');
    assert.ok(british.senses('hlh').some(each => each.long === 'haemophagocytic lymphohistiocytosis'));
    assert.equal(british.senses('tme')[0], british.senses('tme')[0]);
    assert.equal(british.byLongForm('tumor microenvironment')[0]?.long, 'tumour microenvironment');
    assert.equal(
      inBritish('systemic chemotherapy in colorectal cancer, angioedema, academia'),
      'systemic chemotherapy in colorectal cancer, angioedema, academia',
    );
    for (const [index, { domain, long }] of british.entries.entries()) {
      if (domain === 'organisation') assert.equal(long, glossary.entries[index]?.long);
    }
  });

  test('stay the same long forms in either spelling', () => {
    for (const { long } of glossary.entries) assert.equal(foldLong(inBritish(long)), foldLong(long));
  });

  test('of a writer’s own stay as they were written', () => {
    const uri = 'file:///.immunogloss/a.yaml';
    const entry = {
      ...parseEntry({ short: 'ZZT', long: 'zoned tumor' }, () => {})!,
      origin: { layer: 'workspace' as const, uri },
    };
    const own = layeredGlossary(glossary, [{ origin: entry.origin, entries: [entry] }], 1);
    assert.equal(britishGlossary(own).senses('zzt')[0]?.long, 'zoned tumor');
  });

  test('have their notes, and facts, in the manuscript’s spelling, too', () => {
    const BRITISH = /tumour|leukaemi|anaemi|haemat|centres?\b|randomis|recognis|signalling|labelled/i;
    const AMERICAN = /tumors?\b|leukemi|\banemi|hematop|\bcenters?\b|signaling|labeled/i;
    const said = ({ entries, facts, therapies }: Glossary): string =>
      [
        ...entries.map(({ gloss }) => gloss ?? ''),
        ...facts.map(({ statement }) => statement),
        ...therapies.map(({ summary }) => summary),
      ].join('\n');
    assert.doesNotMatch(said(glossary), BRITISH);
    assert.doesNotMatch(said(british), AMERICAN);
    assert.match(said(british), /^Leukaemia/m);
  });

  test('go into findings by the manuscript’s own spelling', () => {
    const text =
      'The tumour grew, and a tumour is cold. The TME is dense, the TME is acid, the TME is hostile.\n';
    const within = service.within(analyses(text));
    const [finding] = within.lint(within.assemble(analyses(text)), { rules: {}, ignore: [], minimumUses: 3 });
    assert.match(finding!.message, /tumour microenvironment \(TME\)/);
    assert.equal(service.within(analyses(text.replaceAll('tumour', 'tumor'))), service);
  });
});
