/** The core by itself: a full lint of a text that it has never seen, in a warm process. */

import { createService, type Service } from '../../server/src/core/index.ts';
import { cpuTimesApart } from './apart.ts';
import { configuration, extract, lint } from './linting.ts';
import { type Format, manuscript } from './manuscripts.ts';
import { type CpuTime, cpuTimes } from './measure.ts';
import { type Row, rounded } from './table.ts';

/** Milliseconds of turns: on a busy machine, code that is compiled beside others takes seconds to be warm. */
const BUDGET = 10_000;

/** Two tasks' medians, then their least. */
function both(one: CpuTime, other: CpuTime): string {
  const least = `least ${rounded(one.least)} ms; ${rounded(other.least)} ms`;
  return `${rounded(one.median)} ms; ${rounded(other.median)} ms; ${least}`;
}

export async function lintRows(service: Service, full: boolean): Promise<Row[]> {
  const small = await cpuTimesApart(
    {
      ours: ['ours', 'lint', 'markdown'],
      extracted: ['ours', 'extract', 'markdown'],
      mdast: ['mdast'],
      textlint: ['textlint'],
    },
    BUDGET,
  );
  const tex = await cpuTimesApart(
    {
      ours: ['ours', 'lint', 'latex'],
      extracted: ['ours', 'extract', 'latex'],
      unified: ['unifiedLatex'],
    },
    BUDGET,
  );
  const row = (
    what: string,
    id: string,
    ours: CpuTime,
    theirs: CpuTime,
    atLeast: number,
    stretch: number,
  ): Row => ({
    id,
    what,
    value: theirs.median / ours.median,
    unit: 'x',
    want: 'more',
    atLeast,
    stretch,
    measured: both(ours, theirs),
  });
  const lintOf = (format: string, peer: string): string => `Lint of 10k words of ${format}, against ${peer}`;
  const readingOf = (format: string, peer: string): string =>
    `10k words of ${format} read and extracted, against ${peer}`;
  const [mdast, unified] = ['mdast parsing alone', '@unified-latex parsing alone'];
  const acronyms = 'textlint and its acronym rule';
  const rows = [
    row(lintOf('Markdown', acronyms), 'markdown-textlint', small.ours, small.textlint, 20, 40),
    row(lintOf('Markdown', mdast), 'markdown-mdast', small.ours, small.mdast, 5, 10),
    row(readingOf('Markdown', mdast), 'markdown-extracted', small.extracted, small.mdast, 5, 10),
    row(lintOf('LaTeX', unified), 'latex-unified', tex.ours, tex.unified, 50, 100),
    row(readingOf('LaTeX', unified), 'latex-extracted', tex.extracted, tex.unified, 50, 100),
  ];
  for (const format of ['markdown', 'latex'] as const) {
    rows.push(await growth(service, format, 10_000, '100k words / 10k words'));
    if (full) rows.push(await growth(service, format, 100_000, '1M words / 100k words'));
  }
  for (const words of [10_000, 100_000]) rows.push(await again(service, words));
  return rows;
}

/** A lint after an edit in the middle, by what is known of the text before it, beside one from nothing. */
async function again(service: Service, words: number): Promise<Row> {
  const text = manuscript('markdown', words);
  const at = text.indexOf(' the ', text.length >> 1);
  const document = { uri: 'file:///bench/text.md', languageId: 'markdown' };
  let last = extract(service, 'markdown', text);
  let version = 1;
  const warm = (): number => {
    const isLonger = last.document.text.length > text.length;
    const edited = isLonger ? text : `${text.slice(0, at)}x${text.slice(at)}`;
    const change = { start: at, end: at + (isLonger ? 1 : 0), newLength: isLonger ? 0 : 1 };
    last = service.analyze({ ...document, version: ++version, text: edited }, last, change);
    return service.lint(service.assemble([last]), configuration).length;
  };
  const cold = createService(service.glossary);
  const { edited, anew } = await cpuTimes({ edited: warm, anew: () => lint(cold, 'markdown', text) });
  return {
    id: `again-${words}`,
    what: `Lint of ${words / 1000}k words again after an edit, against a lint from nothing`,
    value: edited.median / anew.median,
    unit: 'x',
    want: 'less',
    atLeast: 0.1,
    stretch: 0.05,
    measured: both(edited, anew),
  };
}

async function growth(service: Service, format: Format, words: number, what: string): Promise<Row> {
  const texts = [manuscript(format, words), manuscript(format, 10 * words)] as const;
  const { less, more } = await cpuTimes(
    {
      less: () => lint(service, format, texts[0]),
      more: () => lint(service, format, texts[1]),
    },
    BUDGET,
  );
  return {
    id: `growth-${format}-${words}`,
    what: `Growth of a lint, ${format}: ${what}`,
    value: more.median / less.median,
    unit: 'x',
    want: 'less',
    atLeast: 12,
    stretch: 10.5,
    measured: `${both(less, more)}; ${lint(service, format, texts[1])} findings`,
  };
}
