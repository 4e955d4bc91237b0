/** Definitions by macro, where a LaTeX manuscript has the habit. */
import { isProse } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import { insertEdit } from '../list/edits.ts';
import { macroKey } from '../list/newEntry.ts';
import { declaredLists, type SourceList } from '../list/sourceList.ts';
import type { AbbreviationContext, Fix, LongForm, Manuscript } from '../types.ts';
import { macroText, usualCommand } from './macros.ts';
import { replacing } from './places.ts';
import type { Offence } from './scopes.ts';

/**
 * Declares an abbreviation where the others are declared, be it in another file, and writes its macro wherever it is
 * used. Nothing where the manuscript declares none, or uses none of those.
 */
export function declareMacro(
  { abbreviation, mention }: Offence,
  { long }: LongForm,
  { manuscript }: AbbreviationContext,
): Fix | undefined {
  if (mention.analysis.format.id !== 'latex' || abbreviation.definitions.length > 0) return undefined;
  const list = longestDeclaration(manuscript);
  if (list === undefined) return undefined;
  const byMacro = list.entries.flatMap(entry =>
    entry.abbreviation.mentions.filter(({ token }) => token.key !== undefined),
  );
  const command = usualCommand(byMacro);
  if (command === undefined) return undefined;
  const { short, key } = abbreviation;
  const bare = abbreviation.mentions.filter(({ token, role }) => token.key === undefined && isProse(role));
  return {
    title: `Declare ${short} (${long}) and write \\${command}{${macroKey(short, key)}}`,
    edits: [
      insertEdit(list, { short, long, key }),
      ...bare.map(use => replacing(use, macroText(use, macroKey(short, key), command))),
    ],
  };
}

/** Declares a macro's key where the others are declared: one fix for each sense of the glossary that the key fits. */
export function declareKey(
  key: string,
  { manuscript, glossary }: Pick<AbbreviationContext, 'manuscript' | 'glossary'>,
): readonly Fix[] {
  const list = longestDeclaration(manuscript);
  if (list === undefined) return [];
  return glossary
    .senses(fold(key))
    .filter(({ short }) => macroKey(short, fold(short)) === key)
    .map(({ short, long }) => ({
      title: `Declare ${short} (${long})`,
      edits: [insertEdit(list, { short, long, key: fold(short) })],
    }));
}

/** The declarations beside which a new one is written. */
function longestDeclaration(manuscript: Manuscript): SourceList | undefined {
  return declaredLists(manuscript).toSorted((a, b) => b.entries.length - a.entries.length)[0];
}
