import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const uri = 'file:///a.md';

/** A text as the first fix of its first finding leaves it. */
function mended(text: string, minimumUses: number): string {
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
  const [finding] = service
    .lint(manuscript, { rules: {}, ignore: [], minimumUses })
    .filter(({ rule }) => rule === 'undefined-abbreviation');
  return applyEdits(text, finding?.fixes?.()[0]?.edits ?? []);
}

test('the noun that follows a short form is not written twice', () => {
  for (const [text, minimumUses, after] of [
    ['We sorted Treg cells from blood.\n', 3, 'We sorted regulatory T cells from blood.\n'],
    ['We sorted Tregs from blood.\n', 3, 'We sorted regulatory T cells from blood.\n'],
    ['We sorted Treg from blood.\n', 3, 'We sorted regulatory T cell from blood.\n'],
    ['We sorted Treg cells.\n', 1, 'We sorted regulatory T (Treg) cells.\n'],
  ] as const) {
    assert.equal(mended(text, minimumUses), after);
  }
});

/** A text as the first fix of its first finding of a rule leaves it. */
function mendedBy(rule: string, text: string): string {
  const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
  const finding = service
    .lint(manuscript, { rules: {}, ignore: [], minimumUses: 1 })
    .find(each => each.rule === rule);
  return applyEdits(text, finding?.fixes?.()[0]?.edits ?? []);
}

test('a moved definition keeps its number and the noun that its short form holds', () => {
  assert.equal(
    mendedBy(
      'used-before-definition',
      'The QLCs grow. Later, quorate lymph cells (QLCs) die, and QLCs rest.\n',
    ),
    'The quorate lymph cells (QLCs) grow. Later, QLCs die, and QLCs rest.\n',
  );
  assert.equal(
    mendedBy('used-before-definition', 'All DC cells grow. Dendritic cells (DCs) die, and DCs rest.\n'),
    'All dendritic cells (DCs) grow. DCs die, and DCs rest.\n',
  );
});

test('no words are written into a formula, and none behind a hyphen without asking', () => {
  const late = ' Spot-forming cells (SFCs) were small, and SFCs rest.\n';
  assert.equal(
    mendedBy('used-before-definition', `We found $SFC$ here.${late}`),
    `We found $SFC$ here.${late}`,
  );
  const fixOf = (text: string) => {
    const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
    return service
      .lint(manuscript, { rules: {}, ignore: [], minimumUses: 1 })
      .find(({ rule }) => rule === 'used-before-definition')
      ?.fixes?.()[0]?.preferred;
  };
  assert.equal(fixOf(`Broad-SFC models fail.${late}`), undefined);
  assert.equal(fixOf(`Our anti-SFC drug fails.${late}`), true);
});

test('a definition in parentheses has square brackets', () => {
  const late = ' Spot-forming cells (SFCs) were small, and SFCs rest.\n';
  for (const [text, after] of [
    ['We found many (SFCs, mostly).', 'We found many (spot-forming cells [SFCs], mostly).'],
    ['We found (n = 3) SFCs.', 'We found (n = 3) spot-forming cells (SFCs).'],
    ['We found many (some [SFCs] here).', 'We found many (some [spot-forming cells (SFCs)] here).'],
  ] as const) {
    assert.equal(
      mendedBy('used-before-definition', text + late),
      `${after} SFCs were small, and SFCs rest.\n`,
    );
  }
});

test('quotes around a long form close where it goes, and where it stays', () => {
  const first = 'Quorate lymph cells (QLCs) rest. QLCs die. ';
  for (const [text, after] of [
    ['These “quorate lymph cells” (QLCs) grow.', 'These “QLCs” grow.'],
    ['Our "old quorate lymph cells" (QLCs) grow.', 'Our "old QLCs" grow.'],
    ["Such 'quorate lymph cells' (QLCs) grow.", "Such 'QLCs' grow."],
  ] as const) {
    assert.equal(mendedBy('redefined', `${first}${text}\n`), `${first}${after}\n`);
  }
  assert.equal(
    mendedBy('unused-definition', 'These “quorate lymph cells” (QLCs) grow.\n'),
    'These “quorate lymph cells” grow.\n',
  );
});

test('a turned definition opens its sentence with a capital', () => {
  assert.equal(
    mendedBy('reversed-definition', 'ICOS (inducible T-cell costimulator) is seen. ICOS rises.\n'),
    'Inducible T-cell costimulator (ICOS) is seen. ICOS rises.\n',
  );
});

test('an unmarked short form keeps the plural that its definition gives it, where it stands alone', () => {
  const late = 'Spot-forming cells (SFC) were rare, and SFC were small.\n';
  const move = (text: string): string => mendedBy('used-before-definition', text + late);
  assert.equal(
    move('We found 40 SFC per well. '),
    'We found 40 spot-forming cells (SFC) per well. SFC were rare, and SFC were small.\n',
  );
  assert.equal(
    move('The SFC counts fell. '),
    'The spot-forming cell (SFC) counts fell. SFC were rare, and SFC were small.\n',
  );
  assert.equal(
    mendedBy('used-before-definition', 'In T1D, beta cells die. Type 1 diabetes (T1D) is rare. T1D stays.\n'),
    'In type 1 diabetes (T1D), beta cells die. T1D is rare. T1D stays.\n',
  );
});

test('the first words of a legend, a heading or a bold run-in open with a capital', () => {
  for (const [text, after] of [
    [
      'Cells killed.\n\n**Fig. 1 CAR T cells kill.** Bars show means.\n',
      'Cells killed.\n\n**Fig. 1 Chimeric antigen receptor T cells kill.** Bars show means.\n',
    ],
    ['**CAR T cells** kill.\n', '**Chimeric antigen receptor T cells** kill.\n'],
    ['The **CAR T cells** kill.\n', 'The **chimeric antigen receptor T cells** kill.\n'],
  ] as const) {
    assert.equal(mended(text, 3), after);
  }
});

test('an index that is defined at one of its levels keeps that level, in brackets of its own', () => {
  assert.equal(
    mendedBy(
      'used-before-definition',
      'The PASI was read. A 75% fall in the Psoriasis Area and Severity Index (PASI 75) was rare. PASI rose.\n',
    ),
    'The Psoriasis Area and Severity Index (PASI) was read. A 75% fall in the PASI (PASI 75) was rare. PASI rose.\n',
  );
});

test('no second pair of brackets is offered before one that begins with the short form', () => {
  const text = 'The peripheral blood mononuclear cell (PBMC 7) grew. PBMC fell, and PBMC rose.\n';
  assert.doesNotMatch(mended(text, 1), /\(PBMC\) \(/);
});

test('a definition moves only to where its words have room', () => {
  const later = ' Later, quorate lymph index (QLI) was read, and the QLI fell.\n';
  const moves = (opening: string): boolean => {
    const text = opening + later;
    const manuscript = service.assemble([service.analyze({ uri, languageId: 'markdown', version: 1, text })]);
    const findings = service.lint(manuscript, { rules: {}, ignore: [], minimumUses: 1 });
    const fixes = findings.find(({ rule }) => rule === 'used-before-definition')?.fixes?.() ?? [];
    return fixes.some(({ preferred }) => preferred === true);
  };
  for (const opening of ['The QLI rose.', 'A QLI-based test is old.', 'It was low (QLI: 3).'])
    assert.ok(moves(opening), opening);
  for (const opening of ['A risk of 1.16 (95%QLI: 2) was seen.', 'The tool QLI+ is old.', 'QLI-MA is old.'])
    assert.ok(!moves(opening), opening);
});
