/** Markdown for hovers and documentation: text of any origin goes in escaped, and links are only our own. */

/**
 * Text as Markdown that shows exactly it, on one line: no markup, no HTML, no link of its own. GFM links bare
 * addresses too (GFM 0.29, "Autolinks (extension)"): of the web, of mail and of chat.
 * Escapes only what has a meaning inside a line or at its start, so that the source stays readable.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(https?|ftp):/gi, '$1&#58;')
    .replace(/www\./gi, 'www&#46;')
    .replace(/@/g, '&#64;')
    .trim()
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}

/** The commands that a hover may link to, each with its arguments. A closed list: links run without asking. */
export interface LinkedCommands {
  /** Shows a place of a manuscript; offsets in UTF-16 units. */
  readonly 'immunogloss.showPlace': readonly [uri: string, start: number, end: number];
  /** Shows all facts of a therapy. */
  readonly 'immunogloss.showFacts': readonly [therapy: string];
  /** Compares a therapy with another one that the person picks. */
  readonly 'immunogloss.compareTherapies': readonly [therapy: string];
  /** Inserts a fact of a therapy that the person picks. */
  readonly 'immunogloss.insertFact': readonly [therapy: string];
}

/** Names of the commands that a hover may link to: what a client trusts, and nothing else. */
export const linkedCommands: readonly (keyof LinkedCommands)[] = [
  'immunogloss.showPlace',
  'immunogloss.showFacts',
  'immunogloss.compareTherapies',
  'immunogloss.insertFact',
];

/** What the client that shows a hover can do. */
export interface HoverOptions {
  /** The client can run command links in Markdown: only then are there any. */
  readonly commandLinks: boolean;
}

/** A Markdown link that runs a command. `text` is escaped here. */
export function commandLink<Name extends keyof LinkedCommands>(
  text: string,
  command: Name,
  ...parameters: LinkedCommands[Name]
): string {
  const encoded = encodeURIComponent(JSON.stringify(parameters)).replace(/[()]/g, escapeParenthesis);
  return `[${escapeMarkdown(text)}](command:${command}?${encoded})`;
}

function escapeParenthesis(parenthesis: string): string {
  return parenthesis === '(' ? '%28' : '%29';
}
