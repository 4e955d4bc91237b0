/** Reports as a person likes to read them. */
import { type Diagnostic, type Severity, safeFix } from '../../core/index.ts';
import type { Terminal } from '../output.ts';
import type { ReportedDocument } from '../records.ts';
import type { ManuscriptReport } from '../report.ts';
import { type Cells, cellsOf, safeText } from './width.ts';

/** SGR codes (ECMA-48, 8.3.117). */
const STYLE = { bold: '1', dim: '2', red: '31', yellow: '33', blue: '34', cyan: '36' } as const;
type Style = keyof typeof STYLE;

const COLOUR: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** What the summary calls findings: one and several. */
const COUNTED: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['information', 'suggestion', 'suggestions'],
  ['hint', 'hint', 'hints'],
];

const INDENT = '    ';
/** Context is worth reading up to here, however wide the terminal is. */
const MAX_CONTEXT = 120;
const MIN_CONTEXT = 20;
/** UTF-16 units on each side of a span within which its window is looked for. */
const REACH = 2 * MAX_CONTEXT;
const ELLIPSIS = '…';

/** Each finding with its place and line, then one line that sums up. */
export async function* prettyReport(
  reports: AsyncIterable<ManuscriptReport>,
  terminal: Pick<Terminal, 'colours' | 'width'>,
): AsyncGenerator<string> {
  const paint = painter(terminal.colours);
  const room = Math.max(MIN_CONTEXT, Math.min(MAX_CONTEXT, terminal.width - INDENT.length - 1));
  const counts = new Map<Severity, number>();
  let manuscripts = 0;
  let words = 0;
  let fixable = 0;
  let hidden = 0;
  let fixed: number | undefined;
  for await (const { documents, diagnostics, sifted, fixed: changes } of reports) {
    manuscripts += 1;
    hidden += sifted.hidden.length;
    if (changes !== undefined) fixed = (fixed ?? 0) + changes.count;
    for (const document of documents) {
      words += document.analysis.words;
      let shown = '';
      for (const diagnostic of diagnostics) {
        if (diagnostic.analysis !== document.analysis) continue;
        counts.set(diagnostic.severity, (counts.get(diagnostic.severity) ?? 0) + 1);
        if (safeFix(diagnostic) !== undefined) fixable += 1;
        shown += shownFinding(diagnostic, document, room, paint);
      }
      if (shown !== '') yield shown;
    }
  }
  if (manuscripts === 0) return;
  const read = `${counted(manuscripts, 'manuscript', 'manuscripts')}, ${counted(words, 'word', 'words')}`;
  yield `${paint(`${read}: ${findings(counts)}.${fixes(fixable, fixed)}${baseline(hidden)}`, 'bold')}\n`;
}

function shownFinding(
  diagnostic: Diagnostic,
  document: ReportedDocument,
  room: number,
  paint: Paint,
): string {
  const { severity, message, rule, start, end } = diagnostic;
  const { line, column } = document.lines.at(start);
  const place = paint(`${safeText(document.path)}:${line}:${column}`, 'bold');
  const head = `${place}  ${paint(severity, COLOUR[severity])}  ${safeText(message)}  ${paint(rule, 'dim')}`;
  const { before, span, after, underline } = context(document, line, start, end, room);
  const shown = `${INDENT}${before}${paint(span, COLOUR[severity])}${after}`;
  return `${head}\n${shown}\n${INDENT}${' '.repeat(underline.at)}${paint('~'.repeat(underline.width), COLOUR[severity])}\n\n`;
}

/** The line of a span, or as much of it around the span as there is room for. */
function context(document: ReportedDocument, line: number, start: number, end: number, room: number) {
  const { text } = document.analysis.document;
  const whole = document.lines.span(line);
  const from = Math.max(whole.start, start - REACH);
  const to = Math.min(whole.end, end + REACH);
  const cells = cellsOf(text.slice(from, to));
  const spare = room - 2;
  const spanFrom = cells.at(start - from);
  const spanTo = cells.onwards(spanFrom, endOfSpan(cells, Math.min(end, whole.end) - from), spare);
  const spanWidth = cells.columns(spanFrom, spanTo);
  // Grow on both sides in turn, a little more to the left: that is where an abbreviation comes from.
  let left = cells.backwards(spanFrom, Math.ceil((spare - spanWidth) * 0.6));
  let right = cells.onwards(spanTo, cells.count, spare - cells.columns(left, spanTo));
  left = cells.backwards(left, spare - cells.columns(left, right));
  const cutLeft = left > 0 || from > whole.start;
  const cutRight = right < cells.count || to < whole.end;
  if (cutLeft) left = afterSpace(cells, left, spanFrom);
  if (cutRight) right = beforeSpace(cells, right, spanTo);
  const before = (cutLeft ? ELLIPSIS : '') + cells.shown(left, spanFrom);
  const at = (cutLeft ? 1 : 0) + cells.columns(left, spanFrom);
  return {
    before,
    span: cells.shown(spanFrom, spanTo),
    after: cells.shown(spanTo, right) + (cutRight ? ELLIPSIS : ''),
    underline: { at, width: Math.max(1, spanWidth) },
  };
}

/** The cell after the last of a span that ends at an offset. */
function endOfSpan(cells: Cells, end: number): number {
  return end > 0 ? Math.min(cells.count, cells.at(end - 1) + 1) : 0;
}

/** Half a word at an edge is left out where the word isn't longer than that. */
const WORD = 15;

function afterSpace(cells: Cells, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + WORD); at++)
    if (cells.shown(at, at + 1) === ' ') return at + 1;
  return from;
}

function beforeSpace(cells: Cells, from: number, limit: number): number {
  for (let at = from; at > Math.max(limit, from - WORD); at--)
    if (cells.shown(at - 1, at) === ' ') return at - 1;
  return from;
}

function findings(counts: ReadonlyMap<Severity, number>): string {
  const found = COUNTED.flatMap(([severity, one, many]) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return found.length === 0 ? 'no findings' : found.join(', ');
}

/** What `--fix` has done, where it was given (`fixed`); else what it could do. */
function fixes(fixable: number, fixed: number | undefined): string {
  if (fixed !== undefined) return ` ${counted(fixed, 'was', 'were')} fixed.`;
  return fixable === 0 ? '' : ` ${grouped(fixable)} can be fixed with --fix.`;
}

/** What the baseline keeps from being shown. */
function baseline(hidden: number): string {
  return hidden === 0 ? '' : ` ${counted(hidden, 'accepted one is', 'accepted ones are')} not shown.`;
}

/** "2,431 words". */
function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "2,431". (`toLocaleString` would load all locales, for longer than a manuscript takes.) */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',');
}

type Paint = (text: string, style: Style) => string;

function painter(colours: boolean): Paint {
  return colours ? (text, style) => `\u001B[${STYLE[style]}m${text}\u001B[0m` : text => text;
}
