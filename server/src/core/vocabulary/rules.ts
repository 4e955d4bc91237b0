/** Rules, what they report, and what they go by (immunogloss.yaml, with an editor’s personal settings on top). */

import type { Analysis } from './extraction.ts';
import type { Glossary, Severity } from './knowledge.ts';
import type { Abbreviation, FirstUse, Manuscript, MentionClass, Written } from './manuscript.ts';
import type { Span } from './text.ts';

/** A change of one document. Spans are absolute, in the text of the analysed version. */
export interface TextEdit extends Span {
  readonly uri: string;
  readonly newText: string;
}

/** An edit of a text that is known without its address. */
export type Insertion = Omit<TextEdit, 'uri'>;

/** A quick fix. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that a writer would pick blind. At most one of a finding's fixes. */
  readonly preferred?: boolean;
  /** It puts a definition where the reading order wants it, or shortens a repeated one. */
  readonly places?: boolean;
  /** The id of the reference that its one edit cites: whoever applies it may add that to the bibliography. */
  readonly cites?: string;
}

/** A place elsewhere that explains a finding. */
export interface Related extends Span {
  readonly uri: string;
  readonly message: string;
}

/** What a rule reports. The runner stamps rule id and severity, and builds the `Diagnostic`. */
export interface Finding extends Span {
  readonly analysis: Analysis;
  /** The short form that it is about. */
  readonly short: string;
  /** Stable name of this finding inside its manuscript: the same as long as it is about the same thing. */
  readonly identity: string;
  readonly message: string;
  /** Lowers the severity to `hint`: we aren't sure. */
  readonly doubtful?: boolean;
  readonly related?: readonly Related[];
  /** Made only when somebody asks. */
  readonly fixes?: () => readonly Fix[];
}

/** A finding with its rule and severity. */
export interface Diagnostic extends Finding {
  /** The same object in every version in which nothing about it differs but the places of the blocks that it names. */
  readonly remembered?: object;
  readonly rule: string;
  readonly severity: Severity;
}

/** What a style guide says, in our words. */
export interface RuleSource {
  readonly says: string;
  /** Where it stands. */
  readonly where: string;
  /** From where it was taken, where the guide itself could not be read. */
  readonly through?: string;
  /** The day on which it was read there, ISO 8601; none where it was not read. */
  readonly read?: string;
}

/** A rule: metadata and a pure generator. Its id is file name, setting, diagnostic code and fixture name. */
export interface Rule {
  readonly id: string;
  /** One sentence for settings and documentation. */
  readonly summary: string;
  /** The severity under the `default` profile; `off` where it must be asked for. */
  readonly severity: Severity | 'off';
  /** What style guides say of it, the one that says it best first. */
  readonly sources?: readonly RuleSource[];
  /** Its preferred fixes change no meaning: they may be applied unseen. */
  readonly safe?: boolean;
  /**
   * What it says of one abbreviation. Remembered for as long as the abbreviation's `state` is the same: it
   * depends on that abbreviation, the blocks that it stands in, and the context alone. Fixes may look farther.
   */
  readonly each?: (abbreviation: Abbreviation, context: AbbreviationContext) => readonly Finding[];
  /**
   * In text, `each` looks no farther than `NEAR` (see moved.ts) around the mentions, definitions and long forms of the
   * abbreviation: an edit farther away only moves what it found. Of whole paragraphs it may ask what `longFormsOf` says.
   */
  readonly near?: boolean;
  /** It says something of abbreviations alone that the manuscript defines somewhere: of others, `each` isn't asked. */
  readonly ofDefined?: boolean;
  /** What it says of the manuscript as a whole. Asked at every version, so it should look at little. */
  readonly check?: (context: RuleContext) => Iterable<Finding>;
  /**
   * All that `check` goes by: as long as that is the same, item by item, what it found before is remembered. Its fixes may go
   * by more. To be given where it takes far less work than `check`.
   */
  readonly goesBy?: (manuscript: Manuscript) => readonly unknown[];
}

export interface AbbreviationContext {
  /** For fixes alone: what a rule finds of one abbreviation must not depend on the others. */
  readonly manuscript: Manuscript;
  readonly written: Written;
  readonly glossary: Glossary;
  readonly configuration: Configuration;
}

export interface RuleContext extends AbbreviationContext {
  readonly ignores: Ignores;
}

/** A comment in a manuscript by which its writer silences findings. Its span is the comment's, absolute. */
export interface Ignore extends Span {
  readonly analysis: Analysis;
  /** What stands behind `immunogloss-`: `ignore`, `ignore-next-line`, … */
  readonly command: string;
  /** The short forms and rule ids that it names, as written. */
  readonly names: readonly string[];
}

/** The comments of one manuscript; they remember what they have silenced. */
export interface Ignores {
  readonly covers: (finding: Finding, rule: string) => boolean;
  /** The comments that have silenced nothing, or have names that did not (`idle`), in reading order. */
  readonly unused: () => readonly { readonly ignore: Ignore; readonly idle: readonly string[] }[];
}

export interface Configuration {
  /** Per rule: a severity, `off`, or `default` for the profile's own. */
  readonly rules: Readonly<Record<string, Severity | 'off' | 'default'>>;
  /** Short forms that are never reported (as written; compared folded). */
  readonly ignore: readonly string[];
  /** What is ignored by more than a short form: a pattern, a class, a path, a scope, a rule. */
  readonly isIgnored?: (finding: IgnoredFinding) => boolean;
  /** Short forms that the journal's own list lets stand undefined, exactly so written. */
  readonly standard?: ReadonlySet<string>;
  /** What counts as a first use; by default, headings don't, and the abstract is a scope of its own. */
  readonly firstUse?: FirstUse;
  /** Uses below which an abbreviation should be spelled out instead. PLOS: 3. */
  readonly minimumUses: number;
}

/** A finding as an ignore of the project file sees it. */
export interface IgnoredFinding {
  readonly rule: string;
  readonly short: string;
  /** The short form, folded. */
  readonly key: string;
  readonly class: MentionClass | undefined;
  /** Of the block that it stands in: `abstract`, `main` for running text, else the role. */
  readonly scope: string;
  readonly uri: string;
}
