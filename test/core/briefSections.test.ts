import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';

function rolesOf(text: string): readonly string[] {
  const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  return analysis.blocks.filter(({ facts }) => facts.words > 0).map(({ role }) => role);
}

test('a statement of importance is one paragraph; main text may follow without a heading', () => {
  const text = `# A title

## Abstract
Infections are rare.

## Importance
They matter.

\\newpage

Infections are a burden.

Mice were treated.
`;
  assert.deepEqual(rolesOf(text), ['title', 'heading', 'abstract', 'heading', 'abstract', 'body', 'body']);
});

test('a summary deep in the text is main text, one below the title an abstract', () => {
  const deep = `# Part one

Mice were treated.

## Drugs

Drugs bind.

**Summary.**
Drugs help.

Others follow.
`;
  assert.deepEqual(
    rolesOf(deep).filter(role => role === 'abstract'),
    [],
  );
  assert.ok(
    rolesOf('# Drugs help\n\n**Summary.** Drugs help mice.\n\n# Introduction\n\nMice are small.\n').includes(
      'abstract',
    ),
  );
});
