/**
 * Gives every block its role in the manuscript: the same for all formats. A format says what a block is by
 * its markup (heading, caption, table); here its section decides what that means.
 */
import { isWhite } from '../prose/scan.ts';
import { type Block, Fill, type Role } from '../types.ts';
import { isDisplay } from './roles.ts';
import {
  abstractParts,
  briefNames,
  closingNames,
  labelRoleOf,
  mayOpenWithName,
  sectionRoleOf,
} from './sectionNames.ts';

/** What a block's text says of roles, whatever stands around it. Cached with the block. */
export interface SectionCue {
  /** It is, or may be (a bare line), the heading of a section with this role. */
  readonly section?: Role;
  /** The name of a section of the main text or an abstract. */
  readonly name?: string;
  /** A summary's name that closes a chapter as often as it opens a paper. */
  readonly closing?: boolean;
  /** It speaks for itself alone: a label at its start ("Keywords: …"), or what the format says. */
  readonly own?: Role;
  /** What it says of itself is a label at its start. */
  readonly labelled?: boolean;
  /** It is a paragraph with words in it. */
  readonly prose?: boolean;
  /** It begins as the notes below a table do: "CRS, cytokine release syndrome; ICANS, …". */
  readonly note?: boolean;
  /** A footnote by its markup. */
  readonly footnote?: boolean;
  /** The section is one paragraph long, and the main text may follow without a heading. */
  readonly brief?: boolean;
  /** Level of the heading; a bare line has none. */
  readonly level?: number;
  /** A heading by its markup, whatever its name. */
  readonly heading: boolean;
  /** One short line without a full stop: what a title looks like. */
  readonly titleLike: boolean;
  /** The same over up to three lines: a title that is wrapped. */
  readonly wrapped?: boolean;
  /** A numbered line: the heading of a part of its section. */
  readonly numbered?: boolean;
  readonly blank: boolean;
  /** Code, a comment, the line that closes a directive: nothing to read. */
  readonly wordless?: boolean;
}

/** Whether two blocks say the same of roles. */
export function isSameCue(one: SectionCue, other: SectionCue): boolean {
  return CUES.every(name => one[name] === other[name]);
}

const FIELDS: Readonly<Record<keyof SectionCue, true>> = {
  section: true,
  name: true,
  closing: true,
  own: true,
  labelled: true,
  prose: true,
  brief: true,
  note: true,
  footnote: true,
  level: true,
  heading: true,
  titleLike: true,
  wrapped: true,
  numbered: true,
  blank: true,
  wordless: true,
};
const CUES = Object.keys(FIELDS) as readonly (keyof SectionCue)[];

/** "1. ", "2.3 | ", "IV. ", "A) ", "Chapter 2: " before a section's name. */
const NUMBERING =
  /^(?:(?:chapter|part|section)\s+)?(?:\d+(?:\.\d+)*[.):]?|[IVX]+[.:]|[A-H][.)])\s+(?:[|–—-]\s+)?/i;
const CAPTION =
  /^\s*(?:(?:(?:Supplementary|Supplemental|Supporting|Extended Data|Online)\s+)?(?:Figure|Fig\.?|Table|Scheme|Box|Movie|Video|Algorithm)\s+S?\d{1,3}[A-Za-z]?\s?[.:|—–]|S\d{1,3}\s(?:Figure|Fig|Table|File|Text|Appendix|Data|Dataset|Movie|Video|Protocol|Checklist)[.:])/;
/** "**Fig. 1 CAR design.**", "Table 2 Characteristics of patients": no verb, but a capitalised word behind the number. */
const UNMARKED_CAPTION =
  /^\s*(?:(?:Supplementary|Supplemental|Extended Data)\s+)?(?:Figure|Fig\.?|Table)\s+S?\d{1,3}\s+[A-Z][A-Za-z]/;
