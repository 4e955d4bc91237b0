import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { configurationOf } from '../../server/src/core/project/configuration.ts';
import { addIgnore } from '../../server/src/core/project/ignoreList.ts';
import { parseProject } from '../../server/src/core/project/parseProject.ts';
import { NO_PROJECT } from '../../server/src/core/project/project.ts';

const KNOWN = {
  rules: ['undefined-abbreviation', 'redefined'],
  profiles: ['default'],
};
const read = (text: string) => parseProject(text, 'file:///paper/immunogloss.yaml', KNOWN);

/** What a problem points at, with its message. */
const told = (text: string) =>
  read(text).problems.map(({ start, end, message }) => [text.slice(start, end), message]);

describe('the project file', () => {
  test('everything that it can say is read', () => {
    const { project, problems } = read(`
# agreed with the co-authors
profile: default
rules:
  redefined: off
  undefined-abbreviation: error
ignore: [CAR, "γδ T", PD-1]
minimumUses: 4
manuscript:
  - abstract.md
  - content/*.md
glossaries: [team.yaml]
include: notes/*.txt
exclude:
  - drafts/**
`);
    assert.deepEqual(problems, []);
    assert.equal(project.folder, 'file:///paper');
    assert.deepEqual(project.rules, { redefined: 'off', 'undefined-abbreviation': 'error' });
    assert.deepEqual(
      project.ignore.map(({ entry }) => entry.form),
      ['CAR', 'γδ T', 'PD-1'],
    );
    assert.equal(project.minimumUses, 4);
    assert.deepEqual(
      project.manuscripts.map(each => each.files.map(file => file.path)),
      [['abstract.md', 'content/*.md']],
    );
    assert.deepEqual(
      project.glossaries.map(({ path }) => path),
      ['team.yaml'],
    );
    assert.deepEqual(project.include, ['notes/*.txt']);
    assert.deepEqual(project.exclude, ['drafts/**']);
  });

  test('an empty file and one of comments only say nothing', () => {
    for (const text of ['', '\n', '# later\n', 'ignore:\n', '---\n']) {
      assert.deepEqual(read(text).problems, [], text);
      assert.deepEqual(
        read(text).project.ignore.map(({ entry }) => entry.form),
        [],
      );
    }
  });

  test('several manuscripts are lists of lists, or names with files', () => {
    const { project, problems } = read(
      'manuscript:\n  - [a.md, b.md]\n  - name: thesis\n    files: [one.tex, two.tex]\n  - alone.md\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      project.manuscripts.map(each => [each.name, each.files.map(file => file.path)]),
      [
        [undefined, ['a.md', 'b.md']],
        ['thesis', ['one.tex', 'two.tex']],
        [undefined, ['alone.md']],
      ],
    );
  });

  test('what is wrong is told where it stands, and the rest is kept', () => {
    const text = `rules:
  redefind: off
  redefined: loud
ignor: [CAR]
ignore: [IL-2, {a: b}]
minimumUses: often
profile: nature
`;
    assert.deepEqual(told(text), [
      ['redefind', '"redefind" is no rule. Use undefined-abbreviation or redefined.'],
      ['loud', '"loud" is no severity. Use error, warning, information, hint, off or default.'],
      ['ignor', '"ignor" is no setting of the project file.'],
      ['a', '"a" is no way to ignore. Use form, pattern, class, path, scope or rule.'],
      ['often', '"minimumUses" is a whole number, such as 3.'],
      ['nature', '"nature" is no profile. Use default.'],
    ]);
    assert.deepEqual(
      read(text).project.ignore.map(({ entry }) => entry.form),
      ['IL-2'],
    );
  });

  test('broken syntax leaves the defaults and says where', () => {
    const text = 'ignore: [CAR\nrules: {redefined: off}\n';
    const { project, problems } = read(text);
    assert.deepEqual(
      project.ignore.map(({ entry }) => entry.form),
      [],
    );
    assert.equal(problems[0]?.severity, 'error');
    assert.ok(problems[0].start > 0 && problems[0].end <= text.length);
  });

  test('a key that stands twice is told, and the file is read all the same', () => {
    const { project, problems } = read('ignore: [CAR]\nignore: [NK]\n');
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.severity, 'warning');
    assert.deepEqual(
      project.ignore.map(({ entry }) => entry.form),
      ['NK'],
    );
  });

  test('no path leaves the folder of the project', () => {
    const text = 'manuscript: [../secret.md, a/../b.md, /etc/passwd, "C:\\\\x.md", a/../../c.md]\n';
    assert.deepEqual(
      read(text).project.manuscripts.map(each => each.files.map(file => file.path)),
      [['a/../b.md']],
    );
    assert.equal(read(text).problems.length, 4);
  });

  test('no text makes it throw, and every place lies in the text', () => {
    const piece = fc.constantFrom(
      ...[
        'rules:',
        'ignore:',
        'manuscript:',
        '  - ',
        '[',
        ']',
        '{',
        '}',
        ':',
        '\n',
        '&a',
        '*a',
        '"',
        '|',
        '\t',
        'CAR',
        '#',
        '- ',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        for (const { start, end } of read(text).problems) {
          assert.ok(start >= 0 && start <= end && end <= text.length);
        }
      }),
    );
    assert.equal(read('['.repeat(100_000)).problems[0]?.severity, 'error');
  });
});

