import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown } from '../../server/src/core/prose/markdown/format.ts';
import { onlyBlock, shown } from './show.ts';

/** Each line: a source, and its mask (`¤` opaque, `¬` transparent, `⇥` cell boundary). */
const inline: readonly (readonly [what: string, source: string, mask: string])[] = [
  ['emphasis between words', 'the **CAR** binds', 'the   CAR   binds'],
  ['emphasis inside a word', '**C**AR and *IL*-2', '  C¬¬AR and  IL¬-2'],
  ['subscript and citation', 'T~reg~ cells [@x]', 'T¬reg¬ cells ¤¤¤¤'],
  ['superscript sign', 'CD8^+^ T', 'CD8¬+¬ T'],
  ['HTML inside a word', 'CD8<sup>+</sup> T', 'CD8¬¬¬¬¬+¬¬¬¬¬¬ T'],
  ['a link in parentheses', '([HNSW](url))', '( HNSW      )'],
  ['a long form with its short form in brackets', 'disease [GvHD] and [4/4]', 'disease [GvHD] and [4/4]'],
  ['numbered references', 'killed [12], [4, 5] [8–10].', 'killed ¤¤¤¤, ¤¤¤¤¤¤ ¤¤¤¤¤¤.'],
  ['escaped numbered references', 'killed \\[12\\].', 'killed ¤¤¤¤¤¤.'],
  ['escaped brackets', 'disease \\[GvHD\\]', 'disease ¬[GvHD¬]'],
  [
    'superscript references, not exponents or isotopes',
    'cells^12,13^ m^2^ ^51^Cr',
    'cells¤¤¤¤¤¤¤ m¬2¬ ¬51¬Cr',
  ],
  ['a power of ten', '10^6^ cells', '10¤¤¤ cells'],
  [
    'Pandoc citations',
    'as @smith2004 [p. 3] and [-@a; see @b, p. 3] say',
    'as ¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤ and ¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤ say',
  ],
  ['a key at a sentence end', 'by @Smith2023.', 'by ¤¤¤¤¤¤¤¤¤¤.'],
  [
    'Manubot citations',
    '[@doi:10.1/x; @pmid:1] @doi:10.1016/S0140(20)3.',
    '¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤ ¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤.',
  ],
  [
    'cross references',
    'Fig. {@fig:x}A, ([@fig:y]B) \\@ref(fig:z)',
    'Fig. ¤¤¤¤¤¤¤¤A, (¤¤¤¤¤¤¤¤B) ¤¤¤¤¤¤¤¤¤¤¤¤',
  ],
  ['notes', 'CAR[^1] cells^[See CAR-NK.]', 'CAR¤¤¤¤ cells¤¤See CAR-NK.¤'],
  ['a link set high', 'Ada^[✉](#mail)^ writes', 'Ada¬¬✉        ¬ writes'],
  ['bracketed spans', 'a [CAR]{.smallcaps} cell', 'a  CAR              cell'],
  ['code with an attribute', 'run `x()`{.R} or ``a`b``', 'run ¤¤¤¤¤¤¤¤¤ or ¤¤¤¤¤¤¤'],
  ['inline R', 'in `r nrow(x)` mice', 'in ¤¤¤¤¤¤¤¤¤¤¤ mice'],
  ['alleles', 'HLA-DRB1*15:01 and HLA-A*02:01', 'HLA-DRB1*15:01 and HLA-A*02:01'],
  ['an allele in italics', '*HLA-A*02:01* and *CYP2C19* 2', ' HLA-A*02:01  and  CYP2C19  2'],
  ['star alleles', 'CYP2C19*2 and UGT1A1*28', 'CYP2C19*2 and UGT1A1*28'],
  ['Greek terms', '$\\gamma\\delta T$ cells, IL-2R$\\alpha$', '¬γ¬¬¬¬¬δ¬¬¬¬¬¬T¬ cells, IL-2R¬α¬¬¬¬¬¬'],
  ['upright terms', '$\\mathrm{CD8}^+$ and $T_{reg}$', '¬¬¬¬¬¬¬¬¬CD8¬¬+¬ and ¬T¬¬reg¬¬'],
  ['Greek before a digit', 'TGF-$\\beta$1 and $5', 'TGF-¬β¬¬¬¬¬1 and $5'],
  ['MyST roles', 'T{sub}`reg` {cite}`key` {term}`CAR`', 'T¬¬¬¬¬¬reg¬ ¤¤¤¤¤¤¤¤¤¤¤        CAR '],
  ['formulas', 'with $p < 0.05$, $n$ and \\(x^2\\)', 'with ¤¤¤¤¤¤¤¤¤¤, ¤¤¤ and ¤¤¤¤¤¤¤'],
  ['money', 'from $5 to $10, US$5', 'from $5 to $10, US$5'],
  ['entities', 'TNF-&alpha;, Docker&reg;&nbsp;x', 'TNF-α¬¬¬¬¬¬, Docker®¬¬¬¬      x'],
  ['escapes', '5\\*6 and HLA-A\\*02:01', '5¬*6 and HLA-A¬*02:01'],
  ['strikethrough and approximations', '~~old~~ new, ~5 of ~10', '  old   new, ~5 of ~10'],
  [
    'addresses',
    '<https://x.org> a@b.org, https://x.org/a_b_.',
    '¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤ ¤¤¤¤¤¤¤, ¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤_.',
  ],
  [
    'files and versions',
    'by STAR v2.7.3a in data/run_1.csv, e.g. 0.05',
    'by STAR ¤¤¤¤¤¤¤ in ¤¤¤¤¤¤¤¤¤¤¤¤¤¤, e.g. 0.05',
  ],
  [
    'math and entities behind a decimal',
    'above 1.5$\\times$IQR, 0.5$\\mu$M CsA, 1.5&nbsp;mL',
    'above 1.5¤¤¤¤¤¤¤¤IQR, 0.5¬μ¬¬¬M CsA, 1.5      mL',
  ],
  ['an address with signs in it', 'at https://x.org/?q=a&id=$b now', 'at ¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤ now'],
  ['template tags', 'on {{date}} {% x %}', 'on ¤¤¤¤¤¤¤¤ ¤¤¤¤¤¤¤'],
  ['comments', 'a<!-- CAR --> b', 'a¤¤¤¤¤¤¤¤¤¤¤¤ b'],
  ['TeX', 'see \\cite{car} \\newpage', 'see ¤¤¤¤¤¤¤¤¤¤ ¤¤¤¤¤¤¤¤'],
];

for (const [what, source, mask] of inline) {
  test(`markdown: ${what}`, () => {
    assert.equal(shown(onlyBlock(markdown, source).masked), mask);
  });
}
