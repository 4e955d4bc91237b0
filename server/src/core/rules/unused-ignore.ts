import type { Finding, Ignore, Rule, TextEdit } from '../types.ts';
import { writtenName } from './ignores.ts';

/**
 * A comment that silences nothing hides tomorrow's finding, and misleads whoever reads it.
 *
 * Not reported: a comment of which each name silences something. Asked last, when all other rules have spoken.
 */
export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  summary:
    'An immunogloss-ignore comment, or an entry of ignore: in immunogloss.yaml, that silences nothing.',
  severity: 'hint',
  sources: [
    { says: 'What silences nothing hides what comes, and misleads whoever reads it.', where: 'our own' },
  ],
  *check({ ignores }): Iterable<Finding> {
    for (const { ignore, idle } of ignores.unused()) {
      const { analysis, start, end, command, names } = ignore;
      yield {
        analysis,
        start,
        end,
        short: '',
        identity: `${command}:${idle.join(' ')}`,
        message: messageOf(ignore, idle),
        fixes: () => {
          const kept = names.filter(name => !idle.includes(name));
          const [title, edit] =
            kept.length === 0 || !COMMANDS.has(command)
              ? ['Remove this comment', removing(ignore)]
              : [`Take ${list(idle)} out of this comment`, rewriting(ignore, kept)];
          return [{ title, edits: [edit], preferred: true }];
        },
      };
    }
  },
};

const COMMANDS: ReadonlySet<string> = new Set([
  'ignore',
  'ignore-file',
  'ignore-next-line',
  'ignore-start',
  'ignore-end',
]);

function list(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(', ');
}

function messageOf({ command, names }: Ignore, idle: readonly string[]): string {
  if (!COMMANDS.has(command)) {
    return `"immunogloss-${command}" is not a comment that ImmunoGloss knows. Write "immunogloss-ignore".`;
  }
  if (command === 'ignore-end') return 'This comment ends nothing. Remove it.';
  if (command === 'ignore' && names.length === 0) {
    return 'This comment names nothing to ignore. Write a short form behind it.';
  }
  if (names.length === 0) return 'This comment ignores nothing. Remove it.';
  return `This comment ignores ${list(idle)}, of which nothing is reported. Remove ${idle.length === 1 ? 'it' : 'them'}.`;
}

/** A comment that has its line to itself goes with the line, and with one blank line behind it. */
function removing({ analysis, start, end }: Ignore): TextEdit {
  const { text, uri } = analysis.document;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (!isAlone) return { uri, start, end, newText: '' };
  const next = text.indexOf('\n', lineEnd) + 1;
  const isBlankBefore = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart).trim() === '';
  const isBlankBehind = next > 0 && text.slice(lineEnd, next).trim() === '';
  return { uri, start: lineStart, end: isBlankBefore && isBlankBehind ? next : lineEnd, newText: '' };
}

function rewriting({ analysis, start, end, command }: Ignore, names: readonly string[]): TextEdit {
  const { document, format } = analysis;
  const newText = format.comment(`immunogloss-${command} ${names.map(writtenName).join(' ')}`);
  return { uri: document.uri, start, end, newText };
}
