/** What client and server say to each other beyond LSP. */
import { CodeActionKind, NotificationType } from 'vscode-languageserver';
import type { DocumentStatus } from './publisher.ts';

/** Server to client: the counts of one document changed. */
export const StatusNotification = new NotificationType<DocumentStatus>('immunogloss/status');

/** The code action that does all that is safe to fix unseen; editors run it on save for who wants that. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.immunogloss`;

/** Quick fixes that mend nothing, for clients that show them apart. */
export const ignoreKind = `${CodeActionKind.QuickFix}.immunogloss.ignore`;
export const glossaryKind = `${CodeActionKind.QuickFix}.immunogloss.glossary`;

/**
 * Commands of `workspace/executeCommand`, with their arguments and answers. A client may offer a command of
 * the same name with a user interface (`initializationOptions.commands`).
 */
export const Commands = {
  /** `[uri?]`: lints a document now, or all open ones. */
  lint: 'immunogloss.lint',
  /** `[query, uri?]` → `{id, short, long, origin}[]`, best first, by the glossary files that count for a document. */
  lookUp: 'immunogloss.lookUp',
  /** `[uri, range, short, long]` → "long (short)" as it is written there; `null` where no text can stand (code). */
  definitionText: 'immunogloss.definitionText',
  /** `[query?, uri?]` → `{id, therapy, topic, statement, citations, notes}[]`: what can be inserted; of all therapies by default. */
  findFacts: 'immunogloss.findFacts',
  /** `[uri, position, referenceId]`: cites a reference there, which goes into the bibliography in the same way. */
  cite: 'immunogloss.cite',
  /** `[uri]` → the URIs of the bibliographies that its manuscript names. */
  bibliographies: 'immunogloss.bibliographies',
  /**
   * `[uri, position, factId, bibliographyUri?]`: inserts a fact with its citation, and its references into the
   * bibliography that the manuscript names or that is given, through `workspace/applyEdit`.
   */
  insertFact: 'immunogloss.insertFact',
  /** `[uri, position, therapyId, otherId, bibliographyUri?]`: inserts a table of two therapies in the same way. */
  insertComparison: 'immunogloss.insertComparison',
  /** `[uri]` → the number of repairs: puts every definition of the manuscript at its first use, to be reviewed. */
  repairFirstUses: 'immunogloss.repairFirstUses',
  /** `[uri?]` → `{id, name, summary}[]`. */
  therapies: 'immunogloss.therapies',
  /** `[therapyId, uri?]` → Markdown. */
  showFacts: 'immunogloss.showFacts',
  /** `[therapyId, otherId, uri?]` → Markdown. */
  compareTherapies: 'immunogloss.compareTherapies',
  /** `[uri?]` → `{uri, name, layer, exists}[]`: the glossary files that an entry may go to, the nearest first. */
  glossaryTargets: 'immunogloss.glossaryTargets',
  /** `[uri, range]` → `{short, long?, plural?}`: the abbreviation there, as the manuscript defines it. */
  glossaryTerm: 'immunogloss.glossaryTerm',
  /** `[uri, {short, long, plural?}, targetUri?]` → `{message, uri?, conflicts}`. */
  addToGlossary: 'immunogloss.addToGlossary',
  /** `[uri, fileUris, targetUri?]` → `{message, uri?, conflicts}`: adds what other files hold. */
  importAbbreviations: 'immunogloss.importAbbreviations',
  /**
   * `[uri, style?]` → `{message}`: updates and sorts the manuscript's abbreviation list through `workspace/applyEdit`.
   * Where it has none, `{styles: {style, label}[]}`; asked again with one of them, a new list is written.
   */
  updateList: 'immunogloss.updateList',
  /** `[uri, format]` → the manuscript's abbreviation list: `csv`, `latex`, `myst`, `quarto`, `abbr`, `jats`. */
  exportList: 'immunogloss.exportList',
  /** `[uri]` → whether it was done: accepts all findings in the manuscript, in its baseline. */
  acceptFindings: 'immunogloss.acceptFindings',
  /** `[uri]` → `{short, places, uses, rules, message, uri, range}[]`: its abbreviations, most often flagged first. */
  triage: 'immunogloss.triage',
  /** `[uri]` → `{id, name, description, current, coming, going, weighed}[]`: profiles, and what each would change. */
  profiles: 'immunogloss.profiles',
  /** `[uri, profileId]` → Markdown: the findings that would come and go. */
  previewProfile: 'immunogloss.previewProfile',
  /** `[uri, profileId]` → the URI of the file that says so from now on, through `workspace/applyEdit`; else `null`. */
  switchProfile: 'immunogloss.switchProfile',
} as const;
