/** Sections by the names that journals give them, however they are written, and what stands before the abstract. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';

const rolesOf = (languageId: string, text: string): string[] =>
  service
    .analyze({ uri: 'untitled:x', languageId, version: 1, text })
    .blocks.filter(({ block }) => block.kind !== 'blank' && /[A-Za-z]/.test(block.masked))
    .map(({ role, block }) => `${role}: ${block.masked.replace(/[\s\uFFFC\uE000]+/g, ' ').trim()}`);

const journals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Cell: {
    abstract: 'Graphical abstract',
    box: 'In brief | eTOC | Highlights',
    body: 'STAR★Methods | Key resources table | Method details | Quantification and statistical analysis | Limitations of the study',
    'back-matter':
      'Resource availability | Lead contact | Declaration of interests | Inclusion and diversity',
    supplement: 'Supplemental information',
  },
  'The Lancet': {
    box: 'Research in context | Evidence before this study | Added value of this study',
    body: 'Findings | Interpretation',
    'back-matter':
      'Contributors | Contributorship statement | Statement of contribution | Role of the funding source | Data sharing',
  },
  JAMA: {
    box: 'Key Points',
    body: 'Main Outcomes and Measures | Design, Setting, and Participants | Exposures',
  },
  PLOS: { abstract: 'Author summary', supplement: 'Supporting information' },
  eLife: {
    abstract: 'eLife digest | Impact statement',
    'back-matter': "Editor's evaluation | Editor’s evaluation | Decision letter",
  },
  Frontiers: {
    abstract: 'Contribution to the field statement',
    'back-matter': "Data availability statement | Publisher's note | Ethics statement",
  },
  others: {
    abstract: 'Plain language summary | Simple Summary | Visual abstract',
    box: 'What is new? | Strengths and limitations of this study',
    'back-matter': 'Declaration of generative AI | Statements and Declarations | Guarantor',
  },
};

/** How a name may be written on a line of its own, by format. */
const writings: readonly (readonly [string, (name: string) => string])[] = [
  ['markdown', name => `## ${name}`],
  ['markdown', name => `## 5. ${name}`],
  ['markdown', name => `**${name}**`],
  ['markdown', name => `**${name.toUpperCase()}:**`],
  ['plaintext', name => name],
  ['plaintext', name => `${name.toUpperCase()}.`],
  ['plaintext', name => `5 | ${name}`],
  ['latex', name => `\\section*{${name}}`],
  ['typst', name => `= ${name}`],
  ['restructuredtext', name => `${name}\n${'='.repeat(60)}`],
  ['asciidoc', name => `== ${name}`],
  ['org', name => `* ${name}`],
  ['html', name => `<h2>${name}</h2>`],
];

for (const [journal, roles] of Object.entries(journals)) {
  test(`sections as ${journal} calls them`, () => {
    for (const [role, names] of Object.entries(roles)) {
      for (const name of names.split(' | ')) {
        for (const [languageId, write] of writings) {
          const text = `${write('Results')}\n\nMice were fed.\n\n${write(name)}\n\nThis stands below it.\n`;
          assert.deepEqual(
            rolesOf(languageId, text)
              .slice(-2)
              .map(line => line.split(':')[0]),
            ['heading', role],
            `${languageId}: ${write(name)}`,
          );
        }
      }
    }
  });
}

test('the parts of an abstract in JAMA are its own on bare lines, too', () => {
  const parts = ['Importance', 'Design, Setting, and Participants', 'Main Outcomes and Measures', 'Results'];
  const text = `Cells that kill\n\nAbstract\n\n${parts.map(part => `${part}\n\nCells kill.\n\n`).join('')}Introduction\n\nThe TME is cold.\n`;
  assert.deepEqual(
    rolesOf('plaintext', text).map(line => line.split(':')[0]),
    ['title', 'heading', ...parts.flatMap(() => ['heading', 'abstract']), 'heading', 'body'],
  );
});

test('a title may be wrapped, have a subtitle, or a label on a title page', () => {
  assert.deepEqual(
    rolesOf(
      'plaintext',
      'Cells that kill and cells that do not, in mice that were fed\nand in mice that were not\n\nA. Author\n\nSummary\n\nCells kill.\n',
    ).map(line => line.split(':')[0]),
    ['title', 'authors', 'heading', 'abstract'],
  );
  const underlined =
    '===============\nCells that kill\n===============\n---------------\nA study in mice\n---------------\n';
  assert.deepEqual(
    rolesOf(
      'restructuredtext',
      `${underlined}\nA. Author, NIH\n\n*Correspondence:* a@b.org\n\nAbstract\n--------\n\nCells kill.\n`,
    ).map(line => line.split(':')[0]),
    ['title', 'title', 'authors', 'heading', 'heading', 'abstract'],
  );
  assert.deepEqual(
    rolesOf(
      'plaintext',
      'TITLE PAGE\n\nManuscript type: Review\n\nTitle: Cells that kill\n\nRunning head: Cells\n\nAuthors: A. Author, MD\n\nABSTRACT\n\nCells kill.\n',
    ),
    [
      'heading: TITLE PAGE',
      'authors: Manuscript type: Review',
      'title: Title: Cells that kill',
      'running-title: Running head: Cells',
      'authors: Authors: A. Author, MD',
      'heading: ABSTRACT',
      'abstract: Cells kill.',
    ],
  );
});

test('plain text: a numbered line heads a part of its section; a numbered reference does not', () => {
  const text =
    '2. Methods\n\n2.1 Cells from patients with LN\n\nCells were kept.\n\n2.1.3 | Mice\n\nMice were fed.\n\n3.5 mg were given\n\nReferences\n\n1.1 Author A. On NK cells. 1999.\n';
  assert.deepEqual(
    rolesOf('plaintext', text).map(line => line.split(':')[0]),
    ['heading', 'heading', 'body', 'heading', 'body', 'body', 'heading', 'references'],
  );
});

test('what PLOS calls its supporting files are captions', () => {
  assert.deepEqual(
    rolesOf(
      'plaintext',
      'Supporting information\n\nS1 Fig. Gates. FSC, forward scatter.\n\nS2 Table: Antibodies.\n',
    ),
    [
      'heading: Supporting information',
      'caption: S1 Fig. Gates. FSC, forward scatter.',
      'caption: S2 Table: Antibodies.',
    ],
  );
});

test('LaTeX: behind \\appendix, acknowledgements are back matter, and what follows is supplement again', () => {
  const text =
    '\\section{Results}\nCells kill.\n\\appendix\n\\section{Gates}\nCells were kept.\n\\section*{Acknowledgements}\nWe thank all.\n\\section{Derivations}\nThese go on.\n';
  assert.deepEqual(
    rolesOf('latex', text).filter(line => !line.startsWith('heading')),
    [
      'body: Cells kill.',
      'supplement: Cells were kept.',
      'back-matter: We thank all.',
      'supplement: These go on.',
    ],
  );
});
