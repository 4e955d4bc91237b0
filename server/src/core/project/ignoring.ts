/** What a project file ignores by more than a short form: pattern, class, path, scope, rule. */
import picomatch from 'picomatch/posix';
import { fold } from '../glossary/normalize.ts';
import type { IgnoredFinding } from '../types.ts';
import { pathWithin } from './addresses.ts';

/** The keys of an entry. All that it names must hold. */
export const IGNORE_KEYS = ['form', 'pattern', 'class', 'path', 'scope', 'rule'] as const;

/** Where a finding may stand. */
export const IGNORE_SCOPES = ['abstract', 'main', 'caption', 'table', 'title', 'heading'] as const;

/** An entry of `ignore:` such as `{pattern: PT_*, path: "drafts/**"}`. */
export type IgnoreEntry = Partial<Readonly<Record<(typeof IGNORE_KEYS)[number], string>>>;

/** Says which findings an entry silences; `folder` is where its path is seen from. */
function silencedBy(entry: IgnoreEntry, folder: string | null): (finding: IgnoredFinding) => boolean {
  const isAt = entry.path === undefined ? undefined : pathMatcher(entry.path);
  const form = entry.form === undefined ? undefined : fold(entry.form);
  return finding =>
    (form === undefined || finding.key === form) &&
    (entry.pattern === undefined || matches(entry.pattern, finding.short)) &&
    (entry.class === undefined || finding.class === entry.class) &&
    (entry.scope === undefined || finding.scope === entry.scope) &&
    (entry.rule === undefined || finding.rule === entry.rule) &&
    (isAt === undefined || isAt((folder !== null && pathWithin(folder, finding.uri)) || ''));
}

/** Says which findings at least one of the entries silences. */
export function ignoring(
  entries: readonly IgnoreEntry[],
  folder: string | null,
): (finding: IgnoredFinding) => boolean {
  const tests = entries.map(entry => silencedBy(entry, folder));
  return finding => tests.some(test => test(finding));
}

/** Whether an entry is a short form and nothing else. */
export function isPlain({ form, ...others }: IgnoreEntry): boolean {
  return form !== undefined && Object.keys(others).length === 0;
}

/** The entries that silence none of these findings, in their order. */
export function idleIgnores<T extends { readonly entry: IgnoreEntry }>(
  entries: readonly T[],
  silenced: readonly IgnoredFinding[],
  folder: string | null,
): readonly T[] {
  return entries.filter(({ entry }) => !silenced.some(silencedBy(entry, folder)));
}

function pathMatcher(path: string): (path: string) => boolean {
  const own = path.replace(/^\.\//, '').replace(/\/$/, '');
  try {
    return picomatch([own, `${own}/**`], { dot: true });
  } catch {
    return other => other === own;
  }
}

/** Whether a text fits a pattern in which `*` stands for any characters. Linear in the text for each `*`. */
function matches(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return text === pattern;
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  let at = head.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - tail.length;
}
