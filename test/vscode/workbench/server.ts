/** Starts and stops the workbench's server, and makes the addresses of its windows. */
import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { out } from '../paths.ts';
import { patience } from '../until.ts';
import type { Workbench } from './install.ts';

export interface WorkbenchServer {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Ends it and all that it started. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly workbench: Workbench;
  /** Where settings and state go, and where installed extensions are. */
  readonly userData: string;
  readonly extensions: string;
  /** Load development extensions and run `extensionTestsPath`: the server ignores both otherwise. */
  readonly testing?: boolean;
  /** Ask which folders are trusted, where no folder is so without being asked. */
  readonly restricted?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

const script = () => join(out, 'serve.mjs');

/** An environment without what would lead VS Code astray, and with no extension gallery to ask. */
function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ELECTRON_RUN_AS_NODE, VSCODE_IPC_HOOK_CLI, PORT, PASSWORD, ...rest } = env;
  return { ...rest, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/** VS Code's command line (`--install-extension`, `--list-extensions`, `--version`). Answers its exit code. */
export function commandLine(workbench: Workbench, args: readonly string[]): number {
  const all = [script(), workbench.root, '--cli', ...args];
  return spawnSync(workbench.node, all, { stdio: 'inherit', env: environment(process.env) }).status ?? 1;
}

/** Resolves once the server answers; rejects with its output where it ends or stays silent. */
export async function startServer(options: ServerOptions): Promise<WorkbenchServer> {
  const { workbench, userData, extensions, env = process.env } = options;
  const args = [
    ...[script(), workbench.root, '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level=off', '--disable-telemetry'],
    ...(options.restricted ? [] : ['--disable-workspace-trust']),
    ...(options.testing ? ['--enable-smoke-test-driver'] : []),
    ...[`--server-data-dir=${join(userData, 'server')}`, `--user-data-dir=${userData}`],
    `--extensions-dir=${extensions}`,
  ];
  const child = spawn(workbench.node, args, { detached: true, env: environment(env) });
  const ended = new Promise<number | null>(settle => child.once('exit', settle));
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, name); // the whole group: extension hosts and language servers too
    } catch {
      // nothing is left of it
    }
  };
  const stop = async () => {
    signal('SIGTERM');
    await Promise.race([ended, wait(5_000, undefined, { ref: false })]);
    signal('SIGKILL');
  };
  let output = '';
  const port = await new Promise<number>((started, failed) => {
    const fail = (why: string) => failed(new Error(`The workbench's server ${why}:\n${output}`));
    const timer = setTimeout(() => fail(`did not start within ${patience / 1000} s`), patience);
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (process.env.VSCODE_TEST_VERBOSE) process.stderr.write(chunk);
      const heard = /Listening on (\d+)/.exec(output)?.[1];
      if (heard === undefined) return;
      clearTimeout(timer);
      output = '';
      started(Number(heard));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', error => fail(`could not be started (${error.message})`));
    child.once('exit', code => fail(`ended with ${code}`));
  }).catch(async error => {
    await stop();
    throw error;
  });
  return { host: `127.0.0.1:${port}`, ended, stop };
}

/** The address of a window that shows a folder (none: an empty window) with the files opened in it. */
export function windowAddress(
  host: string,
  window: {
    readonly folder?: string;
    readonly files?: readonly string[];
    readonly developed?: readonly string[];
    readonly tests?: string;
  },
): string {
  const remote = (path: string) => `vscode-remote://${host}${encodeURI(resolve(path))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(window.files ?? []).map(file => ['openFile', remote(file)]),
    ...(window.developed ?? []).map(path => ['extensionDevelopmentPath', remote(path)]),
    ...(window.tests === undefined ? [] : [['extensionTestsPath', remote(window.tests)]]),
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  const folder = window.folder;
  if (folder === undefined) query.set('ew', 'true');
  else query.set(statSync(folder).isDirectory() ? 'folder' : 'workspace', resolve(folder));
  return `http://${host}/?${query}`;
}
