import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findTokens } from '../../server/src/core/analysis/tokens.ts';
import { service } from '../bundled.ts';

/** The tokens of masked text, as they read. */
function tokens(masked: string): readonly string[] {
  return findTokens(masked, undefined).tokens.map(({ surface }) => surface);
}

/** What a text mentions: each abbreviation once, as it is written most often. */
function mentioned(text: string): readonly string[] {
  const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  return service.assemble([analysis]).abbreviations.map(({ short }) => short);
}

/** The long forms that are found spelled out. */
function spelledOut(text: string): readonly string[] {
  const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  return service
    .assemble([analysis])
    .abbreviations.flatMap(abbreviation => abbreviation.spelledOut)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end));
}

describe('mentions', () => {
  test('have the shapes that immunology uses', () => {
    const shapes =
      'CAR mAb scFv scRNA-seq FcγRIIb IL-2Rα PD-1/PD-L1 CD19–28ζ HLA-DRB1*15:01 anti-PD-1 NK-92 iPSC Th17 IFN-γ';
    for (const shape of shapes.split(' ')) assert.deepEqual(tokens(`the ${shape}, too`), [shape]);
    assert.deepEqual(tokens('a γδ T cell'), ['γδ T']);
    assert.deepEqual(tokens('T\uE000reg\uE000 cells'), ['Treg']);
    // LaTeX's \\( … \\), two units long.
    assert.deepEqual(tokens('IFN-\uE000\uE000γ\uE000\uE000 assays'), ['IFN-γ']);
  });

  test('are no small words between words in capitals', () => {
    const text = 'FACULTAT DE BIOLOGIA\n\nDE genes of TCGA DE lists. LARGE CAR AFTER INFUSION';
    assert.deepEqual(
      mentioned(text).filter(short => short.length < 4),
      ['DE', 'CAR'],
    );
    assert.deepEqual(mentioned('FACULTAT DE BIOLOGIA'), ['FACULTAT', 'BIOLOGIA']);
  });

  test('are short forms of two words as a whole, and no other release', () => {
    const text = 'We asked Quality of Reports 2 (QoR 2). QoR 2 was brief. Then came QoR 2.1, and CM 010.';
    assert.deepEqual(mentioned(text), ['QoR 2', 'QoR', 'CM']);
  });

  test('are no word behind the letter of a note in its index', () => {
    const text = '^a^All subjects; ^b^ED-only. m^6^A and T~reg~.';
    assert.deepEqual(mentioned(text), ['m6A', 'Treg']);
  });

  test('are no letters of a numbered symbol in what spells it out', () => {
    const text = 'The NLR family pyrin domain containing 3 (NLRP3) senses. The CAR T cell (CART) kills.';
    assert.deepEqual(mentioned(text), ['NLRP3', 'CART', 'CAR']);
  });

  test('end before what says how strongly a marker is expressed, and another begins behind it', () => {
    const text =
      'CD14^+^ HLA-DR^low^ and MHC-II^hi^ cells; CXCR5^hi^PD-1^hi^ and CD127^lo^CD25^hi^ ones; PD-1^hi^TIM-3^+^; TCRhi.';
    assert.deepEqual(
      [...mentioned(text)].sort(),
      'CD127 CD14 CD25 CXCR5 HLA-DR MHC II PD-1 TCR TIM-3'.split(' ').sort(),
    );
  });

  test('are no words, numbers, Roman digits of a list or identifiers of programs', () => {
    for (const text of ['The cells of Berlin', '12 and 3.5', 'seen in OpenAI_KEY', 'A. Then B', 'e.g. here'])
      assert.deepEqual(tokens(text), []);
  });

  test('of compounds are those of their parts', () => {
    assert.deepEqual(mentioned('PD-1/PD-L1 blockade'), ['PD-1', 'PD-L1']);
    assert.deepEqual(mentioned('anti-CTLA-4 therapy'), ['CTLA-4']);
    assert.deepEqual(mentioned('CAR-NK cells'), ['CAR', 'NK']);
    assert.deepEqual(mentioned('GM-CSF is one'), ['GM-CSF']);
    assert.deepEqual(mentioned('IL-2/-15 signals'), ['IL-2']);
  });

  test('of a short form are those of what is defined without the noun that both forms share', () => {
    assert.deepEqual(mentioned('Receiver operating characteristic curves (ROC curves) are smooth.'), ['ROC']);
    assert.deepEqual(mentioned('Natural killer cells (NK cells) bind.'), ['NK']);
  });

  test('fold plurals, possessives and spelling variants', () => {
    assert.deepEqual(mentioned('A CAR. CARs bind, the CAR’s hinge bends and every CAR’s tail.'), ['CAR']);
    for (const others of [
      ['IFN-γ', 'IFNγ', 'IFN-gamma', 'IFN–γ', 'IFN‑γ'],
      ['PD-1', 'PD1', 'PD–1', 'PD‑1'],
      ['T~reg~', 'Treg', 'Tregs', 'T~reg~s'],
      ['TNF-α', 'TNFα', 'TNF-alpha'],
    ]) {
      assert.equal(mentioned(`Here ${others.join(' and ')} rose.`).length, 1, others.join(' '));
    }
  });

  test('of alleles survive emphasis that they seem to open', () => {
    assert.deepEqual(mentioned('Donors had HLA-DRB1*15:01 and HLA-A*02:01.'), [
      'HLA-DRB1*15:01',
      'HLA-A*02:01',
    ]);
  });

  test('of long forms are the longest, at the boundaries of words', () => {
    const text = `A T cell receptor (TCR) and a T cell receptor repertoire (TCRR). One T cell receptor repertoire was
read; a T cell receptor binds; T cell receptors bind; the T cell receptory is no word.`;
    assert.deepEqual(spelledOut(text), [
      'T cell receptor',
      'T cell receptor repertoire',
      'T cell receptor repertoire',
      'T cell receptor',
      'T cell receptors',
    ]);
  });
});
