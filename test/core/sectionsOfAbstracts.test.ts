/** Abstracts and their parts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesBelow, rolesOf } from './rolesOf.ts';

test('the parts of an abstract below its heading are its own, behind a first sentence too, each once', () => {
  const text =
    '## Abstract\n\nWord count: 24.\n\n### Background\n\nCells kill.\n\n### Methods\n\nMice were fed.\n\n## Introduction\n\nThe TME is cold.\n';
  assert.deepEqual(rolesBelow(text).slice(2), [
    'heading',
    'abstract',
    'heading',
    'abstract',
    'heading',
    'body',
  ]);
  const introduced =
    '# Abstract\n\n## Introduction\n\nCells kill.\n\n## Methods\n\nMice were fed.\n\n# Introduction\n\nThe TME is cold.\n';
  assert.deepEqual(rolesBelow(introduced).slice(1), [
    'heading',
    'abstract',
    'heading',
    'abstract',
    'heading',
    'body',
  ]);
});

test('an abstract’s parts may have the names of JAMA and PLOS', () => {
  const parts = ['Importance', 'Objective', 'Methods and Findings', 'Conclusions and Relevance'];
  const text = (mark: string) =>
    `# Abstract\n\n${parts.map(part => `${mark} ${part}\n\nCells kill.\n\n`).join('')}# Introduction\n\nThe TME is cold.\n`;
  const roles = ['heading', ...parts.flatMap(() => ['heading', 'abstract']), 'heading', 'body'];
  assert.deepEqual(rolesBelow(text('##')), roles);
});

test('an abstract follows the authors, by its markup or its label, and the main text follows it', () => {
  const abstract = 'Natural killer (NK) cells kill.';
  assert.deepEqual(
    rolesOf(
      'html',
      `<h1>Cells that kill</h1><div>Authors</div><p>A. Author, NIH</p><div class="abstract"><p>${abstract}</p></div><p>The TME is cold.</p>`,
    ).map(line => line.split(':')[0]),
    ['title', 'heading', 'authors', 'abstract', 'body'],
  );
  assert.deepEqual(
    rolesBelow(
      `# Cells that kill\n\n**Correspondence**\n\nA. Author, NIH\n\n**Abstract:** ${abstract}\n\nThe TME is cold.\n`,
    ).slice(-2),
    ['abstract', 'body'],
  );
});
