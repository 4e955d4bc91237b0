/** The built command line as a process, in a temporary folder with files that a person could have written. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after } from 'node:test';
import { Ajv } from 'ajv';

const program = resolve('dist/cli.js');
const schema = JSON.parse(readFileSync('glossary/schema/output.schema.json', 'utf8'));
const ajv = new Ajv({ allErrors: true });
ajv.addSchema(schema, 'output');

/** How a run ended, with what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder that goes when the tests of a file are done. */
export class Desk {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'immunogloss cli é ')));

  constructor() {
    after(() => rmSync(this.path, { recursive: true, force: true }));
  }

  put(path: string, content: string | Uint8Array): this {
    const at = join(this.path, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, content);
    return this;
  }

  /** Runs the command line here and gives it `input` to read. */
  run(
    args: readonly string[],
    {
      input = '',
      env = {},
      cwd = '.',
    }: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv; cwd?: string } = {},
  ): Promise<Outcome> {
    const options = { cwd: join(this.path, cwd), env: { ...process.env, ...env } };
    return outcomeOf(spawn(process.execPath, [program, ...args], options), input);
  }

  /** Starts the command line here, for who wants to talk to it. */
  start(args: readonly string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [program, ...args], { cwd: this.path });
  }
}

function outcomeOf(child: ChildProcessWithoutNullStreams, input: string | Uint8Array): Promise<Outcome> {
  return new Promise((done, fail) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', fail);
    child.on('close', code => done({ code, out: text(out), err: text(err) }));
    child.stdin.on('error', () => {}); // it may end before it has read all
    child.stdin.end(input);
  });
}

type Shape = 'analysis' | 'check' | 'answer' | 'badLine' | 'lookup' | 'facts' | 'comparison';

/** Parses JSON that the program printed, after holding it against one shape of the output schema. */
export function checked<T>(shape: Shape, json: string): T {
  const value: unknown = JSON.parse(json);
  const valid = ajv.getSchema(`output#/definitions/${shape}`)!;
  if (!valid(value))
    throw new Error(`not as the schema says: ${ajv.errorsText(valid.errors)}\n${json.slice(0, 2000)}`);
  return value as T;
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

// The shapes below say what tests look at; the schema says the rest.

export interface DiagnosticRecord {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly short: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export interface DefinitionRecord {
  readonly short: string;
  readonly long: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly shortStart: number;
  readonly shortEnd: number;
  readonly longStart: number;
  readonly longEnd: number;
  readonly scope: string;
}

export interface AbbreviationRecord {
  readonly short: string;
  readonly variants: readonly string[];
  readonly status: string;
  readonly scopes: { readonly abstract: string | null; readonly main: string | null };
  readonly class: string;
  readonly uses: number;
  readonly first: {
    readonly path: string;
    readonly start: number;
    readonly line: number;
    readonly column: number;
  };
  readonly long: string | null;
  readonly notReported?: string;
}

export interface DocumentRecord {
  readonly path: string;
  readonly languageId: string;
  readonly words: number;
  readonly definitions: readonly DefinitionRecord[];
  readonly diagnostics: readonly DiagnosticRecord[];
}

export interface AnalysisRecord {
  readonly version: number;
  readonly manuscripts: readonly {
    readonly abbreviations: readonly AbbreviationRecord[];
    readonly documents: readonly DocumentRecord[];
  }[];
}

export interface AnswerRecord extends Omit<DocumentRecord, 'path'> {
  readonly id: unknown;
  readonly abbreviations: readonly AbbreviationRecord[];
}
