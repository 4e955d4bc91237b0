import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markdown } from '../../server/src/core/prose/markdown/format.ts';
import { readDocument } from '../../server/src/core/prose/reading.ts';
import { manuscripts } from './markdownManuscripts.ts';
import { Verdict, verdictsOf } from './markdownOracle.ts';
import { shown } from './show.ts';

/**
 * CommonMark, GFM and whole formulas with words between: no Pandoc extensions, which the oracle doesn't know, and no `$`
 * alone, which is money to Pandoc and us.
 */
const pieces = [
  ...[
    'aa',
    'bb',
    'cc',
    'Dd',
    'é',
    'γ',
    ' ',
    ' ',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\n   ',
    '\n    ',
  ],
  ...[
    '\n> ',
    '> ',
    '\n>',
    '> > ',
    '\n- ',
    '- ',
    '\n* ',
    '\n+ ',
    '\n1. ',
    '\n2. ',
    '\n1) ',
    '\n10. ',
    '\n- % ',
    '\n> % ',
  ],
  ...['\n# ', '\n## ', '\n#', '\n---\n', '\n===\n', '\n***\n', '\n```\n', '\n~~~\n', '\n\n[k]: /u\n\n'],
  ...['[^1]', '\n\n[^1]: '],
  ...['$x_1 = y$', '$a*b + c$', '$p < q$', '$$u^2 + v$$', '\n\n$$\nu_1 + v\n$$\n\n'],
  ...[
    '`',
    '``',
    '*',
    '*',
    '**',
    '***',
    '_',
    '__',
    '~~',
    '\\*',
    '(',
    ')',
    '!',
    ',',
    '.',
    '"',
    "'",
    '“',
    '”',
    '—',
  ],
  ...[
    '[',
    ']',
    '](/u)',
    '](<u v> "t")',
    '](',
    '![',
    '<b>',
    '</b>',
    '<i class="x y">',
    '<!-- ee -->',
    '<http://x.y>',
  ],
  ...[
    '|',
    '\n| aa | bb |\n|---|---|\n| cc | dd |\n',
    '\n<div>\n',
    '\n<p>\n',
    '\n<pre>\n',
    '</pre>\n',
    '<',
    '>',
  ],
];

const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 25, size: 'max' })
  .map(parts => parts.join(''))
  // Formulas side by side share their dollars; a note’s mark before a parenthesis is none to GFM where the note is missing.
  .filter(text => !text.includes('$$$') && !text.includes('[^1]('))
  // Where micromark leaves the specification: empty items in items, list items behind indented code,
  // and tags on lazy lines. Deliberate: what stands behind a comment on its line is prose, as in other HTML.
  .filter(text => !/<!-- ee -->[^\n]*[a-z]/.test(text))
  .filter(text => !/[-*+>.)] +(?:[-*+]|\d+[.)]) *(?:\n|$)|(?: {4}|\t).*\n+ *\d|\n *<[/bi]/.test(text));

/** The first letter on which mask and tree differ. A deliberate difference is masked by `hidden` only. */
function difference(text: string): string | undefined {
  const verdicts = verdictsOf(text);
  const masked = readDocument(markdown, text)
    .blocks.map(block => block.masked)
    .join('');
  for (let at = 0; at < text.length; at++) {
    if (!/[A-Za-z]/.test(text.charAt(at)) || verdicts[at] === Verdict.none) continue;
    const isShown = masked.charAt(at) === text.charAt(at);
    if (isShown !== (verdicts[at] === Verdict.prose)) {
      return `${isShown ? 'shown' : 'hidden'} at ${at}: ${JSON.stringify(text)} as ${JSON.stringify(shown(masked))}`;
    }
  }
  return undefined;
}

test('markdown: a letter is seen exactly where CommonMark and GFM have text', () => {
  fc.assert(
    fc.property(texts, text => assert.equal(difference(text), undefined)),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1000) },
  );
});

for (const [name, text] of Object.entries(manuscripts)) {
  test(`markdown: ${name} is read as CommonMark and GFM read it`, () => {
    assert.equal(difference(text), undefined);
  });
}
