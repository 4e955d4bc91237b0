/**
 * When findings appear. They are always computed for the text as it stands; between two lints only those
 * are shown that the last lint has shown already, so that a finding moves with its text and vanishes with
 * its cause, but none pops up while somebody is writing (unless `onType` asks for it).
 */
import { type Diagnostic, lazily } from '../core/index.ts';
import type { OpenDocument } from './documents.ts';

import { createScheduler, nextTurn, paced } from './scheduler.ts';
import type { LintRun } from './settings.ts';
import type { View } from './view.ts';

/** What the editor's status bar tells of a document. */
export interface DocumentStatus {
  readonly uri: string;
  /** Findings that a list of problems shows: hints are only seen in the text. */
  readonly findings: number;
  /** Abbreviations in its manuscript. */
  readonly abbreviations: number;
  /** Findings of its manuscript that were accepted, and aren't shown. */
  readonly accepted: number;
}

/** What the publisher asks of the session. */
export interface PublisherHost {
  readonly document: (uri: string) => OpenDocument | undefined;
  /** `null` where the writer waits for it no longer; when it comes, a run is asked for. */
  readonly view: (document: OpenDocument) => Promise<View | null>;
  /** The document whose run tells of this one too when many are opened at once: a notebook's first cell; else itself. */
  readonly leader: (uri: string) => string;
  /** Whether a document is linted without being asked. */
  readonly lintsUnasked: (document: OpenDocument) => Promise<boolean>;
  /** Resolves once the client's settings are known. */
  readonly settled: Promise<void>;
  readonly run: () => LintRun;
  /** Shows `findings`, and no others, in a document. */
  readonly show: (document: OpenDocument, findings: readonly Diagnostic[], view: View) => void;
  /** Shows no findings in a document that isn't open any more. */
  readonly clear: (uri: string) => void;
  readonly tellStatus: (status: DocumentStatus) => void;
  /** Called when a manuscript was linted, with a document that it was linted for. */
  readonly linted: (uri: string, view: View) => void;
  readonly log: (message: string) => void;
}

/** Who follows a document's life. */
export interface Follower {
  readonly opened: (uri: string) => void;
  /** Its text changes: the new one is there once the current call is over. */
  readonly edited: (uri: string) => void;
  readonly saved: (uri: string) => Promise<void>;
  readonly closed: (uri: string) => void;
}

export interface Publisher extends Follower {
  /** Lints because somebody asked for it: the document, and from now on with it as with any manuscript. */
  readonly lint: (uri: string) => Promise<void>;
  /** What its rules go by changed: settings, project file, glossary. */
  readonly reconfigured: (uri: string) => void;
}

interface Standing {
  /** Somebody asked for this document to be linted. */
  asked: boolean;
  /** The next run is a lint: whatever it finds is shown. */
  due: boolean;
  /** Which findings may be shown until the next lint. */
  accepted: () => ReadonlySet<string>;
  shown: readonly Diagnostic[];
  /** The client was told of it, be it that nothing was found. */
  isTold: boolean;
  status: DocumentStatus | undefined;
}

