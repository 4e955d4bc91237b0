import type { Role } from '../types.ts';
import { isDisplay } from './roles.ts';
import type { SectionCue } from './sectionCue.ts';
import { abstractParts } from './sectionNames.ts';
import { titlePageEnd } from './titlePage.ts';

/** Sections whose paragraphs all have the section's role, captions and tables included. */
const SWALLOWS: ReadonlySet<Role> = new Set([
  'references',
  'abbreviation-list',
  'authors',
  'back-matter',
  'keywords',
]);

/** What is known of an abstract while it is read. */
interface Abstract {
  /** The parts seen so far. */
  readonly parts: Set<string>;
  /** It began with text: what follows at its own level is no part of it. */
  isWhole: boolean;
}

/** Whether a section's name is that of a part of an abstract whose heading has this level (0: none). */
function isPart({ name, level = 0 }: SectionCue, { parts, isWhole }: Abstract, above: number): boolean {
  if (name === undefined || parts.has(name)) return false;
  const isBelow = above > 0 && level > above;
  return abstractParts.has(name)
    ? isBelow || (!isWhole && (level === 0 || level >= above))
    : isBelow && !isWhole;
}

/** Sections whose headings may be told by their numbers alone. */
const NUMBERED: ReadonlySet<Role> = new Set(['body', 'abstract', 'supplement']);

/** Sections that have "Methods" of their own. */
const HOLDS: ReadonlySet<Role> = new Set(['supplement', 'box', 'caption']);

/**
 * Whether a block's own role holds in such a section too: what the format says, but for what is there anyway; "Funding: …"
 * behind a list of abbreviations; an abstract behind the authors. What the format calls a supplement has sections of its own.
 */
function stands({ own, labelled }: SectionCue, section: Role, isInSupplement: boolean): boolean {
  if (own === undefined || isDisplay(own)) return false;
  if (own === 'supplement' && isInSupplement) return false;
  return labelled !== true || SWALLOWS.has(own) || section === 'authors';
}

/**
 * The roles of a document's blocks, in order. Linear in the number of blocks.
 *
 * A section lasts until the next heading of its level or above, the next section name on a bare line, or where the
 * format says that the main text begins.
 * "Background", "Methods", "Results" right below the abstract's heading are its parts, each once; the same
 * name again, or keywords between, opens the main text.
 * What stands before the abstract (and isn't the title) is authors, affiliations and dates. What explains a table's
 * abbreviations right below it is a part of the table.
 * @param within the section that the document stands in, where another one includes it
 */
export function assignRoles(cues: readonly SectionCue[], within: Role = 'body'): Role[] {
  const end = within === 'body' ? titlePageEnd(cues) : 0;
  const sections = new Sections(within);
  return cues.map((cue, index) => (index < end ? sections.roleOnTitlePage(cue) : sections.roleInText(cue)));
}

/** What is known of the sections while blocks are walked from the first to the last. */
class Sections {
  #section: Role;
  /** Of the heading that opened the section; 0: none did. */
  #level = 0;
  #headings = 0;
  /** The title was seen. */
  #isTitled = false;
  /** The abstract, where parts of it may follow. */
  #abstract: Abstract | undefined;
  /** A section of the main text has begun: a summary after it is the main text's. */
  #hasBegun = false;
  /** In a section of one paragraph, which hasn't come yet. */
  #isBrief = false;
  /** Something stands already below the heading of the keywords. */
  #hasKeywords = false;
  /** The last block with text is of the abstract; so was the one in front of the keywords' heading. */
  #isAbstract = false;
  #isKeywordsOfAbstract = false;
  /** The format has called something a supplement, and the section began behind that. */
  #hasSupplement = false;
  #isInSupplement = false;
  /** What a section of the main text would be: a supplement behind the appendix's heading. */
  #main: Role = 'body';
  /** The section is named for the footnotes that stand there. */
  #isOfNotes = false;
  /** The last block with text is a table, its caption, or a note below one. */
  #isBelowTable = false;

  constructor(within: Role) {
    this.#section = within;
  }

