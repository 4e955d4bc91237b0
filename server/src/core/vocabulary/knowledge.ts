/** Knowledge: glossary, therapies, references, journal profiles. */
import type { MentionClass, ResetScope } from './manuscript.ts';

/** Where something that we state was read. `reference`: a key of references.json. */
export interface Source {
  readonly reference: string;
  /** Where in it: "Abbreviations", "p. 3", "Table 1". */
  readonly locator?: string;
  /** The day on which it was looked at, ISO 8601. */
  readonly accessed?: string;
}

/** One sense of one short form. */
export interface GlossaryEntry {
  /** kebab-case, unique: `car`, `car-nk`, `pd-1`. */
  readonly id: string;
  readonly short: string;
  /** The usual long form, lower case unless it holds a proper noun, singular. */
  readonly long: string;
  /** Its plural, where it isn't the long form + s. */
  readonly plural?: string;
  /** Other spellings of the short form (`GVHD` for `GvHD`). */
  readonly variants?: readonly string[];
  /** Other accepted long forms. */
  readonly alternatives?: readonly string[];
  /** Long forms known to be wrong, each with why. */
  readonly wrong?: readonly { readonly long: string; readonly note: string }[];
  readonly class: MentionClass;
  /** `therapy`, `cell`, `receptor`, …: shown in the hover. */
  readonly domain: string;
  /** One sentence, in our own words. */
  readonly gloss?: string;
  /** What a reader must know: where a source errs, what differs between fields. */
  readonly note?: string;
  /** What a source prints, verbatim, where it differs from `long`. */
  readonly printed?: string;
  /** Ids of related entries. */
  readonly see?: readonly string[];
  /** The therapy that it names. */
  readonly therapy?: string;
  /** Journals whose published list lets it stand undefined: `JI`, `JEM`, `II`. */
  readonly undefinedIn?: readonly string[];
  /** Words that speak for this sense where a short form has several. */
  readonly context?: readonly string[];
  readonly sources: readonly Source[];
  /** The glossary file that it comes from, where that isn't one of those that ship with us. */
  readonly origin?: Origin;
}

/** A glossary file of somebody's own: the layer that it belongs to, and its URI. `document`: a comment in a manuscript. */
export interface Origin {
  readonly layer: 'user' | 'workspace' | 'folder' | 'document';
  readonly uri: string;
}

export type Topic =
  | 'mechanism'
  | 'manufacturing'
  | 'availability'
  | 'safety'
  | 'efficacy'
  | 'persistence'
  | 'cost'
  | 'indication'
  | 'limitation';

export interface Therapy {
  readonly id: string;
  readonly name: string;
  /** Names and short forms under which a text speaks of it. */
  readonly names: readonly string[];
  readonly summary: string;
  /** A writer's own: spelt as it was written. */
  readonly own?: true;
}

/** A statement about a therapy: never without the place that it rests on. */
export interface TherapyFact {
  readonly id: string;
  readonly therapy: string;
  readonly topic: Topic;
  /** In our own words, one sentence. */
  readonly statement: string;
  /** The sentence of the source, verbatim, where its licence lets it be copied. */
  readonly quotation?: string;
  /** Where it stands. */
  readonly source: Source;
  /** What the source cites for it. Only `verified` references are ever offered for insertion. */
  readonly cites: readonly {
    readonly reference: string;
    readonly supports: 'verified' | 'unverified' | 'off-topic';
    readonly note?: string;
  }[];
  /** Ids of facts that say otherwise, with why. */
  readonly contradicts?: readonly { readonly fact: string; readonly note: string }[];
  /** A writer's own: spelt as it was written. */
  readonly own?: true;
}

/** A CSL-JSON item (citationstyles.org, schema 1.0.2): the fields that we use. `id` is the citation key. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly given?: string;
    readonly literal?: string;
  }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly URL?: string;
  readonly note?: string;
}

/** A form that no biomedical journal asks to define, with the source that says so. */
export interface StandardForm {
  readonly short: string;
  readonly long: string;
  readonly class: MentionClass;
  readonly sources: readonly Source[];
}

/** How loudly a rule speaks. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A journal's own ways: severities and options on top of the rules' defaults, each with its source. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly minimumUses?: number;
  /** Whether a use in a heading is a first use; by default it is none. */
  readonly headingsCount?: boolean;
  /** The parts in which first use begins anew; by default, the abstract. */
  readonly resets?: readonly ResetScope[];
  /** Short forms that the journal's own list lets stand undefined, as it prints them. */
  readonly standard?: readonly string[];
  /** `rule`: a rule's id, or `*` for the profile as a whole. */
  readonly sources: readonly {
    readonly rule: string;
    readonly says: string;
    readonly where: string;
    readonly read?: string;
  }[];
}

/** The knowledge that rules and features ask. Immutable; a reload makes a new one. */
export interface Glossary {
  readonly revision: number;
  /** All senses of a folded key (see `fold`), nearest layer first. Empty where it is unknown. */
  readonly senses: (key: string) => readonly GlossaryEntry[];
  /** The entry whose long form (any accepted one) folds to this. */
  readonly byLongForm: (foldedLong: string) => readonly GlossaryEntry[];
  /** The standard form with exactly this spelling. */
  readonly standard: (short: string) => StandardForm | undefined;
  /** Whether this is, with exactly this case, an approved human gene symbol (HGNC). */
  readonly isGeneSymbol: (symbol: string) => boolean;
  readonly entries: readonly GlossaryEntry[];
  /** What its entries are searched by; made when it is first asked for. */
  readonly keys: () => GlossaryKeys;
  readonly therapies: readonly Therapy[];
  /** The therapy that goes by this name or short form, folded as a long form is (see `foldLong`). */
  readonly therapyNamed: (foldedName: string) => Therapy | undefined;
  /** All words of which the names are made that `therapyNamed` knows. */
  readonly therapyWords: () => ReadonlySet<string>;
  readonly facts: readonly TherapyFact[];
  readonly references: ReadonlyMap<string, Reference>;
}

/**
 * The folded forms of entries, in the order of their code units, then of the glossary, then of their kinds. Rows count
 * from 0.
 */
export interface GlossaryKeys {
  readonly count: number;
  readonly textAt: (row: number) => string;
  /** Below 0 where the key comes before this text, above 0 where behind it. */
  readonly compareAt: (row: number, text: string) => number;
  /** What the key is of its entry: a short form (0), a part of a hyphenated one (1), a long form (2). */
  readonly kindAt: (row: number) => 0 | 1 | 2;
  /** The place of the key's entry in the glossary: nearer layers have lower numbers. */
  readonly orderAt: (row: number) => number;
  readonly entryAt: (row: number) => GlossaryEntry;
}
