import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '../../server/src/core/glossary/entryRows.ts';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { withOrigin } from '../../server/src/core/glossary/layers.ts';
import { applyEdits, createService, withLayers } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const uri = 'file:///a.md';

/** What inconsistent-form says of a text beside a glossary of its writers' own, and the text as its first fix leaves it. */
function said(
  text: string,
  glossary: string,
): { readonly messages: readonly string[]; readonly after: string } {
  const origin = { layer: 'workspace' as const, uri: 'file:///.immunogloss/glossary.yaml' };
  const rows = parseLayerFile(glossary, 'glossary.yaml');
  assert.deepEqual(rows.problems, []);
  const entries = withOrigin(rows.entries, origin);
  const file = { origin, text: glossary, problems: [], entries, rows: rowsOf(entries) };
  const own = createService(
    withLayers(service.glossary, { files: [{ ...file, knowledge: undefined }], revision: 1 }),
  );
  const manuscript = own.assemble([own.analyze({ uri, languageId: 'markdown', version: 1, text })]);
  const found = own
    .lint(manuscript, { rules: {}, ignore: [], minimumUses: 1 })
    .filter(({ rule }) => rule === 'inconsistent-form');
  const fix = found[0]?.fixes?.().find(({ preferred }) => preferred);
  return { messages: found.map(({ message }) => message), after: applyEdits(text, fix?.edits ?? []) };
}

const TEXT = 'Graft-versus-host disease (GVHD) is feared. GVHD is treated, GVHD ends, and GvHD returns.\n';

test('the form of the writers’ own glossary is the one to use, however often it is used', () => {
  const glossary = '- short: GvHD\n  long: graft-versus-host disease\n';
  const { messages, after } = said(TEXT, glossary);
  assert.deepEqual(messages, ['"GVHD" here, "GvHD" in your glossary. Use one form.']);
  assert.equal(after, TEXT.replaceAll('GVHD', 'GvHD'));
  const throughout = TEXT.replaceAll('GvHD', 'GVHD');
  assert.deepEqual(said(throughout, glossary).messages, [messages[0]]);
  assert.equal(said(throughout, glossary).after, throughout.replaceAll('GVHD', 'GvHD'));
});

test('a compound with a space or a hyphen, as the glossary has it', () => {
  const text = 'Chimeric antigen receptor (CAR) T cells kill: CAR-T cells, CAR-T cells, CAR T cells.\n';
  const with_ = (short: string) =>
    said(text, `- short: ${short}\n  long: chimeric antigen receptor T cell\n`).messages;
  assert.match(with_('CAR T').join(), /"CAR-T" here, "CAR T" in your glossary/);
  assert.match(with_('CAR-T').join(), /"CAR T" here, "CAR-T" in your glossary/);
});
