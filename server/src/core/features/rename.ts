/**
 * Rename an abbreviation: uses, plurals, compounds, definitions and list, over all files of its manuscript, and the
 * glossary files of its workspace.
 */
import { type NewName, renameInLayer } from '../glossary/layerRename.ts';
import { fold } from '../glossary/normalize.ts';
import { nameOf } from '../project/addresses.ts';
import type { Abbreviation, Manuscript, Mention, Span, TextEdit } from '../types.ts';

/** What stands at a place, and how it reads without its plural ending. */
export interface Renameable extends Span {
  readonly short: string;
}

/** The use at an offset of a document that can be renamed; undefined where there is none, or a macro writes it. */
export function renameableAt(manuscript: Manuscript, uri: string, offset: number): Renameable | undefined {
  const found = useAt(manuscript, uri, offset);
  if (found === undefined) return undefined;
  const { start, end } = stemOf(found.mention);
  return { start, end, short: found.mention.surface };
}

/** A glossary file that goes by what the manuscript says. */
export interface GlossaryText {
  readonly uri: string;
  readonly text: string;
}

/** Control characters, line ends, halves of characters (general categories of Unicode). */
const isUnwritable = (text: string): boolean => /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);

/**
 * The edits that rename the abbreviation at an offset. Plural and possessive endings stay.
 * @param glossaries the workspace's own, in which the short form is renamed too
 * @returns undefined where nothing stands there, or where the new name can't be one: empty, with white space at its ends,
 *   on several lines, with signs that nobody can see or save
 */
export function rename(
  manuscript: Manuscript,
  uri: string,
  offset: number,
  newShort: string,
  glossaries: readonly GlossaryText[] = [],
): readonly TextEdit[] | undefined {
  const found = useAt(manuscript, uri, offset);
  if (found === undefined || newShort === '' || newShort.trim() !== newShort) return undefined;
  if (isUnwritable(newShort)) return undefined;
  const edits = new Map<string, TextEdit>();
  for (const mention of found.abbreviation.mentions) {
    if (mention.token.key !== undefined) continue;
    const { start, end } = stemOf(mention);
    const document = mention.analysis.document.uri;
    edits.set(`${document}:${start}`, { uri: document, start, end, newText: newShort });
  }
  // Short forms that only a declaration shows (`\\newacronym`, a list in front matter).
  for (const { analysis, short, form } of found.abbreviation.definitions) {
    if (form !== 'macro' && form !== 'markup') continue;
    const document = analysis.document.uri;
    edits.set(`${document}:${short.start}`, {
      uri: document,
      start: short.start,
      end: short.end,
      newText: newShort,
    });
  }
  const renamed = newNames(found.abbreviation, newShort);
  const inGlossaries = glossaries.flatMap(({ uri: glossary, text }) =>
    renameInLayer(text, nameOf(glossary), renamed).map(edit => ({ ...edit, uri: glossary })),
  );
  return [...edits.values(), ...inGlossaries];
}

/** The new names of the short form in all its spellings, and of the compounds that the text makes with it. */
function newNames({ key, mentions }: Abbreviation, newShort: string): NewName {
  const compounds = new Map<string, string>();
  for (const { token, tokenStart, start, end } of mentions) {
    const { surface } = token;
    // Offsets into the surface, where no markup stands inside it.
    const isPart = token.end - token.start === surface.length && end - start < surface.length;
    if (token.key !== undefined || !isPart) continue;
    const from = start - tokenStart;
    compounds.set(fold(surface), surface.slice(0, from) + newShort + surface.slice(end - tokenStart));
  }
  return form => {
    const folded = fold(form);
    return folded === key ? newShort : compounds.get(folded);
  };
}

function useAt(
  manuscript: Manuscript,
  uri: string,
  offset: number,
): { readonly abbreviation: Abbreviation; readonly mention: Mention } | undefined {
  for (const abbreviation of manuscript.abbreviations) {
    const mention = abbreviation.mentions.find(
      each =>
        each.start <= offset &&
        offset <= each.end &&
        each.token.key === undefined &&
        each.analysis.document.uri === uri,
    );
    if (mention !== undefined) return { abbreviation, mention };
  }
  return undefined;
}

/** A use without its plural ending. */
function stemOf({ analysis, start, end, surface }: Mention): Span {
  const source = analysis.document.text.slice(start, end);
  const ending = /['’]?s$/.exec(source)?.[0] ?? '';
  return ending !== '' && !surface.endsWith('s') ? { start, end: end - ending.length } : { start, end };
}
