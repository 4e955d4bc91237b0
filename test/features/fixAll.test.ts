import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, fixAll, rename, renameableAt, repairFirstUses } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const configuration = { rules: {}, ignore: [], minimumUses: 3 };

const analyze = (text: string, uri = 'file:///a.md') =>
  service.analyze({ uri, languageId: 'markdown', version: 1, text });

function fixed(text: string): string {
  const { edits } = fixAll(service, service.assemble([analyze(text)]), configuration);
  return applyEdits(text, edits.get('file:///a.md') ?? []);
}

function repaired(text: string): string {
  const { edits } = repairFirstUses(service, service.assemble([analyze(text)]), configuration);
  return applyEdits(text, edits.get('file:///a.md') ?? []);
}

test('fixing all moves late definitions, shortens repeated ones and mends spelling', () => {
  assert.equal(
    fixed(
      'Severe CRS is rare. Cytokine release syndrome (CRS) is graded. CRS ends.\n\n' +
        'Interleukine (IL) genes differ; IL loci and IL genes. Later, cytokine release syndrome (CRS) was mild.\n',
    ),
    'Severe cytokine release syndrome (CRS) is rare. CRS is graded. CRS ends.\n\n' +
      'Interleukin (IL) genes differ; IL loci and IL genes. Later, CRS was mild.\n',
  );
});

test('what has several meanings, or must be decided by the author, is left alone', () => {
  const text = 'The APC and the QXZ met. APC and QXZ parted; APC and QXZ again.\n';
  assert.equal(fixed(text), text);
});

test('repairing first uses defines what the glossary knows for certain, in sentence case and number', () => {
  assert.equal(
    repaired('TMEs are cold. A TME is acid.\n\nSee the TME.\n'),
    'Tumor microenvironments (TMEs) are cold. A TME is acid.\n\nSee the TME.\n',
  );
});

test('repairing over two files puts the definition into the first', () => {
  const first = 'Severe CRS is rare.\n';
  const second = 'Cytokine release syndrome (CRS) is graded, and CRS ends.\n';
  const { edits } = repairFirstUses(
    service,
    service.assemble([analyze(first, 'file:///1.md'), analyze(second, 'file:///2.md')]),
    configuration,
  );
  assert.equal(
    applyEdits(first, edits.get('file:///1.md') ?? []),
    'Severe cytokine release syndrome (CRS) is rare.\n',
  );
  assert.equal(applyEdits(second, edits.get('file:///2.md') ?? []), 'CRS is graded, and CRS ends.\n');
});

test('renaming reaches plurals, compounds, definitions and the list', () => {
  const text =
    'Graft-versus-host disease (GVHD) is feared. GVHD-free survival and acute GVHD were read.\n\n' +
    '# Abbreviations\n\nGVHD: graft-versus-host disease\n';
  const manuscript = service.assemble([analyze(text)]);
  const at = text.indexOf('GVHD-free');
  assert.equal(renameableAt(manuscript, 'file:///a.md', at)?.short, 'GVHD');
  const edits = rename(manuscript, 'file:///a.md', at, 'GvHD') ?? [];
  assert.equal(applyEdits(text, edits), text.replaceAll('GVHD', 'GvHD'));
  assert.equal(rename(manuscript, 'file:///a.md', at, ' '), undefined);
  assert.equal(renameableAt(manuscript, 'file:///a.md', text.indexOf('feared')), undefined);
});

test('fixing all is idempotent, whatever sentences stand in which order', () => {
  const sentences = [
    'Severe CRS is rare.',
    'Cytokine release syndrome (CRS) is graded.',
    'Interleukine (IL) genes differ.',
    'ELISPOT (enzyme-linked immunospot) counts cells.',
    'IL-2 and the CARs bind.',
    'Chimeric antigen receptors (CARs) kill.',
    'Natural killer (NK) cells and CAR-NK cells.',
    '# Abstract',
    '# Introduction',
    '',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { maxLength: 12 }), chosen => {
      const once = fixed(chosen.join('\n\n'));
      assert.equal(fixed(once), once);
    }),
    { numRuns: 60 },
  );
});

