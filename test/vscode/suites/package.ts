import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import * as vscode from 'vscode';
import pins from '../editors.json' with { type: 'json' };
import { closeAll, extension, findingsOf, open, serverProcesses, until } from './writing.ts';

describe(`The packaged extension in VS Code ${vscode.version}`, () => {
  after(closeAll);

  it('runs in the editor that was asked for', () => {
    const isFloor = vscode.version === pins.floor.desktop;
    assert.equal(isFloor, process.env.IMMUNOGLOSS_EDITOR === 'floor', vscode.version);
  });

  it('starts no server for XML that is no article, but for one that is', async () => {
    await open('sitemap.xml', '<?xml version="1.0"?>\n<urlset><url>CRS, CRS, CRS</url></urlset>\n');
    await extension().activate();
    assert.deepEqual(serverProcesses(), []);
    const { document } = await open('manuscript.xml');
    assert.equal(document.languageId, 'xml');
    await vscode.commands.executeCommand('immunogloss.lint');
    await until(() =>
      assert.ok(findingsOf(document).some(finding => /undefined-abbreviation PNH/.test(finding))),
    );
    await until(() => assert.equal(serverProcesses().length, 1));
  });

  it('is the installed one, and starts when a manuscript opens', async () => {
    const { extensionPath } = extension();
    assert.ok(resolve(extensionPath).includes('immunogloss.immunogloss-'), extensionPath);
    await open('car-nk-editorial.md');
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('offers every command that its manifest names', async () => {
    const offered = await vscode.commands.getCommands();
    const named: { command: string }[] = extension().packageJSON.contributes.commands;
    assert.ok(named.length > 0);
    for (const { command } of named) assert.ok(offered.includes(command), command);
  });
});
