/**
 * All that a writer would pick blind, applied at once to text that a person would write: it must come to an end, keep the
 * document's structure, say nothing new under the safe rules, and be undone by what it says it replaced.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '@unified-latex/unified-latex-util-parse';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { applyEdits, type Choice, type Configuration, fixAll } from '../../server/src/core/index.ts';
import { safeRules } from '../../server/src/core/rules/index.ts';
import { service } from '../bundled.ts';
import { readFixture } from '../fixture.ts';
import { undoing } from './undoing.ts';

const uri = 'file:///fixture';
const preferred: Choice = finding => finding.fixes?.().find(fix => fix.preferred === true);
/** What these change is the structure: a comment or an entry more or less, italics. */
const REBUILDING: ReadonlySet<string> = new Set([
  'unused-ignore',
  'list-unused-entry',
  'list-missing-entry',
  'gene-italics',
]);
const kept: Choice = finding => (REBUILDING.has(finding.rule) ? undefined : preferred(finding));

const read = (text: string, languageId: string) =>
  service.assemble([service.analyze({ uri, languageId, version: 1, text })]);

const edited = (text: string, languageId: string, configuration: Configuration, choice: Choice) =>
  fixAll(service, read(text, languageId), configuration, choice).edits.get(uri) ?? [];

/** The kinds of the nodes of a text, without its words. */
function structure(text: string, languageId: string): string {
  const kinds: string[] = [];
  const walk = (node: Readonly<Record<string, unknown>>): void => {
    const { type, env, content, children } = node;
    if (languageId !== 'latex' || type === 'environment' || type === 'displaymath' || type === 'verbatim') {
      // `T~reg~`, which a short form brings along.
      if (type !== 'text' && type !== 'delete') kinds.push(`${type} ${typeof env === 'string' ? env : ''}`);
    }
    for (const part of [content, children]) {
      if (Array.isArray(part)) for (const each of part) walk(each as Record<string, unknown>);
    }
  };
  const tree =
    languageId === 'latex'
      ? parse(text)
      : fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  walk(tree as unknown as Record<string, unknown>);
  return kinds.join('\n');
}

function check(text: string, languageId: string, configuration: Configuration): void {
  const edits = edited(text, languageId, configuration, kept);
  const after = applyEdits(text, edits);
  assert.equal(structure(after, languageId), structure(text, languageId), after);
  assert.deepEqual(edited(after, languageId, configuration, kept), [], after);
  const left = service.lint(read(after, languageId), configuration);
  for (const finding of left)
    assert.ok(!safeRules.has(finding.rule) || kept(finding) === undefined, finding.message);
  assert.equal(applyEdits(after, undoing(edits, text)), text);
}

const fixtures = readdirSync(import.meta.dirname)
  .filter(file => /\.(?:md|tex)$/.test(file))
  .flatMap(file => readFixture(join(import.meta.dirname, file)).map(fixture => ({ file, ...fixture })));

for (const { file, title, text, languageId, configuration } of fixtures) {
  test(`all fixes of ${file}: ${title}`, () => check(text, languageId, configuration));
}

const SENTENCES = [
  'Severe CRS is rare.',
  'Cytokine release syndrome (CRS) is graded.',
  'The *tumor microenvironment* (TME) is cold.',
  'A TME is acid; TMEs are dense.',
  'ELISPOT (enzyme-linked immunospot) counts cells.',
  'An NK cell and a NK cell met natural killer (NK) cells.',
  'Many CAR’s bind, and CAR-NK cells kill.',
  'Chimeric Antigen Receptors (CARs) kill.',
  'A chimeric antigen receptor is made.',
  '## Results',
  '> TNF-α and TNF-alpha and TNFα.',
  '- GvHD and GVHD after graft-versus-host disease (GvHD).',
  '| TME | NK |\n|---|---|\n| CRS | CAR |',
  '# Abbreviations\n\nNK: natural killer\n\nCRS: cytokine release syndrome',
];

test('all fixes of any sentences in any order', () => {
  const configuration: Configuration = { rules: {}, ignore: [], minimumUses: 2 };
  fc.assert(
    fc.property(fc.shuffledSubarray(SENTENCES, { minLength: 2 }), parts =>
      check(`${parts.join('\n\n')}\n`, 'markdown', configuration),
    ),
    { numRuns: 60 },
  );
});