/** Makes the follower of manuscripts, which says when their findings are shown. */
export function createPublisher(host: PublisherHost): Publisher {
  const standings = new Map<string, Standing>();
  const scheduler = createScheduler<string>(uri => {
    run(uri).catch(error => host.log(`lint: ${error instanceof Error ? error.stack : String(error)}`));
  });

  const openMembers = ({ manuscript }: View): readonly OpenDocument[] =>
    manuscript.analyses.flatMap(analysis => host.document(analysis.document.uri) ?? []);

  /** Brings what is shown in a document, and in its manuscript's other open ones, to the text as it stands. */
  async function run(uri: string): Promise<void> {
    await host.settled;
    const document = host.document(uri);
    if (!document) return;
    const view = await host.view(document);
    if (view === null) return;
    await nextTurn();
    // Edited meanwhile, it has a run of its own coming: the rules needn't read what is past.
    const isNeeded = () => host.document(uri) === document;
    if (!isNeeded()) return;
    let hasLinted = false;
    for (const member of openMembers(view)) {
      const eligible = (await host.lintsUnasked(member)) || standings.get(member.uri)?.asked === true;
      if (eligible && (await paced(view.lint(), isNeeded)) === undefined) return;
      const standing = standings.get(member.uri);
      // A member that was edited while files were being read has a run of its own coming.
      const isCurrent =
        host.document(member.uri) === member && view.analysis(member.uri)?.document === member.source;
      if (!standing || !isCurrent) continue;
      hasLinted = bringUp(host, standing, { member, view, edited: uri, eligible }) || hasLinted;
    }
    if (hasLinted) host.linted(uri, view);
  }

  /** Lints the text as it stands now, not as it stands when the writer pauses. */
  async function lintNow(uri: string): Promise<void> {
    const document = host.document(uri);
    if (!document) return;
    const view = await host.view(document);
    for (const member of view === null ? [document] : openMembers(view)) {
      const standing = standings.get(member.uri);
      if (standing) standing.due = true;
    }
    if (view === null) return;
    scheduler.cancel(uri);
    await run(uri);
  }

  return {
    opened(uri) {
      const due = host.run() !== 'manual';
      const nothing = { shown: [], isTold: false, status: undefined };
      standings.set(uri, { asked: false, due, accepted: () => new Set(), ...nothing });
      scheduler.request(host.leader(uri));
    },
    edited: uri => scheduler.request(uri),
    async saved(uri) {
      if (host.run() !== 'manual') await lintNow(uri);
    },
    closed(uri) {
      scheduler.cancel(uri);
      if (standings.delete(uri)) host.clear(uri);
    },
    async lint(uri) {
      const standing = standings.get(uri);
      if (standing) standing.asked = true;
      await lintNow(uri);
    },
    reconfigured(uri) {
      const standing = standings.get(uri);
      if (!standing) return;
      standing.due = host.run() !== 'manual';
      scheduler.request(uri);
    },
  };
}

/** A document of a manuscript that was read because of an edit, in itself or in another one. */
interface Reached {
  readonly member: OpenDocument;
  readonly view: View;
  readonly edited: string;
  /** Its manuscript is linted, by itself or because somebody asked for it. */
  readonly eligible: boolean;
}

/** Brings what is shown in a document to the text as it stands. Whether it was linted for that. */
function bringUp(
  host: PublisherHost,
  standing: Standing,
  { member, view, edited, eligible }: Reached,
): boolean {
  const isLint = standing.due || host.run() === 'onType';
  const findings = renew(standing, eligible ? view.findings(member.uri) : [], isLint);
  if (shows(standing, member.uri, findings, edited)) host.show(member, findings, view);
  standing.shown = findings;
  standing.isTold = true;
  tell(host, standing, {
    uri: member.uri,
    findings: findings.filter(({ severity }) => severity !== 'hint').length,
    abbreviations: view.manuscript.states.length,
    accepted: eligible ? view.sifted().hidden.length : 0,
  });
  return isLint && eligible;
}

/** What may be shown of what was found; a lint says that for all runs until the next one. */
function renew(standing: Standing, found: readonly Diagnostic[], isLint: boolean): readonly Diagnostic[] {
  standing.due = false;
  if (!isLint) return found.filter(finding => standing.accepted().has(nameOf(finding)));
  standing.accepted = lazily(() => new Set(found.map(nameOf)));
  return found;
}

/** Whether what is shown in a document changes, or may have moved by the edit of a document. */
function shows(
  { isTold, shown }: Standing,
  uri: string,
  findings: readonly Diagnostic[],
  edited: string,
): boolean {
  return (
    uri === edited ||
    !isTold ||
    !sameFindings(findings, shown) ||
    [...findings, ...shown].some(finding => names(finding, edited))
  );
}

/** Tells the client what became of a document, where it wasn't told so last time. */
function tell({ tellStatus }: PublisherHost, standing: Standing, status: DocumentStatus): void {
  const last = standing.status;
  const isSame =
    last?.findings === status.findings &&
    last.abbreviations === status.abbreviations &&
    last.accepted === status.accepted;
  if (isSame) return;
  standing.status = status;
  tellStatus(status);
}

/** The name of a finding in its manuscript: the same as long as it is about the same thing. */
function nameOf({ rule, identity }: Diagnostic): string {
  return `${rule}\n${identity}`;
}

/** Whether a finding names places in a document: when that is edited, they may have moved. */
function names({ related }: Diagnostic, uri: string): boolean {
  return related?.some(place => place.uri === uri) ?? false;
}

function sameFindings(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((finding, index) => {
      const other = b[index]!;
      return (
        nameOf(finding) === nameOf(other) &&
        finding.start === other.start &&
        finding.end === other.end &&
        finding.message === other.message &&
        finding.severity === other.severity
      );
    })
  );
}
