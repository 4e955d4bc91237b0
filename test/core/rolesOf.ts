import { createAnalyzer } from '../../server/src/core/analysis/analyzer.ts';
import { whole } from '../../server/src/core/steps.ts';

/** The blocks of a text as `role: pairs that it defines`, or `role: text` where it defines none. */
export function rolesOf(languageId: string, text: string): string[] {
  const { blocks } = whole(createAnalyzer())({ uri: 'untitled:x', languageId, version: 1, text });
  return blocks
    .filter(({ block }) => block.kind !== 'blank' && /[A-Za-z]/.test(block.masked))
    .map(({ role, block, facts: { definitions } }) => {
      const { masked } = block;
      const pairs = definitions.map(
        ({ short, long }) =>
          `${masked.slice(short.start, short.end)} = ${masked.slice(long.start, long.end)}`,
      );
      const shown = masked.replace(/[\uE000\uFFFC]/g, '').replace(/\s+/g, ' ');
      return `${role}: ${pairs.length > 0 ? pairs.join(', ') : shown.trim()}`;
    });
}

/** The role of each line of text in Markdown; a heading shows as one. */
export const rolesBelow = (text: string): string[] =>
  rolesOf('markdown', text).map(line => line.split(':')[0]!);
