import { textOf } from '../textOf.ts';
import type { Finding, Manuscript, Rule } from '../types.ts';
import { declareKey } from './macroFixes.ts';
import { mayCite } from './macros.ts';
import { isMisspelled } from './misspelling.ts';
import { notedIn } from './notes.ts';

/**
 * A macro whose key no entry declares prints question marks.
 *
 * Not reported: a manuscript that declares no entry at all, or includes a file that isn't read with it: the
 * entry may be there.
 */
export const macroUndefined: Rule = {
  id: 'macro-undefined',
  summary: 'A macro such as \\gls{car} whose key nothing declares.',
  severity: 'warning',
  sources: [
    {
      says: 'Each term must be defined (\\newacronym, \\newglossaryentry) before it is referenced.',
      where: 'glossaries package, user manual, "Defining Glossary Entries"',
      through: 'the notes with which this project was planned',
    },
  ],
  *check(context): Iterable<Finding> {
    const { manuscript } = context;
    const noted = notedIn(manuscript).filter(({ notes }) => notes.macros.length > 0);
    const uses = noted.flatMap(({ analysis, placed, notes }) =>
      notes.macros
        .filter(token => !mayCite(analysis, placed.start + token.start))
        .map(token => ({ analysis, placed, token })),
    );
    if (uses.length === 0) return;
    const keys = declaredKeys(manuscript);
    if (keys.size === 0 || !isWhole(manuscript)) return;
    const seen = new Set<string>();
    for (const { analysis, placed, token } of uses) {
      const key = token.key!;
      if (keys.has(key) || seen.has(key)) continue;
      seen.add(key);
      const start = placed.start + token.start;
      const end = placed.start + token.end;
      const similar = [...keys].filter(
        other => other.toLowerCase() === key.toLowerCase() || isMisspelled(key, other) !== undefined,
      );
      yield {
        analysis,
        start,
        end,
        short: key,
        identity: key,
        message: `No entry declares "${key}". ${similar.length === 1 ? `Write "${similar[0]}".` : 'Declare it, or mend the key.'}`,
        fixes: () => [
          ...similar.map(other => ({
            title: `Write "${other}"`,
            edits: [
              {
                uri: analysis.document.uri,
                start,
                end,
                newText: textOf(analysis.document)
                  .slice(start, end)
                  .replace(/(?<=[{"])[^{}"]+(?=[}"])/, written => (written === key ? other : written)),
              },
            ],
          })),
          ...declareKey(key, context),
        ],
      };
    }
  },
};

/** The keys of all entries: abbreviations, and other terms. */
function declaredKeys(manuscript: Manuscript): ReadonlySet<string> {
  const keys = new Set(notedIn(manuscript).flatMap(({ notes }) => notes.entries));
  for (const { definitions } of manuscript.byKey.values()) {
    for (const { key } of definitions) if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** Whether every file that the manuscript includes is read with it. */
function isWhole({ analyses }: Manuscript): boolean {
  const names = analyses.map(({ document }) => bareName(document.uri));
  return analyses.every(({ blocks }) =>
    blocks.every(({ block }) =>
      (block.inclusions ?? []).every(({ target }) => names.includes(bareName(target))),
    ),
  );
}

/** A file's name without folders and ending. */
function bareName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
