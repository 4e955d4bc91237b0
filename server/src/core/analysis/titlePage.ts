import type { Role } from '../types.ts';
import type { SectionCue } from './sectionCue.ts';

/** Paragraphs before an abstract, at most: the rest of a long preamble or of comments is none. */
const LONGEST_FRONT = 40;

/** Sections that may stand between a title and its abstract. */
const FRONT: ReadonlySet<Role> = new Set<Role>(['authors', 'keywords', 'running-title']);

/** Index of the abstract's heading where only a title, authors and the like stand before it; else 0, or 1 past a title. */
export function titlePageEnd(cues: readonly SectionCue[]): number {
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
