/**
 * The nearest layer of the glossary: terms that a manuscript explains in comments or front matter of its own, for whoever
 * writes and checks it. They define nothing for its readers.
 *
 * `immunogloss-glossary CAR: chimeric antigen receptor; NK: natural killer`, or below `immunogloss:` in front matter
 * `glossary: {CAR: chimeric antigen receptor}`.
 */
import { ownFrontMatter } from '../frontMatter.ts';
import { isRow } from '../glossary/checks.ts';
import { parseEntry } from '../glossary/load.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Directive, GlossaryEntry, SourceDocument } from '../types.ts';

const COMMAND = /^immunogloss-glossary\s/;

/** Whether a comment explains terms. */
export function explainsTerms({ text }: Directive): boolean {
  return COMMAND.test(text);
}

/** The terms of each document's front matter, then of its comments. Linear in front matter, blocks and comments. */
export function ownTerms(analyses: readonly Analysis[]): readonly GlossaryEntry[] {
  const entries: GlossaryEntry[] = [];
  for (const { document, blocks } of analyses) {
    entries.push(...inFrontMatter(document));
    for (let index = 0; index < blocks.length; index++) {
      const { block } = blocks[index]!;
      if (block.directives === undefined) continue;
      for (const directive of block.directives) {
        if (explainsTerms(directive)) entries.push(...termsIn(directive, document.uri));
      }
    }
  }
  return entries;
}

function inFrontMatter(document: SourceDocument): readonly GlossaryEntry[] {
  const { uri } = document;
  const value: unknown = ownFrontMatter(textOf(document), 'glossary')?.node.toJSON();
  if (!isRow(value)) return [];
  return Object.entries(value).flatMap(([short, long]) =>
    entryOf(isRow(long) ? { short, ...long } : { short, long }, uri),
  );
}

/** Pairs parted by semicolons or line breaks. */
function termsIn({ text }: Directive, uri: string): readonly GlossaryEntry[] {
  const pairs = text.replace(COMMAND, '').split(/[;\n]/);
  return pairs.flatMap(pair => {
    const colon = pair.search(/[:=]/);
    if (colon < 0) return [];
    return entryOf({ short: pair.slice(0, colon).trim(), long: pair.slice(colon + 1).trim() }, uri);
  });
}

function entryOf(row: unknown, uri: string): readonly GlossaryEntry[] {
  const entry = parseEntry(row, () => {});
  return entry === undefined ? [] : [{ ...entry, origin: { layer: 'document', uri } }];
}
