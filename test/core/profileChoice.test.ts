/** Journal profiles: where one is chosen, those of one's own, and what another one would change. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  configurationOf,
  type Files,
  knownNames,
  loadProject,
  NO_BASELINE,
  NO_PROJECT,
  parentOf,
  profileChanges,
  profileChangesMarkdown,
  profileInText,
  profiles,
  setProfile,
  withProfile,
} from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

const analysed = (text: string, languageId = 'markdown') =>
  service.analyze({ uri: 'file:///w/paper.md', languageId, version: 1, text });
const chosenIn = (text: string) => profileInText([analysed(text)]);
const applied = (text: string, edit: { start: number; end: number; newText: string } | null) =>
  edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);

/** A project with these files. */
async function project(texts: Readonly<Record<string, string>>) {
  const byUri = new Map(Object.entries(texts).map(([path, text]) => [`file:///w/${path}`, text]));
  const files: Files = {
    async read(uri) {
      const text = byUri.get(uri);
      return text === undefined ? { problem: { kind: 'missing', message: 'does not exist' } } : { text };
    },
    async list(folder) {
      return [...byUri.keys()]
        .filter(uri => parentOf(uri) === folder)
        .map(uri => ({ name: uri.slice(folder.length + 1), uri, kind: 'file' as const }));
    },
    kind: async uri => (byUri.has(uri) ? 'file' : null),
  };
  return loadProject(files, 'file:///w/immunogloss.yaml', knownNames);
}

describe('front matter', () => {
  test('names the profile of its manuscript, and where it does so', () => {
    const text = '---\ntitle: A paper\nimmunogloss:\n  profile: plos # ours\nlang: en\n---\n\nText.\n';
    const chosen = chosenIn(text);
    assert.equal(chosen?.id, 'plos');
    assert.equal(text.slice(chosen!.start, chosen!.end), 'plos');
    assert.equal(applied(text, withProfile(chosen!, 'blood')), text.replace('plos', 'blood'));
    assert.equal(chosenIn(text.replaceAll('\n', '\r\n'))?.id, 'plos');
    assert.equal(chosenIn('---\nimmunogloss: {profile: "plos"}\n...\n')?.id, 'plos');
  });

  test('that says nothing of it, or isn’t one, chooses nothing', () => {
    for (const text of [
      '',
      '---\n',
      'immunogloss:\n  profile: plos\n',
      '---\ntitle: x\n---\n\nimmunogloss:\n  profile: plos\n',
      '---\nimmunogloss: plos\n---\n',
      '---\nimmunogloss:\n  profile: [plos]\n---\n',
      '---\nimmunogloss: {profile: plos\n---\n',
      '\n---\nimmunogloss:\n  profile: plos\n---\n',
    ]) {
      assert.equal(chosenIn(text), undefined, text);
    }
  });

  test('of the first document that has it counts', () => {
    const front = (id: string) => analysed(`---\nimmunogloss:\n  profile: ${id}\n---\n`);
    assert.equal(profileInText([analysed('Text.'), front('bmc'), front('plos')])?.id, 'bmc');
  });
});

describe('the profile that counts', () => {
  test('is that of the text, else of the project, else one’s own', () => {
    const uses = (personal: object, agreed: object, chosen?: string) =>
      configurationOf({ ...NO_PROJECT, ...agreed }, personal, chosen).rules['rarely-used'];
    assert.equal(uses({}, {}), undefined);
    assert.equal(uses({ profile: 'plos' }, {}), 'warning');
    assert.equal(uses({ profile: 'plos' }, { profile: 'thesis' }), 'off');
    assert.equal(uses({ profile: 'plos' }, { profile: 'default' }), undefined);
    assert.equal(uses({}, { profile: 'thesis' }, 'plos'), 'warning');
    assert.equal(uses({}, { profile: 'thesis' }, 'nature'), undefined);
  });
});

