/** What commands are given, and how they are called. */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Files, Origin, ProjectText } from '../../core/index.ts';
import type { Client } from '../client.ts';
import type { CurrentTexts } from '../currentTexts.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Query } from '../query.ts';
import type { InTurn } from '../turns.ts';

/** A glossary file that an entry may go to. */
export interface GlossaryTarget {
  readonly uri: string;
  /** As it is called towards the writer: `.immunogloss/glossary.yaml`. */
  readonly name: string;
  readonly layer: Origin['layer'];
  readonly exists: boolean;
}

/** What commands may use of the session. */
export interface CommandHost {
  readonly connection: Connection;
  readonly client: Client;
  readonly files: Files;
  readonly currentText: CurrentTexts;
  /** Writes a whole file; answers with what went wrong, as the end of a sentence, else with `null`. */
  readonly write: (uri: string, text: string) => Promise<string | null>;
  /** For whoever reads a file to write it again. */
  readonly inTurn: InTurn;
  /** What is known in a document's place; without one, in that of the first open document. */
  readonly knowledge: (uri: string) => Promise<Knowledge>;
  /** The glossary files that an entry of a document may go to, the nearest first. */
  readonly glossaryTargets: (uri: string) => Promise<readonly GlossaryTarget[]>;
  /** The file of the baseline that counts for a document, or would; `undefined` where it is no file itself. */
  readonly baselineFile: (
    uri: string,
  ) => Promise<{ readonly uri: string; readonly folder: string } | undefined>;
  /** The project file of a document, there or yet to be made; `undefined` where it has no folder. */
  readonly projectText: (uri: string) => Promise<ProjectText | undefined>;
  readonly query: (uri: string) => Promise<Query | null>;
  readonly lint: (uri: string) => Promise<void>;
  /** Project files and glossaries have changed: everything goes by them from now on. */
  readonly reconfigure: () => void;
  readonly openUris: () => readonly string[];
}

/** Runs a command; what it takes and answers stands with its name in `protocol.ts`. */
export type Run = (host: CommandHost, args: readonly unknown[]) => Promise<unknown>;

/** An argument that should be text; anything else counts as none. */
export function text(argument: unknown): string {
  return typeof argument === 'string' ? argument : '';
}

/** Tells the writer something. */
export function tell(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}

export { MessageType };
