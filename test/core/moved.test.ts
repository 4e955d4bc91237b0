import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analysis, createService, rules, type Service } from '../../server/src/core/index.ts';
import { WrittenWords } from '../../server/src/core/manuscript/written/writtenWords.ts';
import { createLinter } from '../../server/src/core/rules/run.ts';
import { whole } from '../../server/src/core/steps.ts';
import type { Configuration, Diagnostic, Rule } from '../../server/src/core/types.ts';
import { service } from '../bundled.ts';
import { sentences } from './sentences.ts';

const configuration: Configuration = {
  rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])),
  ignore: [],
  minimumUses: 2,
};

const paragraph = sentences.join(' ');
const calm = 'Nothing of this changed what the mice weighed. '.repeat(3);
const text = `# Results\n\n${calm}${paragraph}\n\nCAR and NK cells again, and an BRCA1 gene.\n`;

/** The text, and then the text with something typed behind a phrase. */
function typed(
  behind: string,
  inserted: string,
  { analyze }: Service = service,
): readonly [Analysis, Analysis] {
  const document = { uri: 'file:///a.md', languageId: 'markdown', version: 1, text };
  const before = analyze(document);
  const at = text.indexOf(behind) + behind.length;
  const change = { start: at, end: at, newLength: inserted.length };
  const now = `${text.slice(0, at)}${inserted}${text.slice(at)}`;
  return [before, analyze({ ...document, version: 2, text: now }, before, change)];
}

/** The abbreviations that a rule was asked about in the second text. */
function askedOf(near: boolean, [before, now]: readonly [Analysis, Analysis]): readonly string[] {
  let asked: string[] = [];
  const rule: Rule = {
    id: 'asking',
    summary: 'Asks.',
    severity: 'hint',
    near,
    each({ key }) {
      asked.push(key);
      return [];
    },
  };
  const { assemble, glossary } = createService(service.glossary);
  const lint = whole(createLinter(glossary, [rule]));
  lint(assemble([before]), configuration);
  asked = [];
  lint(assemble([now]), configuration);
  return asked;
}

test('rules are asked again about what stands near a letter, and not about the rest of its paragraph', () => {
  const edit = typed('none of them was los', 't');
  const asked = askedOf(true, edit);
  assert.ok(!asked.includes('car') && !asked.includes('nk') && !asked.includes('crs'), asked.join(' '));
  const near = askedOf(true, typed('Natural killer (NK) cells were tha', 'w'));
  assert.ok(near.includes('nk') && !near.includes('bcr'), near.join(' '));
});

test('a rule that looks farther is asked about all of the paragraph', () => {
  const asked = askedOf(false, typed('none of them was los', 't'));
  for (const key of ['car', 'nk', 'crs', 'bcr']) assert.ok(asked.includes(key), key);
});

test('all rules that are asked about abbreviations look at what stands near them', () => {
  const far = rules.filter(({ each, near }) => each !== undefined && near !== true);
  assert.deepEqual(
    far.map(({ id }) => id),
    [],
  );
});

test('what was found stands where its words have moved to', () => {
  const { analyze, assemble, lint } = createService(service.glossary);
  const [before, now] = typed('Nothing of this chang', 'l', { ...service, analyze });
  const placesOf = (all: readonly Diagnostic[]): readonly string[] =>
    all.map(({ rule, identity, start, end, message, related, analysis }) => {
      const read = (from: number, to: number) => analysis.document.text.slice(from, to);
      const others = related?.map(each => read(each.start, each.end)).join('; ');
      return `${rule} ${identity} ${read(start, end)} ${message} ${others}`;
    });
  const found = lint(assemble([before]), configuration);
  const moved = lint(assemble([now]), configuration);
  assert.ok(found.length > 10);
  assert.deepEqual(placesOf(moved), placesOf(found));
  assert.ok(moved.some(({ start }, index) => start === found[index]!.start + 1));
  const isKept = ({ remembered }: Diagnostic, index: number): boolean =>
    remembered === found[index]!.remembered;
  assert.ok(moved.some(isKept) && !moved.every(isKept));
});

test('words that were asked for are known beside an edit, with their endings and beginnings', () => {
  const words = new WrittenWords(100);
  words.has('sclerosis');
  words.hasStem('Transplantation');
  const isAsked = (masked: string, at = masked.indexOf('|')): boolean =>
    words.asksAround(masked.replace('|', ''), at, at);
  assert.ok(isAsked('in multiple scler|osis'));
  assert.ok(isAsked('in multiple sclerosis|s'));
  assert.ok(isAsked('sclerosis| of'));
  assert.ok(isAsked('of trans|planted cells'));
  assert.ok(!isAsked('of transp|orted cells'));
  assert.ok(!isAsked('multiple |scler'));
  assert.ok(!isAsked('sclerosis of| the brain'));
});