describe('a profile of one’s own', () => {
  const yaml = 'profile: lab\n';

  test('stands in a file by its name, and extends another one', async () => {
    const lab =
      'name: Our lab\nextends: thesis\nminimumUses: 4\nrules:\n  redefined: error\n  list-order: off\n';
    const loaded = await project({ 'immunogloss.yaml': yaml, '.immunogloss/profiles/lab.yaml': lab });
    assert.deepEqual([loaded.problems, loaded.profileFiles[0]!.problems], [[], []]);
    const { rules, minimumUses } = configurationOf(loaded.project);
    assert.equal(minimumUses, 4);
    assert.equal(rules.redefined, 'error');
    assert.equal(rules['list-order'], 'off');
    assert.equal(rules['rarely-used'], 'off');
    const own = loaded.project.profiles.get('lab')!;
    assert.equal(own.name, 'Our lab');
    assert.deepEqual(own.sources, profiles.get('thesis')!.sources);
  });

  test('may extend one of its own, which may take the name of one that ships', async () => {
    const { project: read } = await project({
      'immunogloss.yaml': yaml,
      '.immunogloss/profiles/lab.json': '{"extends": "plos", "rules": {"redefined": "off"}}',
      '.immunogloss/profiles/plos.yml': 'extends: plos\nminimumUses: 9\n',
    });
    const { rules, minimumUses } = configurationOf(read);
    assert.deepEqual([minimumUses, rules['rarely-used'], rules.redefined], [9, 'warning', 'off']);
  });

  test('tells what is wrong in it, where it stands, and keeps the rest', async () => {
    const told = async (text: string, others: Readonly<Record<string, string>> = {}) => {
      const { profileFiles } = await project({
        'immunogloss.yaml': yaml,
        '.immunogloss/profiles/lab.yaml': text,
        ...others,
      });
      return profileFiles
        .find(({ uri }) => uri.endsWith('lab.yaml'))!
        .problems.map(({ start, end, message }) => `"${text.slice(start, end).trim()}" ${message}`);
    };
    assert.match(
      (await told('extends: nature\n'))[0]!,
      /^"nature" "nature" is no profile to extend\. There are/,
    );
    assert.deepEqual(
      await told('rules:\n  unheard-of: off\n  redefined: loud\nminimumUses: some\ncolour: red\n'),
      [
        '"unheard-of" "unheard-of" is no rule.',
        '"loud" A severity is one of error, warning, information, hint, off.',
        '"some" "minimumUses" is a whole number, such as 3.',
        '"colour" "colour" is no setting of a profile.',
      ],
    );
    assert.match((await told('rules: [\n'))[0]!, /This is not valid YAML/);
    const [circle] = await told('extends: two\n', { '.immunogloss/profiles/two.yaml': 'extends: lab\n' });
    assert.equal(circle, '"two" "lab" extends itself on the way over "two".');
  });

  test('that is missing is told in the project file', async () => {
    const { problems } = await project({ 'immunogloss.yaml': yaml });
    assert.match(problems[0]!.message, /^"lab" is no profile\. Use default, /);
  });
});

describe('setting the profile of a project file', () => {
  const set = (text: string) => applied(text, setProfile(text, 'plos'));

  test('keeps comments, order and style', () => {
    const cases: [string, string][] = [
      ['', 'profile: plos\n'],
      ['# ours\n', '# ours\nprofile: plos\n'],
      ['# ours\nignore: [CAR]\n', '# ours\nprofile: plos\nignore: [CAR]\n'],
      ['profile: thesis # agreed\nignore: [CAR]\n', 'profile: plos # agreed\nignore: [CAR]\n'],
      ['ignore: [CAR]\r\nprofile: "bmc"\r\n', 'ignore: [CAR]\r\nprofile: plos\r\n'],
      ['ignore: [CAR]\r\n', 'profile: plos\r\nignore: [CAR]\r\n'],
      ['profile:\nignore: [CAR]\n', 'profile: plos\nignore: [CAR]\n'],
      ['{ignore: [CAR]}', '{profile: plos, ignore: [CAR]}'],
      ['{}', '{profile: plos}'],
      ['  ignore: [CAR]\n', '  profile: plos\n  ignore: [CAR]\n'],
    ];
    for (const [before, after] of cases) assert.equal(set(before), after);
  });

  test('leaves alone what is broken or no list of settings', () => {
    for (const text of ['ignore: [', '- CAR\n', 'profile: {a: b}\n', 'CAR'])
      assert.equal(set(text), null, text);
  });

  test('whatever the file holds, the profile is set and all else is the same', () => {
    const value = fc.constantFrom('[CAR]', '\n  - CAR # x', '{a: b}', '"x"', '', '3');
    const files = fc.uniqueArray(
      fc.tuple(fc.constantFrom('ignore', 'rules', 'profile', 'include', '"a b"'), value),
      {
        selector: ([key]) => key,
      },
    );
    fc.assert(
      fc.property(files, fc.constantFrom('', '# head\n', '\n'), (pairs, head) => {
        const text = head + pairs.map(([key, each]) => `${key}: ${each}\n`).join('');
        const after = set(text);
        if (after === null) return;
        const { profile, ...rest } = parse(after);
        const { profile: _, ...before } = parse(text) ?? {};
        assert.equal(profile, 'plos');
        assert.deepEqual(rest, before);
      }),
    );
  });
});

test('what another profile would change is told before it does, with its sources', () => {
  const text = 'Cytokine release syndrome (CRS) came. Nothing else did, and CRS went.\n';
  const manuscript = service.assemble([analysed(text)]);
  const by = (profile: string) => configurationOf({ ...NO_PROJECT, profile });
  const to = (profile: string) =>
    profileChanges(service, manuscript, by('default'), by(profile), NO_BASELINE);
  const rulesOf = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule);
  assert.deepEqual(rulesOf(to('thesis').going), ['rarely-used']);
  assert.deepEqual(rulesOf(to('plos').weighed), ['rarely-used']);
  assert.deepEqual(to('default'), { coming: [], going: [], weighed: [] });
  const page = profileChangesMarkdown(profiles.get('thesis')!, to('thesis'));
  assert.match(page, /^# A thesis\n/);
  assert.doesNotMatch(page, /## .*come/);
  assert.match(page, /## 1 finding goes\n\n- \*\*information\*\* .*CRS.* \*rarely-used\*, paper\.md\n/);
  assert.match(page, /## What it rests on\n\n- No style guide/);
  assert.match(profileChangesMarkdown(profiles.get('default')!, to('default')), /## No finding changes\n/);
});