test('what a definition says besides its two forms stays, and the article fits what is left', () => {
  assert.equal(
    fixed(
      'Cytokine release syndrome (CRS) is graded, and CRS ends. A cytokine release syndrome (CRS; grade 3) came.\n\n' +
        'The natural killer (NK) cell: a natural killer (NK) cell kills, and NK cells die. A natural killer (NK) clone.\n',
    ),
    'Cytokine release syndrome (CRS) is graded, and CRS ends. A CRS (grade 3) came.\n\n' +
      'The natural killer (NK) cell: an NK cell kills, and NK cells die. An NK clone.\n',
  );
});

test('where a LaTeX manuscript has the habit, an abbreviation is declared beside the others and used by its macro', () => {
  const declared =
    '\\newacronym{nk}{NK}{natural killer}\n\\newacronym{til}{TIL}{tumor-infiltrating lymphocyte}\n';
  const text =
    '\\input{acronyms}\nSee \\gls{nk} and \\glspl{til}. TMEs keep \\gls{nk} out; the TME is acid, a TME is dense.\n';
  const files = [
    service.analyze({ uri: 'file:///acronyms.tex', languageId: 'latex', version: 1, text: declared }),
    service.analyze({ uri: 'file:///main.tex', languageId: 'latex', version: 1, text }),
  ];
  const [finding] = service
    .lint(service.assemble(files), configuration)
    .filter(({ rule }) => rule === 'undefined-abbreviation');
  const [fix] = finding?.fixes?.() ?? [];
  assert.equal(fix?.title, 'Declare TME (tumor microenvironment) and write \\gls{tme}');
  assert.equal(fix.preferred, true);
  const of = (uri: string) => fix.edits.filter(edit => edit.uri === uri);
  assert.equal(
    applyEdits(declared, of('file:///acronyms.tex')),
    declared.replace(/\n$/, '\n\\newacronym{tme}{TME}{tumor microenvironment}\n'),
  );
  assert.equal(
    applyEdits(text, of('file:///main.tex')),
    text.replace('TMEs', '\\glspl{tme}').replaceAll(' TME ', ' \\gls{tme} '),
  );
});

test('an edit replaces whole words', () => {
  const text = 'See CRSs. Cytokine release syndrome (CRS) ends; CRS is rare.\n';
  const { edits } = repairFirstUses(service, service.assemble([analyze(text)]), configuration);
  for (const { start, end, newText } of edits.get('file:///a.md') ?? []) {
    assert.doesNotMatch(text.slice(start - 1, start + 1), /\w\w/);
    assert.doesNotMatch(text.slice(end - 1, end + 1), /\w\w/);
    assert.match(newText, /^\W?\w*/);
  }
});

test('in a notebook, sections reach from cell to cell in every round of fixing', () => {
  const notebook = 'file:///study.ipynb';
  const cells = [
    '## Abstract',
    'Severe CRS is rare. Cytokine release syndrome (CRS) is graded, and CRS ends.\n',
    '## Introduction',
    'Cytokine release syndrome (CRS) was feared. CRS was treated, CRS ended, and no CRS came.\n',
  ];
  const analyses = cells.map((text, index) =>
    service.analyze({ uri: `${notebook}#${index}`, notebook, languageId: 'markdown', version: 1, text }),
  );
  const { edits } = fixAll(service, service.assemble(service.readCells(analyses)), configuration);
  const mended = cells.map((text, index) => applyEdits(text, edits.get(`${notebook}#${index}`) ?? []));
  assert.deepEqual(
    mended,
    cells.with(1, 'Severe cytokine release syndrome (CRS) is rare. CRS is graded, and CRS ends.\n'),
  );
});
