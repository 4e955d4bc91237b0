/**
 * The nearest layer of the glossary: terms that a manuscript explains in comments of its own, for whoever writes and
 * checks it. They define nothing for its readers. `immunogloss-glossary CAR: chimeric antigen receptor; NK: natural killer`
 */
import { parseEntry } from '../glossary/load.ts';
import type { Analysis, Directive, GlossaryEntry } from '../types.ts';

const COMMAND = /^immunogloss-glossary\s/;

/** Whether a comment explains terms. */
export function explainsTerms({ text }: Directive): boolean {
  return COMMAND.test(text);
}

/** The terms of all comments, in reading order; pairs parted by semicolons or line breaks. Linear in blocks and comments. */
export function ownTerms(analyses: readonly Analysis[]): readonly GlossaryEntry[] {
  const entries: GlossaryEntry[] = [];
  for (const { document, blocks } of analyses) {
    for (const { block } of blocks) {
      for (const directive of block.directives ?? []) {
        if (explainsTerms(directive)) entries.push(...termsIn(directive, document.uri));
      }
    }
  }
  return entries;
}

function termsIn({ text }: Directive, uri: string): readonly GlossaryEntry[] {
  const pairs = text.replace(COMMAND, '').split(/[;\n]/);
  return pairs.flatMap(pair => {
    const colon = pair.search(/[:=]/);
    if (colon < 0) return [];
    const row = { short: pair.slice(0, colon).trim(), long: pair.slice(colon + 1).trim() };
    const entry = parseEntry(row, () => {});
    return entry === undefined ? [] : [{ ...entry, origin: { layer: 'document', uri } }];
  });
}
