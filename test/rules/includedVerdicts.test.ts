import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';

/** Rule and file of each finding in a LaTeX manuscript of two files. */
function found(main: string, part: string): readonly string[] {
  const read = (name: string, text: string) =>
    service.analyze({ uri: `file:///${name}`, languageId: 'latex', version: 1, text });
  const analyses = [read('main.tex', main), read('part.tex', part)];
  const included = new Map([['file:///main.tex', ['file:///part.tex']]]);
  return service
    .lint(service.assemble(analyses, included), { rules: {}, ignore: [], minimumUses: 3 })
    .map(({ rule, analysis }) => `${rule} ${analysis.document.uri.slice('file:///'.length)}`);
}

const DEFINING = 'Cytokine release syndrome (CRS) is feared.\n';
const USING = 'CRS is graded, and CRS ends.\n';

test('a definition in an included file counts where the file stands', () => {
  assert.deepEqual(found(`\\input{part}\n\n${USING}`, DEFINING), []);
  assert.deepEqual(found(`${USING}\n\\input{part}\n`, DEFINING), ['used-before-definition main.tex']);
  assert.deepEqual(found(`${DEFINING}\n\\input{part}\n`, USING), []);
  assert.deepEqual(found(`Text.\n\n\\input{part}\n`, `${USING}CRS stays.\n`), [
    'ambiguous-abbreviation part.tex',
  ]);
});
