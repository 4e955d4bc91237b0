/** The quick fixes of a finding, made when somebody asks. */
import { withLineEnds } from '../lineEnds.ts';
import { textOf } from '../textOf.ts';
import type { Analysis, Diagnostic, Fix, Manuscript, Rule, RuleContext, Text, TextEdit } from '../types.ts';
import { keepBalance } from './balance.ts';
import type { FoundOf } from './found.ts';

/** The fixes of a finding of this rule, as the documents can take them. `source`: see `FoundOf`. */
export function fixesOf(at: Diagnostic, rule: Rule, source: FoundOf, context: RuleContext): readonly Fix[] {
  return fitted(made(at, rule, source, context), context.manuscript);
}

/** The fixes of a finding. Of one that may be remembered, they are made by its rule, in the text as it stands. */
function made(at: Diagnostic, rule: Rule, source: FoundOf, context: RuleContext): readonly Fix[] {
  if (source !== 'whole' && !('scopes' in source)) return source.fixes?.() ?? [];
  const again =
    source === 'whole'
      ? rule.check!(context)
      : rule.each!(context.manuscript.byKey.get(source.key)!, context);
  for (const finding of again) {
    const isSame = finding.identity === at.identity && finding.message === at.message;
    if (isSame && finding.analysis === at.analysis && finding.start === at.start) {
      return finding.fixes?.() ?? [];
    }
  }
  return [];
}

/** The fixes as the documents can take them, with their line ends; one that would break a document is left out. */
function fitted(fixes: readonly Fix[], { analyses }: Manuscript): readonly Fix[] {
  const byUri = new Map(analyses.map(analysis => [analysis.document.uri, analysis]));
  return fixes.flatMap(fix => {
    const edits: TextEdit[] = [];
    for (const edit of fix.edits) {
      const analysis = byUri.get(edit.uri);
      const newText = analysis === undefined ? edit.newText : fittedText(analysis, edit);
      if (newText === undefined) return [];
      edits.push({ ...edit, newText });
    }
    const textAt = (uri: string): Text | undefined => {
      const analysis = byUri.get(uri);
      return analysis && textOf(analysis.document);
    };
    return keepBalance(edits, textAt) ? [{ ...fix, edits }] : [];
  });
}

function fittedText({ format, document: { text } }: Analysis, edit: TextEdit): string | undefined {
  return format.fit ? format.fit(text, edit) : withLineEnds(text, edit.newText);
}
