import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { article, entries, facts, references } from './data.ts';

/** The words of a Markdown text: heading marks, list marks, rules and emphasis taken away. */
function words(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .map(line => line.replace(/^(#+ |- |\d+\. |---$)/, ''))
    .join('\n')
    .replaceAll('*', '')
    .split(/\s+/)
    .filter(word => word !== '');
}

describe('the example', () => {
  test('has the words of the article in their order', () => {
    assert.deepEqual(words(article.marked), words(article.unmarked));
  });

  test('has headings for its sections and numbers for its 34 references', () => {
    const headings = article.marked.match(/^#+ .*$/gm) ?? [];
    assert.deepEqual(headings.slice(1), [
      '## Abstract',
      '## Introduction',
      '## Abbreviations',
      '## Acknowledgments',
      '## References',
    ]);
    const numbers = [...article.marked.matchAll(/^(\d+)\. /gm)].map(match => Number(match[1]));
    assert.deepEqual(
      numbers,
      Array.from({ length: 34 }, (_, index) => index + 1),
    );
  });
});

describe('what we say of the article', () => {
  test('every quotation stands in it verbatim', () => {
    const quoted = facts.filter(
      fact => fact.source.reference === 'moumaris2025' || fact.quotation !== undefined,
    );
    const elsewhere = quoted.filter(
      fact => fact.quotation === undefined || !article.unmarked.includes(fact.quotation),
    );
    assert.deepEqual(
      elsewhere.map(fact => fact.id),
      [],
    );
  });

  test('its seven abbreviations are as it prints them', () => {
    const listed = article.unmarked
      .slice(article.unmarked.indexOf('\nAbbreviations\n'), article.unmarked.indexOf('\nAcknowledgments\n'))
      .matchAll(/^(.+): (.+)$/gm);
    const known = [...listed].map(([, short, printed]) =>
      entries.some(
        entry => entry.printed === printed && [entry.short, ...(entry.variants ?? [])].includes(short ?? ''),
      )
        ? ''
        : short,
    );
    assert.deepEqual(known, ['', '', '', '', '', '', '']);
  });

  test('a fact contradicts only facts that answer', () => {
    const oneSided = facts.flatMap(fact =>
      (fact.contradicts ?? [])
        .filter(({ fact: other }) =>
          facts.every(row => row.id !== other || !row.contradicts?.some(answer => answer.fact === fact.id)),
        )
        .map(({ fact: other }) => `${fact.id} / ${other}`),
    );
    assert.deepEqual(oneSided, []);
  });

  test('a title on another subject never supports a fact', () => {
    const titles = new Map(references.map(reference => [reference.id, reference.title]));
    const offTopic = /malaria|plasmodium|lyme|magnetic resonance|hospital engineering/i;
    const wrong = facts.flatMap(fact =>
      fact.cites
        .filter(cite => offTopic.test(titles.get(cite.reference) ?? '') && cite.supports !== 'off-topic')
        .map(cite => `${fact.id}: ${cite.reference}`),
    );
    assert.deepEqual(wrong, []);
  });
});
