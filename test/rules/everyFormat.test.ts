/**
 * The fixtures' plain paragraphs and headings in every other format: each fix leaves the text clean, all at once come
 * to an end, undo restores.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  applyEdits,
  type Choice,
  type Configuration,
  type Diagnostic,
  fixAll,
} from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import { type FixtureCase, readFixture } from '../fixture.ts';
import { undoing } from './undoing.ts';

const uri = 'file:///a';
const preferred: Choice = finding => finding.fixes?.().find(fix => fix.preferred === true);

interface Part {
  /** Of a heading. */
  readonly level?: number;
  readonly text: string;
}

const lines = (parts: readonly Part[], heading: (text: string, level: number) => string): string =>
  `${parts.map(({ level, text }) => (level === undefined ? text : heading(text, level))).join('\n\n')}\n`;
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** How each format writes headings and paragraphs. */
const writers: Readonly<Record<string, (parts: readonly Part[]) => string>> = {
  quarto: parts => lines(parts, (text, level) => `${'#'.repeat(level)} ${text}`),
  plaintext: parts => lines(parts, text => text),
  typst: parts => lines(parts, (text, level) => `${'='.repeat(level)} ${text}`),
  restructuredtext: parts =>
    lines(parts, (text, level) => `${text}\n${(level === 1 ? '=' : '-').repeat(text.length)}`),
  asciidoc: parts => lines(parts, (text, level) => `${'='.repeat(level)} ${text}`),
  org: parts => lines(parts, (text, level) => `${'*'.repeat(level)} ${text}`),
  html: parts =>
    `<body>\n${parts.map(({ level, text }) => (level === undefined ? `<p>${xml(text)}</p>` : `<h${level}>${xml(text)}</h${level}>`)).join('\n')}\n</body>\n`,
  jats: parts =>
    `<article><body>\n${parts.map(({ level, text }) => (level === undefined ? `<p>${xml(text)}</p>` : `</sec><sec><title>${xml(text)}</title>`)).join('\n')}\n</sec></body><back></back></article>\n`.replace(
      /<body>\n(?:<p>|<\/sec>)/,
      start => (start.endsWith('<p>') ? '<body>\n<sec><p>' : '<body>\n'),
    ),
  jupyter: parts =>
    `${JSON.stringify({ cells: [{ cell_type: 'markdown', metadata: {}, source: lines(parts, (text, level) => `${'#'.repeat(level)} ${text}`).split(/(?<=\n)/) }], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`,
};

/** A fixture's parts, where it has nothing but plain paragraphs and headings. */
function partsOf({ text }: FixtureCase): readonly Part[] | undefined {
  if (/[*_`|[\]<>~$\\@]|^[-:]|^ {0,3}\d+\. /m.test(text)) return undefined;
  return text
    .trim()
    .split(/\n{2,}/)
    .map(part => {
      const heading = /^(#+) (.*)$/.exec(part);
      return heading === null ? { text: part } : { level: heading[1]!.length, text: heading[2]! };
    });
}

const read = (text: string, languageId: string) =>
  service.assemble([service.analyze({ uri, languageId, version: 1, text })]);
const lint = (text: string, languageId: string, configuration: Configuration): readonly Diagnostic[] =>
  service.lint(read(text, languageId), configuration);
const all = (text: string, languageId: string, configuration: Configuration) =>
  fixAll(service, read(text, languageId), configuration, preferred).edits.get(uri) ?? [];

const fixtures = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.md'))
  .flatMap(file => readFixture(join(import.meta.dirname, file)));

for (const [languageId, write] of Object.entries(writers)) {
  test(`fixes in ${languageId}`, () => {
    const mended = new Set<string>();
    for (const fixture of fixtures) {
      const { title, configuration } = fixture;
      const parts = partsOf(fixture);
      if (parts === undefined) continue;
      const text = write(parts);
      const found = lint(text, languageId, configuration);
      for (const finding of found) {
        const { rule, identity, start } = finding;
        for (const fix of finding.fixes?.() ?? []) {
          const after = applyEdits(text, fix.edits);
          const isHere = / here$/.test(fix.title) && fix.preferred !== true;
          const same = (each: Diagnostic): boolean =>
            each.rule === rule && each.identity === identity && (!isHere || each.start <= start);
          const left = lint(after, languageId, configuration).filter(same).length;
          const before = found.filter(same).length;
          assert.ok(left < before, `${title}: “${fix.title}” leaves ${rule}:\n${after}`);
          mended.add(rule);
        }
      }
      const edits = all(text, languageId, configuration);
      const after = applyEdits(text, edits);
      assert.deepEqual(all(after, languageId, configuration), [], `${title}:\n${text}\n${after}`);
      if (languageId === 'jupyter') assert.doesNotThrow(() => JSON.parse(after), `${title}:\n${after}`);
      assert.equal(applyEdits(after, undoing(edits, text)), text);
    }
    assert.ok(mended.size >= 20, [...mended].join());
  });
}