/** "2.1 Patients", alone on its line. A number of three parts is opaque, as a version's is. */
const NUMBERED = /^(?:\uFFFC{5,8}|\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?:[|–—-]\s+)?[A-Z][^\n\r]{1,140}$/;
const LABEL = /^\s*([A-Za-z][A-Za-z'’,&/ -]{2,90})[:.—–]\s/;
/**
 * A short form with its long form, before the next one or as the whole: what explains a table's abbreviations below it,
 * behind a label or a note's mark.
 */
const NOTE =
  /^\s*(?:(?:Abbreviations?|Notes?|Key|Legend)[.:]\s*|\uE000?[*†‡§¶]{1,3}\s?|\uE000{1,24}[a-z*†‡§¶]\uE000{1,24}\s?)?[a-z]{0,2}[A-Z0-9][A-Za-z0-9/+-]{1,11}\s?[,:=]\s[^;.\n]{3,100}(?:;|\.?\s{0,4}$|\.\s[A-Z][A-Za-z0-9-]{0,9}[A-Z0-9]\s?[:=])/;
const LONGEST_NAME = 100;
const LONGEST_TITLE = 300;

/** A heading's text: what stands behind it and is no prose, a label or a note, is none of its name. */
function plain(masked: string): string {
  let end = masked.length;
  while (end > 0 && (masked.charAt(end - 1) === Fill.opaque || isWhite(masked.charCodeAt(end - 1)))) end--;
  return masked.slice(0, end).replaceAll(Fill.transparent, '').replace(/\s+/g, ' ').trim();
}

/** What a paragraph begins with before a colon and the like, where it may be a section's name. */
function labelOf(start: string): string {
  if (!mayOpenWithName(start.trimStart())) return '';
  const label = LABEL.exec(start)?.[1];
  return label === undefined ? '' : sectionName(label);
}

/** "2. Materials & Methods (online):" as the tables have it. */
function sectionName(text: string): string {
  return text
    .replace(NUMBERING, '')
    .replace(/[:.?]{1,2}$/, '')
    .replace(/\s?\([^()]{0,60}\)$/, '')
    .replace(/\s?[&/]\s?/g, ' and ')
    .replace(/’/g, "'")
    .trim()
    .toLowerCase();
}

function named(name: string, section: Role | undefined): Partial<SectionCue> {
  if (section === undefined) return {};
  if (section === 'body' || name === 'footnotes') return { section, name };
  if (section !== 'abstract') return { section };
  const brief = briefNames.has(name) ? { brief: true } : {};
  return { section, name, ...(closingNames.has(name) ? { closing: true } : {}), ...brief };
}

/** Reads the cue of a block. Looks at a bounded stretch of its beginning. */
export function sectionCue(block: Block): SectionCue {
  const { kind, masked } = block;
  if (kind === 'heading') {
    const name = sectionName(plain(masked.slice(0, LONGEST_TITLE)));
    const section = sectionRoleOf(name, true);
    return {
      heading: true,
      level: block.level ?? 1,
      titleLike: false,
      blank: false,
      ...named(name, section),
      ...(block.role === undefined ? {} : { own: block.role }),
    };
  }
  const noted = kind === 'footnote' ? footnoteCue(masked.slice(0, LONGEST_TITLE)) : NOTHING;
  if (noted.own !== undefined) return noted;
  if (block.role !== undefined) {
    const cue = kind === 'opaque' ? WORDLESS : kind === 'blank' ? BLANK : NOTHING;
    return { ...cue, own: block.role };
  }
  if (kind === 'caption' || kind === 'table' || kind === 'metadata') return { ...NOTHING, own: kind };
  if (kind === 'paragraph') return paragraphCue(masked);
  if (kind === 'opaque') return WORDLESS;
  return kind === 'blank' ? BLANK : noted;
}

const NOTHING: SectionCue = Object.freeze({ heading: false, titleLike: false, blank: false });
const WORDLESS: SectionCue = Object.freeze({ ...NOTHING, wordless: true });
const BLANK: SectionCue = Object.freeze({ heading: false, titleLike: false, blank: true });
const PROSE: SectionCue = Object.freeze({ heading: false, titleLike: false, blank: false, prose: true });

/** "Abbreviations used: CRS, …" at the foot of the first page, and what explains a table's abbreviations. */
function footnoteCue(start: string): SectionCue {
  const note = NOTE.test(start) ? { note: true } : {};
  return labelRoleOf(labelOf(start)) === 'abbreviation-list'
    ? { ...NOTHING, own: 'abbreviation-list', labelled: true, ...note }
    : { ...NOTHING, ...note, footnote: true };
}

function paragraphCue(masked: string): SectionCue {
  const cue = ownParagraphCue(masked);
  return NOTE.test(masked.slice(0, LONGEST_TITLE)) ? { ...cue, note: true } : cue;
}

function ownParagraphCue(masked: string): SectionCue {
  const start = masked.slice(0, LONGEST_TITLE);
  const trimmed = start.trim();
  const oneLine =
    !/[\n\r]/.test(trimmed) && (masked.length <= LONGEST_TITLE || masked.trimEnd().length <= LONGEST_TITLE);
  if (oneLine && trimmed.length <= LONGEST_NAME) {
    const name = sectionName(plain(trimmed));
    const section = sectionRoleOf(name, false);
    if (section !== undefined) return { ...NOTHING, ...named(name, section) };
  }
  if (CAPTION.test(start) || UNMARKED_CAPTION.test(start)) return { ...NOTHING, own: 'caption' };
  const label = labelOf(start);
  const own = labelRoleOf(label);
  if (own !== undefined) {
    return { ...NOTHING, own, labelled: true, ...(closingNames.has(label) ? { closing: true } : {}) };
  }
  const mayBeTitle = trimmed.length > 0 && !/[.;,]$/.test(trimmed);
  const titleLike = oneLine && mayBeTitle;
  const prose = /[a-z]/.test(start);
  const base = prose ? PROSE : NOTHING;
  if (titleLike) return { ...base, titleLike, ...(NUMBERED.test(trimmed) ? { numbered: true } : {}) };
  const isWrapped = mayBeTitle && masked.trim().length < LONGEST_TITLE && trimmed.split('\n').length <= 3;
  return isWrapped ? { ...base, wrapped: true } : base;
}

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
  const roles: Role[] = new Array(cues.length);
  const frontEnd = within === 'body' ? frontMatterEnd(cues) : 0;
  let section = within;
  let level = 0;
  let titled = false;
  /** The abstract, where parts of it may follow. */
  let abstract: Abstract | undefined;
  /** A section of the main text has begun: a summary after it is the main text's. */
  let begun = false;
  let headings = 0;
  /** In a section of one paragraph, which hasn't come yet. */
  let isBrief = false;
  /** Something stands already below the heading of the keywords. */
  let hasKeywords = false;
  /** The format has called something a supplement, and the section began behind that. */
  let hasSupplement = false;
  let isInSupplement = false;
  /** The section is named for the footnotes that stand there. */
  let isOfNotes = false;
  /** The last block with text is a table, its caption, or a note below one. */
  let isBelowTable = false;
  for (let index = 0; index < cues.length; index++) {
    let cue = cues[index]!;
    if (cue.closing === true) {
      // "Summary." that is no heading: below the title an abstract, further down a part of its section.
      if (!cue.heading && headings > 1) cue = { heading: false, titleLike: false, blank: false };
      else if (begun) cue = { ...cue, section: 'body' };
    }
    if (cue.heading) headings++;
    if (index < frontEnd) {
      // A second heading there is a subtitle.
      const title =
        (cue.heading && cue.section === undefined) || (!titled && (cue.titleLike || cue.wrapped === true));
      if (title || (cue.own === 'title' && cue.wordless !== true)) titled = true;
      const other = cue.section === undefined ? 'authors' : 'heading';
      roles[index] = title ? 'title' : (cue.own ?? (cue.blank ? 'body' : other));
      continue;
    }
    if (!cue.heading && (cue.own === 'body' || (cue.own === 'abstract' && section === 'authors'))) {
      section = 'body';
      level = 0;
      abstract = undefined;
    }
    if (abstract !== undefined && section === 'abstract' && isPart(cue, abstract, level)) {
      abstract.parts.add(cue.name!);
      roles[index] = 'heading';
      continue;
    }
    if (cue.section === 'abstract') abstract = { parts: new Set(), isWhole: false };
    else if (cue.own === 'keywords' || cue.section !== undefined) abstract = undefined;
    else if (abstract?.parts.size === 0 && !cue.blank) abstract.isWhole = true;
    if (cue.section === 'body' && section !== 'abstract') begun = true;
    if (cue.section === 'keywords') hasKeywords = false;
    if (cue.section !== undefined || cue.heading) isOfNotes = cue.name === 'footnotes';
    if (cue.section !== undefined || cue.heading) isBrief = cue.section === 'abstract' && cue.brief === true;
    if (cue.own === 'supplement') hasSupplement = true;
    if (cue.heading) {
      const depth = cue.level ?? 1;
      isInSupplement = hasSupplement;
      if (cue.section !== undefined) {
        // "Methods" below "Supplement" is the supplement's; below "Abbreviations" it has only the wrong level.
        const nested = cue.section === 'body' && level > 0 && depth > level && HOLDS.has(section);
        if (!nested) {
          section = cue.section;
          level = depth;
        }
      } else if (level === 0 || depth <= level || section === 'keywords' || section === 'running-title') {
        section = 'body';
        level = depth;
      }
      roles[index] = cue.own ?? 'heading';
      continue;
    }
    if (cue.section !== undefined) {
      section = cue.section;
      // No heading by its markup can be a part of it.
      level = 0;
      roles[index] = 'heading';
      continue;
    }
    // Behind the keywords, a paragraph is the text's.
    if (section === 'keywords' && cue.own === undefined && !cue.blank) {
      if (hasKeywords && cue.prose === true && !cue.titleLike) section = 'body';
      hasKeywords = true;
    }
    if (cue.numbered === true && (section === 'body' || section === 'abstract' || section === 'supplement')) {
      roles[index] = 'heading';
      continue;
    }
    if (cue.note === true && isBelowTable && section !== 'abbreviation-list') roles[index] = 'table';
    else if (cue.own !== undefined && (!SWALLOWS.has(section) || stands(cue, section, isInSupplement)))
      roles[index] = cue.own;
    else roles[index] = cue.footnote === true && (section === 'body' || isOfNotes) ? 'footnote' : section;
    if (!cue.blank && cue.wordless !== true)
      isBelowTable = roles[index] === 'table' || (isBelowTable && roles[index] === 'caption');
    if (isBrief && cue.prose === true) {
      section = 'body';
      isBrief = false;
    }
  }
  return roles;
}

/** Paragraphs before an abstract, at most: the rest of a long preamble or of comments is none. */
const LONGEST_FRONT = 40;

/** Sections that may stand between a title and its abstract. */
const FRONT: ReadonlySet<Role> = new Set<Role>(['authors', 'keywords', 'running-title']);

/** Index of the abstract's heading where only a title, authors and the like stand before it; else 0, or 1 past a title. */
function frontMatterEnd(cues: readonly SectionCue[]): number {
  let first = -1;
  let headings = 0;
  let seen = 0;
  let last = -1;
  let lastHeading = -1;
  for (let index = 0; index < cues.length && seen < LONGEST_FRONT; index++) {
    const cue = cues[index]!;
    if (cue.section === 'abstract' || (cue.own === 'abstract' && !cue.heading)) {
      // "Summary" below a part of a chapter is that part's.
      if (headings > 1 && cue.closing === true) break;
      return cue.own === 'abstract' && first < 0 ? 0 : index;
    }
    if (cue.section !== undefined) {
      if (!FRONT.has(cue.section) || first < 0) break;
      continue;
    }
    if (cue.blank || cue.wordless === true || cue.own === 'metadata') continue;
    seen++;
    if (cue.heading) {
      // A preamble and a title page may each have the title; a subtitle stands right below it.
      const isSecond = headings === 1 && (cue.own === 'title' || last === lastHeading);
      if (headings > 0 && !isSecond) break;
      if (cue.own !== 'title' || headings === 0) headings++;
      lastHeading = index;
    }
    last = index;
    if (first < 0) first = index;
  }
  // "# The title", then the text.
  const opening = first < 0 ? undefined : cues[first]!;
  const single =
    opening?.heading === true &&
    opening.level === 1 &&
    opening.section === undefined &&
    !cues.slice(first + 1).some(cue => cue.heading && cue.level === 1);
  return single ? first + 1 : 0;
}
