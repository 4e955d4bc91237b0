/** Applies what is safe to apply unseen: fixes that change no meaning, until nothing is left to do. */
import { safeRules } from '../rules/index.ts';
import type { Service } from '../service.ts';
import type { Configuration, Diagnostic, Fix, Manuscript, TextEdit } from '../types.ts';
import { ComposedEdits } from './composedEdits.ts';

/** Each round mends what the one before uncovered; a text that still changes after these is left as it is. */
const MOST_ROUNDS = 8;

/** Which fix of a finding to apply; undefined leaves the finding alone. */
export type Choice = (diagnostic: Diagnostic) => Fix | undefined;

/** The fix that a writer would pick blind, of the rules whose fixes are safe. */
export const safeFix: Choice = diagnostic =>
  safeRules.has(diagnostic.rule) ? diagnostic.fixes?.().find(fix => fix.preferred === true) : undefined;

/** The texts of a manuscript after fixing. */
export interface Fixed {
  /** Edits of the texts as they were, whole words, in order; documents without a change are left out. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Of each finding that was mended, the documents that this took edits of. */
  readonly mended: readonly (readonly string[])[];
}

/**
 * Applies the chosen fixes to a manuscript, round after round, and says what that changes in all.
 * Fixes that overlap wait for the next round. Running it on its own result changes nothing.
 */
export function fixAll(
  service: Service,
  { analyses, included }: Pick<Manuscript, 'analyses' | 'included'>,
  configuration: Configuration,
  choose: Choice = safeFix,
): Fixed {
  const composed = analyses.map(({ document }) => new ComposedEdits(document.text));
  let current = analyses;
  const mended: (readonly string[])[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { fixes, edits } = compatible(
      service.lint(service.assemble(current, included, configuration.firstUse), configuration),
      choose,
    );
    if (fixes.length === 0) break;
    mended.push(...fixes.map(fix => [...new Set(fix.edits.map(({ uri }) => uri))]));
    const read = current.map((analysis, index) => {
      const own = edits.get(analysis.document.uri);
      if (own === undefined) return analysis;
      const { document } = analysis;
      composed[index]!.apply(own);
      const text = applyEdits(document.text, own);
      return service.analyze({ ...document, version: document.version + 1, text }, analysis);
    });
    current = service.readCells(read);
  }
  const changed = new Map<string, readonly TextEdit[]>();
  for (const [index, { document }] of analyses.entries()) {
    const own = composed[index]!.edits(document.uri);
    if (own.length > 0) changed.set(document.uri, own);
  }
  return { edits: changed, mended };
}

/** A text with edits applied. They must not overlap; their order doesn't matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** As many fixes as go together, in reading order: no two touch one place. */
function compatible(
  diagnostics: readonly Diagnostic[],
  choose: Choice,
): { readonly fixes: readonly Fix[]; readonly edits: ReadonlyMap<string, readonly TextEdit[]> } {
  const edits = new Map<string, TextEdit[]>();
  const fixes: Fix[] = [];
  for (const diagnostic of diagnostics) {
    const fix = choose(diagnostic);
    if (fix === undefined || fix.edits.length === 0) continue;
    const touches = fix.edits.some(edit =>
      (edits.get(edit.uri) ?? []).some(other => edit.start <= other.end && other.start <= edit.end),
    );
    if (touches) continue;
    fixes.push(fix);
    for (const edit of fix.edits) {
      const own = edits.get(edit.uri);
      if (own === undefined) edits.set(edit.uri, [edit]);
      else own.push(edit);
    }
  }
  return { fixes, edits };
}
