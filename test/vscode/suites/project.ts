import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsOf, folder, open, placeOf, replace, until } from './writing.ts';

const project = 'latex-project';

/** Whether the institute is named there that the introduction doesn't name. */
const isUndefinedIn = (document: vscode.TextDocument) =>
  findingsOf(document).some(finding => /undefined-abbreviation IOE/.test(finding));

/** A file of the project, whether or not an editor shows it. */
const file = (name: string) =>
  vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), project, name));

describe('A LaTeX project of three files', () => {
  afterEach(closeAll);

  /** Where a definition stands, as `file: the text of its line`. */
  async function definitionOf(document: vscode.TextDocument, word: string): Promise<string[]> {
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, word),
    );
    return Promise.all(
      places.map(async found => {
        const [uri, range] =
          'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range];
        const { lineAt } = await vscode.workspace.openTextDocument(uri);
        return `${uri.path.split('/').at(-1)}: ${lineAt(range.start.line).text}`;
      }),
    );
  }

  it('leads from a use in one file to the definition in another', async () => {
    const { document } = await open(`${project}/results.tex`);
    await until(async () => {
      const [place] = await definitionOf(document, 'TME was');
      assert.match(String(place), /^introduction\.tex: The tumour microenvironment \(TME\)/);
    });
  });

  it('leads from a macro to its declaration', async () => {
    const { document } = await open(`${project}/introduction.tex`);
    await until(async () => {
      const [place] = await definitionOf(document, 'gls{car}');
      assert.match(String(place), /^main\.tex: \\newacronym\{car\}/);
    });
  });

  it('shows the findings of the whole manuscript, each in its file', async () => {
    await open(`${project}/main.tex`);
    const [main, introduction, results] = await Promise.all(
      ['main.tex', 'introduction.tex', 'results.tex'].map(file),
    );
    await until(() => {
      assert.deepEqual(findingsOf(main!), ['21:24 abbreviation-in-title \\gls{crs}']);
      assert.ok(findingsOf(introduction!).some(finding => /undefined-abbreviation .*DSC/.test(finding)));
      assert.ok(findingsOf(introduction!).some(finding => /defined-only-in-abstract CRP/.test(finding)));
      assert.ok(isUndefinedIn(results!));
    });
  });

  it('hears in one file of what is written in another, unsaved', async () => {
    const results = await open(`${project}/results.tex`);
    await until(() => assert.ok(isUndefinedIn(results.document)));
    const introduction = await open(`${project}/introduction.tex`);
    await replace(introduction, 'can come alone', 'can come alone, as the Institute of Examples (IOE) tells');
    await until(() => assert.ok(!isUndefinedIn(results.document)));
  });
});
