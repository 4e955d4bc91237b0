/** Sections by their headings, bold lines and labels. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesBelow, rolesOf } from './rolesOf.ts';

for (const [heading, role] of [
  ['Appendix B', 'supplement'],
  ['Appendix 2: How cells were counted', 'supplement'],
  ['(APPENDIX) Appendix', 'supplement'],
  ['Supplementary Note 3', 'supplement'],
  ['Supporting figures', 'supplement'],
  ['Figure titles and legends', 'caption'],
  ['Supplementary figure legends', 'caption'],
  ['Code and data availability', 'back-matter'],
  ['Role of the funding source', 'back-matter'],
  ['References and Notes', 'references'],
  ['Nonstandard Abbreviations and Acronyms', 'abbreviation-list'],
  ['Research in context', 'box'],
  ['Declaration of generative AI and AI-assisted technologies in the writing process', 'back-matter'],
  ['DECLARATION OF COMPETING INTEREST', 'back-matter'],
  ['Ethics Approval & Consent to Participate', 'back-matter'],
  ['Ethics approval statement', 'back-matter'],
  ['Availability of Data and Materials', 'back-matter'],
  ['Data, code, and materials availability', 'back-matter'],
  ['Data and Code Availability Statement', 'back-matter'],
  ['Sources of funding', 'back-matter'],
  ['Funding and disclosures', 'back-matter'],
  ['Potential conflicts of interest', 'back-matter'],
  ['Statement on the use of AI tools', 'back-matter'],
  ['5 | ACKNOWLEDGEMENTS', 'back-matter'],
  ['Acknowledgments and disclosures', 'back-matter'],
  ['Provenance and peer review', 'back-matter'],
  ['Electronic supplementary material', 'supplement'],
  ['List of the abbreviations used in this thesis', 'abbreviation-list'],
  ['Acronyms/Abbreviations', 'abbreviation-list'],
  ['Abbreviations (in alphabetical order)', 'abbreviation-list'],
  ['What this study adds', 'box'],
  ['Plain language abstract', 'abstract'],
  ['Funding of T cell help', 'body'],
  ['Ethical markets', 'body'],
  ['Data sharing between clones', 'body'],
  ['Figure of merit', 'body'],
  ['Acknowledged limits', 'body'],
  ['Appendix specimens', 'body'],
  ['Supplementation with zinc', 'body'],
] as const) {
  test(`the section "${heading}" is ${role}`, () => {
    const text = `## Results\n\nMice were fed.\n\n## ${heading}\n\nThis stands below it.\n`;
    assert.equal(rolesOf('markdown', text).at(-1)?.split(':')[0], role);
  });
}

test('a heading ends the section that a bold line began, whatever its level', () => {
  for (const name of ['Abstract', 'Keywords', 'Abbreviations', 'Acknowledgements', 'References']) {
    const text = `# Cells that kill\n\n**${name}**\n\nOf NK cells.\n\n## Introduction\n\nThe TME is cold.\n\n### Cold tumors\n\nFew cells came.\n`;
    assert.deepEqual(rolesBelow(text).slice(-4), ['heading', 'body', 'heading', 'body'], name);
  }
});

test('"Introduction" begins the main text, also where its heading is one level too low', () => {
  for (const name of ['Keywords', 'Abbreviations', 'Authors', 'Acknowledgements', 'References']) {
    const text = `# ${name}\n\nNK cells, TME.\n\n## Introduction\n\nThe TME is cold.\n\n## Cold tumors\n\nFew cells came.\n`;
    assert.deepEqual(rolesBelow(text).slice(-4), ['heading', 'body', 'heading', 'body'], name);
  }
  const abstract =
    '# Abstract\n\nCells kill.\n\n## Introduction\n\nThe TME is cold.\n\n## Methods\n\nMice were fed.\n';
  assert.deepEqual(rolesBelow(abstract).slice(-4), ['heading', 'body', 'heading', 'body']);
});

test('a label may be as long as a journal’s name for it, and numbered lines are sections', () => {
  for (const label of [
    'Ethics approval and consent to participate:',
    'Data, Materials, and Software Availability.',
    'Declaration of generative AI and AI-assisted technologies in the writing process:',
    'Author Contributions:',
  ]) {
    assert.deepEqual(
      rolesBelow(`# Results\n\nMice were fed.\n\n**${label}** The NIH said so.\n\nMore came.`).slice(-2),
      ['back-matter', 'body'],
    );
  }
  for (const line of ['2 | METHODS', '2) Materials & Methods', 'Chapter 2: Patients and Methods (online)']) {
    const text = `Cells that kill\n\nAbstract\n\nCells kill.\n\nReferences\n\nA. 2001.\n\n${line}\n\nMice were fed.\n`;
    assert.equal(rolesOf('plaintext', text).at(-1), 'body: Mice were fed.', line);
  }
});

test('keywords end where a paragraph follows them', () => {
  const keywords = ['CAR; NK cells;\nTME.', 'CAR\n\nNK cells\n\nTME', '- CAR\n- NK cells\n- TME'];
  for (const list of keywords) {
    const text = `# Cells that kill\n\n**Keywords**\n\n${list}\n\n**Main findings**\n\nThe TME is cold. Few cells came.\n\nThey killed.\n`;
    assert.deepEqual(rolesBelow(text).slice(-2), ['body', 'body'], list);
    assert.equal(rolesBelow(text)[2], 'keywords', list);
  }
});

test('a name with code in it is no section’s name; a label or a note behind it is none of it', () => {
  const below = (heading: string) =>
    rolesBelow(`# Cells\n\nFew came.\n\n## ${heading}\n\nThe TME is cold.\n`).at(-1);
  assert.equal(below('`card` reference'), 'body');
  assert.equal(below('Reference $x$ values'), 'body');
  assert.equal(below('References[^1]'), 'references');
  assert.equal(below('References {#refs}'), 'references');
});

test('bookdown: behind the appendix’s heading all is supplement, but for what is back matter', () => {
  const text =
    '# Results\n\nCells came.\n\n# (APPENDIX) Appendix {-}\n\n# Gates\n\nFew stayed.\n\n# Methods\n\nAll died.\n\n# Funding\n\nNone.\n\n# More gates\n\nFew left.\n';
  assert.deepEqual(
    rolesBelow(text).filter(role => role !== 'heading'),
    ['body', 'supplement', 'supplement', 'back-matter', 'supplement'],
  );
});

test('a footnote at the end of a file is the text’s, not the list’s before it', () => {
  const text =
    '# Results\n\nTraps were seen[^nets].\n\n# Abbreviations\n\nNET: neutrophil extracellular trap\n\n[^nets]: They were counted by hand.\n';
  assert.deepEqual(rolesBelow(text).slice(-2), ['abbreviation-list', 'footnote']);
});
