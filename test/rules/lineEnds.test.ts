/** What is written into a text with Windows line ends has them too. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  applyEdits,
  newListIn,
  newListStyles,
  rules,
  type TextEdit,
  updateList,
} from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { readFixture } from '../fixture.ts';

const folder = join('test', 'rules');
const configuration = {
  rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const])),
  ignore: [],
  minimumUses: 2,
};
const uri = 'file:///fixture';

/** Every edit that a writer can ask for in a text. */
function editsFor(text: string, languageId: string): readonly TextEdit[] {
  const { glossary } = service;
  const manuscript = service.assemble([service.analyze({ uri, languageId, version: 1, text })]);
  const fixes = service.lint(manuscript, configuration).flatMap(finding => finding.fixes?.() ?? []);
  const lists = [
    updateList(manuscript, glossary),
    ...newListStyles(manuscript, uri).map(style => newListIn(manuscript, glossary, uri, style)),
  ];
  return [...fixes, ...lists].flatMap(each => each?.edits ?? []);
}

for (const name of readdirSync(folder).filter(file => /\.(?:md|tex)$/.test(file))) {
  test(`${name}: Windows line ends stay the only ones`, () => {
    for (const { text, languageId } of readFixture(join(folder, name))) {
      for (const { newText } of editsFor(text.replaceAll('\n', '\r\n'), languageId)) {
        assert.doesNotMatch(newText, /(?<!\r)\n/, JSON.stringify(newText));
      }
    }
  });
}

test('a new list is one blank line apart from what stands before it, whatever the line ends', () => {
  const text = 'Natural killer (NK) cells kill, and NK cells rest.\n\n# References\n\nNone.\n';
  for (const written of [text, text.replaceAll('\n', '\r\n')]) {
    const manuscript = service.assemble([
      service.analyze({ uri, languageId: 'markdown', version: 1, text: written }),
    ]);
    const [style] = newListStyles(manuscript, uri);
    const after = applyEdits(written, newListIn(manuscript, service.glossary, uri, style!)!.edits);
    assert.match(after.replaceAll('\r\n', '\n'), /rest\.\n\n# Abbreviations\n\n(?:.+\n)+\n# References/);
  }
});
