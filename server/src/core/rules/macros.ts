/** What a manuscript does with abbreviation macros (`\gls{car}`, `\ac{car}`; Typst: `@car`, `#gls("car")`). */
import { blockAt } from '../analysis/blockAt.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Mark, Mention } from '../types.ts';

/** The markup of a mention that is a macro. */
function macroMark({
  analysis,
  start,
  token,
}: Pick<Mention, 'analysis' | 'start' | 'token'>): Mark | undefined {
  const placed = blockAt(analysis, start);
  return placed?.block.marks?.find(mark => mark.kind === 'macro' && mark.start === token.start);
}

/** Whether a use of a key, a token of its document, may as well be a citation or a pointer to a figure: Typst's `@key`. */
export function mayCite({ document, format }: Analysis, start: number): boolean {
  return format.id === 'typst' && textOf(document).slice(start, start + 1) === '@';
}

/** The commands whose plural is a command of its own. */
const PLURALS: Readonly<Record<string, string>> = {
  gls: 'glspl',
  ac: 'acp',
  acs: 'acsp',
  acrshort: 'acrshortpl',
  glsxtrshort: 'glsxtrshortpl',
  acr: 'acrpl',
  '@': '@',
};

/** Of the commands that print the short form, the one that is used most. */
export function usualCommand(uses: readonly Mention[]): string | undefined {
  const counts = new Map<string, number>();
  for (const use of uses) {
    const command = macroMark(use)?.command;
    if (command !== undefined && Object.hasOwn(PLURALS, command)) {
      counts.set(command, (counts.get(command) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** A use as a macro writes it, in its number. */
export function macroText({ analysis, start, end, surface }: Mention, key: string, command: string): string {
  const source = textOf(analysis.document).slice(start, end);
  const isPlural = source.endsWith('s') && !surface.endsWith('s');
  return macroOf(analysis, key, isPlural ? PLURALS[command]! : command, isPlural);
}

/** A macro as its format writes it. */
export function macroOf({ format }: Analysis, key: string, command: string, isPlural = false): string {
  if (command === '@') return `@${key}${isPlural ? ':pl' : ''}`;
  return format.id === 'typst' ? `#${command}("${key}")` : `\\${command}{${key}}`;
}
