/** The documents of a run: each is read once, and what cannot be read is told once. */
import {
  type Analysis,
  type Files,
  languageOfFile,
  type Role,
  type Service,
  type Terms,
} from '../core/index.ts';
import { BYTE_ORDER_MARK, uriOf } from '../node/index.ts';
import { type Input, STANDARD_INPUT, shownPath } from './inputs.ts';

/** However many short texts are read, they don't ask for all of our code. */
const SHORT = 2_000;

/** What a run has done so far. */
export interface Work {
  /** UTF-16 units that the manuscripts it has read have beyond their first `SHORT`; `undefined` where it reads none. */
  characters: number | undefined;
}

export class Documents {
  readonly #files: Files;
  readonly #analyze: Service['analyze'];
  readonly #fail: (message: string) => void;
  readonly #work: Work;
  readonly #unnamed = uriOf(STANDARD_INPUT);
  readonly #marked = new Set<string>();
  readonly #paths = new Map<string, string>();
  readonly #analyses = new Map<string, Promise<Analysis | null>>();

  /** `work`: what is read is counted there. `fail`: tells what cannot be read. */
  constructor(files: Files, { analyze }: Service, work: Work, fail: (message: string) => void) {
    this.#files = files;
    this.#analyze = analyze;
    this.#fail = fail;
    this.#work = work;
    work.characters = 0;
  }

  /** The user knows a document by this path. */
  name({ uri, path }: Input): void {
    this.#paths.set(uri, path);
  }

  /** The path that the user knows a document by. */
  pathOf(uri: string): string {
    return this.#paths.get(uri) ?? shownPath(uri);
  }

  /** A text as the file of its document has it: with the byte order mark that it may have. */
  asInFile(uri: string, text: string): string {
    return this.#marked.has(uri) ? BYTE_ORDER_MARK + text : text;
  }

  /** The analysis of a document, made once, in the section where it is first met; `null` where it cannot be read. */
  analysisOf(uri: string, section: Role = 'body', terms?: Terms): Promise<Analysis | null> {
    let analysis = this.#analyses.get(uri);
    if (analysis === undefined) {
      analysis = this.#read(uri, section);
      this.#analyses.set(uri, analysis);
    } else if (terms !== undefined) {
      analysis = analysis.then(read => read && this.#analyze(read.document, read, undefined, section, terms));
      this.#analyses.set(uri, analysis);
    }
    return analysis;
  }

  /** Lets go of analyses that nobody will ask for again. */
  forget(uris: readonly string[]): void {
    for (const uri of uris) this.#analyses.delete(uri);
  }

  async #read(uri: string, section: Role): Promise<Analysis | null> {
    const content = await this.#files.read(uri);
    if ('problem' in content) {
      this.#fail(`${this.pathOf(uri)} ${content.problem.message}`);
      return null;
    }
    this.#work.characters = (this.#work.characters ?? 0) + Math.max(0, content.text.length - SHORT);
    if (content.byteOrderMark) this.#marked.add(uri);
    const languageId = uri === this.#unnamed ? 'markdown' : languageOfFile(uri);
    return this.#analyze({ uri, languageId, version: 0, text: content.text }, undefined, undefined, section);
  }
}
