/** Symbolic links in a project that somebody else sent: by them, no name leads out of its folder unnoticed. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  createBaselineFinder,
  createGlossaryLayers,
  type Project,
  parseProject,
} from '../../server/src/core/index.ts';
import { blockingNodeFiles, nodeFiles, uriOf } from '../../server/src/node/index.ts';

const root = mkdtempSync(join(tmpdir(), 'immunogloss links é '));
after(() => rmSync(root, { recursive: true }));
const at = (...names: string[]) => join(root, ...names);

const baseline = '{"version": 1, "findings": {}}';
for (const folder of ['outside', 'project/inside', 'project/node_modules', 'package']) {
  mkdirSync(at(folder), { recursive: true });
  writeFileSync(at(folder, 'glossary.yaml'), `CAR: car of ${folder}\n`);
  writeFileSync(at(folder, 'baseline.json'), baseline);
}
symlinkSync(at('outside/glossary.yaml'), at('project/file.yaml'));
symlinkSync(at('outside'), at('project/folder'), 'junction');
symlinkSync(at('project/inside'), at('project/near'), 'junction');
symlinkSync(at('package'), at('project/node_modules/lab'), 'junction');
// The whole project, by another way.
symlinkSync(at('project'), at('elsewhere'), 'junction');

function projectWith(text: string, folder = 'project'): Project {
  const { project, problems } = parseProject(text, uriOf(at(folder, 'immunogloss.yaml')), {
    rules: [],
    profiles: [],
  });
  assert.deepEqual(problems, []);
  return project;
}

for (const [name, files] of Object.entries({ nodeFiles, blockingNodeFiles })) {
  test(`${name}: glossaries that are links out of the project are told, and not read`, async () => {
    const layers = createGlossaryLayers(files, null);
    for (const path of ['file.yaml', 'folder', 'folder/glossary.yaml']) {
      const project = projectWith(`glossaries: [${path}]`);
      assert.deepEqual((await layers.find(project.folder!, project)).files, [], path);
      const [problem] = await layers.missing(project);
      assert.match(problem!.message, /is a link that leads out of the folder of immunogloss\.yaml/);
    }
  });

  test(`${name}: links within the project, to it, and those of packages are followed`, async () => {
    for (const folder of ['project', 'elsewhere']) {
      const layers = createGlossaryLayers(files, null);
      const project = projectWith('glossaries: [near/glossary.yaml, inside, lab]', folder);
      const found = (await layers.find(project.folder!, project)).files.flatMap(file => file.entries);
      const longs = found.map(({ long }) => long);
      assert.deepEqual(longs, ['car of project/inside', 'car of project/inside', 'car of package']);
      assert.deepEqual(await layers.missing(project), []);
    }
  });

  test(`${name}: a baseline that is a link out of the project counts as damaged: it is never written over`, async () => {
    const problemsOf = async (path: string, folder = 'project') => {
      const project = projectWith(`baseline: ${path}`, folder);
      const { problems } = await createBaselineFinder(files)(project.folder!, project);
      return problems.map(({ message }) => message);
    };
    const told = ['The baseline is a link that leads out of its folder.'];
    assert.deepEqual(await problemsOf('folder/baseline.json'), told);
    assert.deepEqual(await problemsOf('near/baseline.json'), []);
    assert.deepEqual(await problemsOf('near/baseline.json', 'elsewhere'), []);
  });
}
