import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { undefinedForm } from './samples.ts';
import { closeAll, extension, folder, open, until } from './writing.ts';

/** Every example, the notebook apart; of those that are several files, the one to open. */
const examples = [
  'car-nk-editorial.md',
  'latex-project/main.tex',
  'manubot-project/content/03.results.md',
  ...['Rmd', 'adoc', 'html', 'myst.md', 'org', 'qmd', 'rst', 'txt', 'typ', 'xml'].map(
    end => `manuscript.${end}`,
  ),
];

describe('Editor and command line find the same', () => {
  afterEach(closeAll);

  it('of a text with a byte order mark, Windows line ends and characters beyond the basic plane', async () => {
    const odd = `\uFEFF${undefinedForm.replace('two', '𝛾𝛿 T, e\u0301 and 🧬')}`.replaceAll('\n', '\r\n');
    await agree((await open('bytes.md', odd)).document.uri);
  });

  for (const name of examples) {
    it(`of ${name}`, async () => {
      const uri = vscode.Uri.joinPath(folder(), name);
      await open(name);
      // These hold all sorts of things: they are only linted when somebody asks.
      if (/\.(?:txt|html|xml)$/.test(name)) await vscode.commands.executeCommand('immunogloss.lint');
      await agree(uri);
    });
  }

  it('of a notebook, whose findings stand in its cells', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'notebook.ipynb');
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
    const says = ({ rule, message }: { readonly rule: string; readonly message: string }) =>
      `${rule}: ${message}`;
    const told = (await commandLine(uri)).flatMap(({ diagnostics }) => diagnostics.map(says));
    assert.ok(told.length > 0);
    await until(() => {
      const shown = notebook.getCells().flatMap(({ document }) => shownIn(document).map(says));
      assert.deepEqual(shown.toSorted(), told.toSorted());
    });
  });
});

/** Waits until all documents of a file's manuscript show what the command line tells of them. */
async function agree(uri: vscode.Uri): Promise<void> {
  const told = await commandLine(uri);
  assert.ok(told.some(({ diagnostics }) => diagnostics.length > 0));
  for (const { path, diagnostics } of told) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    const expected = diagnostics.map(({ rule, severity, message, line, column, start, end }) => ({
      ...{ rule, severity, message, line, column },
      length: end - start,
    }));
    await until(() => assert.deepEqual(sorted(shownIn(document)), sorted(expected)));
  }
}

/** What the editor shows in a document. */
function shownIn(document: vscode.TextDocument) {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'ImmunoGloss')
    .map(({ range: { start, end }, code, message, severity }) => ({
      rule: String(typeof code === 'object' ? code.value : code),
      severity: vscode.DiagnosticSeverity[severity]!.toLowerCase(),
      message,
      line: start.line + 1,
      column: start.character + 1,
      length: document.offsetAt(end) - document.offsetAt(start),
    }));
}

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

interface ToldDocument {
  readonly path: string;
  readonly diagnostics: readonly Told[];
}

const sorted = <T>(items: readonly T[]) =>
  items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

/** What the packaged command line finds in a file's manuscript; paths are absolute. */
async function commandLine(uri: vscode.Uri): Promise<readonly ToldDocument[]> {
  const script = join(extension().extensionPath, 'dist', 'cli.js');
  const args = [script, 'check', '--format', 'json', '--min-severity', 'hint', uri.fsPath];
  const output = await new Promise<string>((resolve, reject) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }; // desktop VS Code as a plain Node
    execFile(process.execPath, args, { env }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
  const report = JSON.parse(output) as { manuscripts: { documents: ToldDocument[] }[] };
  return report.manuscripts.flatMap(({ documents }) => documents);
}
