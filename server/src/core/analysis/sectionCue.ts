/** What a block's own text says of sections: a heading's name, a label, a caption, a title. */
import { isWhite } from '../prose/scan.ts';
import { type Block, Fill, type Mark, type Role } from '../types.ts';
import { briefNames, closingNames, labelRoleOf, mayOpenWithName, sectionRoleOf } from './sectionNames.ts';

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
  /** All that follows is of its section: "(APPENDIX) Appendix" (bookdown). */
  readonly rest?: boolean;
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
  /** A numbered or emphasised line: the heading of a part of its section. */
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
  rest: true,
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
  /^\s*(?:(?:Abbreviations?|Notes?|Key|Legend)[.:]\s*|\uE000?[*†‡§¶]{1,3}\s?|\uE000{1,24}[a-z*†‡§¶]\uE000{1,24}\s?)?[a-z]{0,2}[A-Z0-9][A-Za-z0-9/+-]{1,11}\s?[,:=]\s[^;.\n]{3,100}(?:;|\.?$|\.\s[A-Z][A-Za-z0-9-]{0,9}[A-Z0-9]\s?[:=])/;
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
  if (section === 'supplement' && name.startsWith('(appendix) ')) return { section, rest: true };
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
  if (kind === 'paragraph') return paragraphCue(block);
  if (kind === 'opaque') return WORDLESS;
  return kind === 'blank' ? BLANK : noted;
}

const NOTHING: SectionCue = Object.freeze({ heading: false, titleLike: false, blank: false });
const WORDLESS: SectionCue = Object.freeze({ ...NOTHING, wordless: true });
const BLANK: SectionCue = Object.freeze({ heading: false, titleLike: false, blank: true });
const PROSE: SectionCue = Object.freeze({ heading: false, titleLike: false, blank: false, prose: true });

/** "Abbreviations used: CRS, …" at the foot of the first page, and what explains a table's abbreviations. */
function footnoteCue(start: string): SectionCue {
  const note = NOTE.test(start.trimEnd()) ? { note: true } : {};
  return labelRoleOf(labelOf(start)) === 'abbreviation-list'
    ? { ...NOTHING, own: 'abbreviation-list', labelled: true, ...note }
    : { ...NOTHING, ...note, footnote: true };
}

function paragraphCue({ masked, marks }: Block): SectionCue {
  const cue = ownParagraphCue(masked, marks);
  return NOTE.test(masked.slice(0, LONGEST_TITLE).trimEnd()) ? { ...cue, note: true } : cue;
}

/** A heading without markup of its own: "**Flow cytometry**", alone on its line. Nothing of it stands outside. */
function isEmphasised(masked: string, trimmed: string, marks: Block['marks'] = []): boolean {
  if (trimmed.length > LONGEST_NAME || !/^[A-Z].*[a-z]/.test(trimmed)) return false;
  const start = masked.indexOf(trimmed);
  const end = start + trimmed.length;
  return marks.some(mark => isEmphasis(mark.kind) && mark.start <= start && mark.end >= end);
}

function isEmphasis(kind: Mark['kind']): boolean {
  return kind === 'strong' || kind === 'emphasis';
}

function ownParagraphCue(masked: string, marks: Block['marks']): SectionCue {
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
  if (titleLike) {
    const isHeading = NUMBERED.test(trimmed) || isEmphasised(masked, trimmed, marks);
    return { ...base, titleLike, ...(isHeading ? { numbered: true } : {}) };
  }
  const isWrapped = mayBeTitle && masked.trim().length < LONGEST_TITLE && trimmed.split('\n').length <= 3;
  return isWrapped ? { ...base, wrapped: true } : base;
}
