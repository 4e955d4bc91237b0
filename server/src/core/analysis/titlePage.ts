import type { Role } from '../types.ts';
import type { SectionCue } from './sectionCue.ts';

/** Paragraphs before an abstract, at most: the rest of a long preamble or of comments is none. */
const LONGEST_FRONT = 40;

/** Sections that may stand between a title and its abstract. */
const FRONT: ReadonlySet<Role> = new Set<Role>(['authors', 'keywords', 'running-title']);

/** What was read of a title page: places count in cues, -1 for none. */
interface TitlePage {
  /** The first thing on it, and the last one, sections apart. */
  first: number;
  last: number;
  lastHeading: number;
  headings: number;
  /** How many things it has. */
  size: number;
}

/** Index of the abstract's heading where only a title, authors and the like stand before it; else 0, or 1 past a title. */
export function titlePageEnd(cues: readonly SectionCue[]): number {
  const page: TitlePage = { first: -1, last: -1, lastHeading: -1, headings: 0, size: 0 };
  for (let index = 0; index < cues.length && page.size < LONGEST_FRONT; index++) {
    const cue = cues[index]!;
    if (isAbstract(cue)) {
      // "Summary" below a part of a chapter is that part's.
      if (page.headings > 1 && cue.closing === true) break;
      return cue.own === 'abstract' && page.first < 0 ? 0 : index;
    }
    if (!mayPrecede(cue, index, page)) break;
  }
  return isTitle(cues, page.first) ? page.first + 1 : 0;
}

const isAbstract = ({ section, own, heading }: SectionCue): boolean =>
  section === 'abstract' || (own === 'abstract' && !heading);

/** Whether this may stand before an abstract; notes it on the title page. */
function mayPrecede(cue: SectionCue, index: number, page: TitlePage): boolean {
  if (cue.section !== undefined) return FRONT.has(cue.section) && page.first >= 0;
  if (cue.blank || cue.wordless === true || cue.own === 'metadata') return true;
  page.size++;
  if (cue.heading) {
    // A preamble and a title page may each have the title; a subtitle stands right below it.
    const isSecond = page.headings === 1 && (cue.own === 'title' || page.last === page.lastHeading);
    if (page.headings > 0 && !isSecond) return false;
    if (cue.own !== 'title' || page.headings === 0) page.headings++;
    page.lastHeading = index;
  }
  page.last = index;
  if (page.first < 0) page.first = index;
  return true;
}

/** "# The title", then the text: the only heading of its level. */
function isTitle(cues: readonly SectionCue[], index: number): boolean {
  const cue = cues[index];
  return (
    cue?.heading === true &&
    cue.level === 1 &&
    cue.section === undefined &&
    !cues.slice(index + 1).some(({ heading, level }) => heading && level === 1)
  );
}
