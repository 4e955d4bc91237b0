import { isProse } from '../analysis/roles.ts';
import type { Abbreviation, Finding, Mention, Rule } from '../types.ts';
import { macroText, usualCommand } from './macros.ts';
import { findingFor } from './repeated.ts';

/**
 * A short form written out where the manuscript has a macro for it and uses it: the macro keeps track of the
 * first use, and of the list.
 *
 * Not reported: headings (macros break bookmarks), definitions, compounds; a manuscript that uses the macro
 * less often than the bare form.
 */
export const macroBypassed: Rule = {
  id: 'macro-bypassed',
  summary: 'A short form written bare where the manuscript uses its macro: CAR for \\gls{car}.',
  severity: 'hint',
  sources: [
    {
      says: 'Only terms that the text uses by a command such as \\gls are added to the list of acronyms.',
      where: 'glossaries package, description at CTAN (stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  ofDefined: true,
  each(abbreviation): readonly Finding[] {
    const definition = abbreviation.definitions.find(
      ({ form, key }) => form === 'macro' && key !== undefined,
    );
    if (definition === undefined) return [];
    const bare = abbreviation.mentions.filter(mention => isBare(mention, abbreviation));
    const byMacro = abbreviation.mentions.filter(({ token }) => token.key !== undefined);
    if (bare.length === 0 || byMacro.length <= bare.length) return [];
    const command = usualCommand(byMacro);
    if (command === undefined) return [];
    const slips = bare.map(mention => ({
      ...mention,
      newText: macroText(mention, definition.key!, command),
    }));
    const message = `"${definition.shortText}" has a macro that is used elsewhere. Write "${slips[0]!.newText}".`;
    return [
      findingFor(
        slips,
        { short: definition.shortText, identity: abbreviation.key, message },
        `Write "${slips[0]!.newText}"`,
      ),
    ];
  },
};

function isBare(mention: Mention, { definitions }: Abbreviation): boolean {
  const { token, role, tokenStart, start, end, defining } = mention;
  const isWhole = start === tokenStart && end === tokenStart + token.end - token.start;
  const isDefining = definitions.some(
    each => each.analysis === mention.analysis && each.start < end && start < each.end,
  );
  return token.key === undefined && isProse(role) && isWhole && !defining && !isDefining;
}
