import { type Hover, MarkupKind } from 'vscode-languageserver';
import { hover as hoverAt, linkedCommands } from '../../core/index.ts';
import type { Query } from '../query.ts';

/** Hover. Command links only where the client has all the commands that ours may run. */
export function hover({ view, uri, content, positions, client }: Query, offset: number): Hover | null {
  const commandLinks = linkedCommands.every(id => client.commands.includes(id));
  const answer = hoverAt(view.features, uri, offset, { commandLinks });
  if (!answer) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: answer.markdown },
    range: positions.range(content, answer.span),
  };
}