describe('configuration', () => {
  test('one’s own settings stand above the project, and add to what it ignores', () => {
    const project = {
      ...NO_PROJECT,
      rules: { redefined: 'off', x: 'hint' },
      ignore: [{ entry: { form: 'CAR' }, start: 0, end: 3 }],
    } as const;
    assert.deepEqual(
      configurationOf(project, { rules: { redefined: 'default', x: 'error' }, ignore: ['CAR', 'NK'] }),
      {
        rules: { redefined: 'off', x: 'error' },
        ignore: ['CAR', 'NK'],
        firstUse: { headings: false, resets: ['abstract'] },
        minimumUses: 3,
      },
    );
  });
});

describe('ignoring an abbreviation in the project file', () => {
  const added = (text: string, short: string) => {
    const edit = addIgnore(text, short);
    return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  };

  test('it makes the list, or adds to the one that is there, in its own style', () => {
    const cases: [string, string][] = [
      ['', 'ignore:\n  - CAR\n'],
      ['profile: default', 'profile: default\nignore:\n  - CAR\n'],
      ['# ours\nprofile: default\n', '# ours\nprofile: default\nignore:\n  - CAR\n'],
      [
        'ignore:\n  - NK # natural killer\nrules: {}\n',
        'ignore:\n  - NK # natural killer\n  - CAR\nrules: {}\n',
      ],
      ['ignore:\n- NK\n', 'ignore:\n- NK\n- CAR\n'],
      ['ignore: [NK, TCR] # two\n', 'ignore: [NK, TCR, CAR] # two\n'],
      ['ignore: [\n  NK,\n]\n', 'ignore: [\n  NK, CAR,\n]\n'],
      ['ignore: []\n', 'ignore: [CAR]\n'],
      ['ignore: NK\n', 'ignore: [NK, CAR]\n'],
      ['ignore:\nprofile: default\n', 'ignore: [CAR]\nprofile: default\n'],
      ['ignore: # none yet\nprofile: default\n', 'ignore: [CAR] # none yet\nprofile: default\n'],
      ['ignore: ~\n', 'ignore: [CAR]\n'],
      ['ignore:\r\n  - NK\r\n', 'ignore:\r\n  - NK\r\n  - CAR\r\n'],
      ['{}\n', 'ignore:\n  - CAR\n'],
    ];
    for (const [before, after] of cases) assert.equal(added(before, 'CAR'), after, before);
  });

  test('nothing changes where it is ignored already or the file is broken', () => {
    for (const text of ['ignore: [CAR]', 'ignore:\n  - "CAR"\n', 'ignore: CAR', 'ignore: [', '- CAR', 'x']) {
      assert.equal(addIgnore(text, 'CAR'), null, text);
    }
  });

  test('whatever is added, that and the rest are read back', () => {
    const text = '# kept\nrules: {redefined: off} # too\nignore: [NK]\nminimumUses: 2\n';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom('NO', 'γδ T', '3-MA', '2', 'a: b', '#1', '~'),
          fc.string({ minLength: 1 }),
          fc.string({ unit: 'binary', minLength: 1 }),
        ),
        short => {
          fc.pre(short.trim() === short && short !== 'NK');
          const { project, problems } = read(added(text, short) ?? '');
          assert.deepEqual(problems, []);
          assert.deepEqual(
            project.ignore.map(({ entry }) => entry.form),
            ['NK', short],
          );
          assert.equal(project.minimumUses, 2);
        },
      ),
    );
  });
});