  roleOnTitlePage(cue: SectionCue): Role {
    if (cue.heading) this.#headings++;
    // A second heading there is a subtitle.
    const isTitle =
      (cue.heading && cue.section === undefined && cue.own !== 'running-title') ||
      (!this.#isTitled && (cue.titleLike || cue.wrapped === true));
    if (isTitle || (cue.own === 'title' && cue.wordless !== true)) this.#isTitled = true;
    if (isTitle) return 'title';
    const other = cue.section === undefined ? 'authors' : 'heading';
    return cue.own ?? (cue.blank ? 'body' : other);
  }

  roleInText(given: SectionCue): Role {
    const cue = given.closing === true ? this.#closing(given) : given;
    if (cue.heading) this.#headings++;
    if (!cue.heading && (cue.own === 'body' || (cue.own === 'abstract' && this.#section === 'authors'))) {
      this.#enter('body', 0);
      this.#abstract = undefined;
    }
    if (this.#abstract !== undefined && this.#section === 'abstract') {
      if (isPart(cue, this.#abstract, this.#level)) {
        this.#abstract.parts.add(cue.name!);
        return 'heading';
      }
    }
    this.#notice(cue);
    if (cue.heading) return this.#roleOfHeading(cue);
    if (cue.section !== undefined) {
      // No heading by its markup can be a part of it.
      this.#enter(cue.section, 0);
      return 'heading';
    }
    return this.#roleOfText(cue);
  }

  /** "Summary." that is no heading: below the title an abstract, further down a part of its section. */
  #closing(cue: SectionCue): SectionCue {
    if (!cue.heading && this.#headings > 1) return { heading: false, titleLike: false, blank: false };
    return this.#hasBegun ? { ...cue, section: 'body' } : cue;
  }

  #enter(section: Role, level: number): void {
    this.#section = section;
    this.#level = level;
  }

  /** Remembers what a block says of those behind it. */
  #notice(cue: SectionCue): void {
    if (cue.section === 'abstract') this.#abstract = { parts: new Set(), isWhole: false };
    else if (cue.own === 'keywords' || cue.section !== undefined) this.#abstract = undefined;
    else if (this.#abstract?.parts.size === 0 && !cue.blank && cue.wordless !== true)
      this.#abstract.isWhole = true;
    if (cue.section === 'body' && this.#section !== 'abstract') this.#hasBegun = true;
    if (cue.section === 'keywords') {
      this.#hasKeywords = false;
      this.#isKeywordsOfAbstract = this.#isAbstract;
    }
    if (cue.section !== undefined || cue.heading) {
      this.#isOfNotes = cue.name === 'footnotes';
      this.#isBrief = cue.section === 'abstract' && cue.brief === true;
    }
    if (cue.own === 'supplement') this.#hasSupplement = true;
    if (cue.rest === true) this.#main = 'supplement';
    if (cue.heading) this.#isInSupplement = this.#hasSupplement;
  }

  #roleOfHeading({ own, section, level = 1 }: SectionCue): Role {
    const isAbove = this.#level === 0 || level <= this.#level;
    if (section !== undefined) {
      // "Methods" below "Supplement" is the supplement's; below "Abbreviations" it has only the wrong level.
      const isNested = section === 'body' && !isAbove && HOLDS.has(this.#section);
      if (!isNested) this.#enter(section === 'body' ? this.#main : section, level);
    } else if (isAbove || this.#section === 'keywords' || this.#section === 'running-title') {
      this.#enter(this.#main, level);
    }
    return own ?? 'heading';
  }

  #roleOfText(cue: SectionCue): Role {
    // Behind the keywords, a paragraph is the text's.
    if (this.#section === 'keywords' && cue.own === undefined && !cue.blank && cue.wordless !== true) {
      if (this.#hasKeywords && cue.prose === true && !cue.titleLike) this.#section = 'body';
      this.#hasKeywords = true;
    }
    if (cue.numbered === true && NUMBERED.has(this.#section)) return 'heading';
    const role = this.#roleByItself(cue);
    if (!cue.blank && cue.wordless !== true) {
      this.#isAbstract = role === 'abstract';
      this.#isBelowTable = role === 'table' || (this.#isBelowTable && role === 'caption');
    }
    if (this.#isBrief && cue.prose === true) {
      this.#section = 'body';
      this.#isBrief = false;
    }
    return role;
  }

  /** Whether a footnote that stands there is one: of the main text, at the end of a file behind its list of abbreviations too. */
  #holdsNotes({ note }: SectionCue): boolean {
    const section = this.#section;
    return section === 'body' || this.#isOfNotes || (section === 'abbreviation-list' && note !== true);
  }

  #roleByItself(cue: SectionCue): Role {
    const section = this.#section;
    if (cue.note === true && this.#isBelowTable && section !== 'abbreviation-list') return 'table';
    // \begin{abstract} … \section{Keywords:} … \end{abstract}
    if (section === 'keywords' && cue.own === 'abstract' && this.#isKeywordsOfAbstract) return section;
    const isOwn = !SWALLOWS.has(section) || stands(cue, section, this.#isInSupplement);
    if (cue.own !== undefined && isOwn) return cue.own;
    return cue.footnote === true && this.#holdsNotes(cue) ? 'footnote' : section;
  }
}
