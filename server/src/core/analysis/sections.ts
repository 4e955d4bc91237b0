import type { Role } from '../types.ts';
import { isDisplay } from './roles.ts';
import type { SectionCue } from './sectionCue.ts';
import { abstractParts } from './sectionNames.ts';

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
