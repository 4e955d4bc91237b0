/** The language server as a process, beside a trivial one, over real JSON-RPC. The two take turns. */
import type { Diagnostic, Position } from 'vscode-languageserver';
import { manuscript } from './manuscripts.ts';
import { elapsed, quantile } from './measure.ts';
import { type Row, rounded } from './table.ts';
import { Talk } from './talk.ts';

/** The programs that are compared. */
export interface Servers {
  readonly ours: string;
  /** A home folder with the big glossary. */
  readonly home: string;
  readonly trivial: string;
}

interface Pair {
  readonly ours: Talk;
  readonly trivial: Talk;
  /** What ours finds in the open document, and the trivial one repeats. */
  readonly findings: readonly Diagnostic[];
}

export async function serverRows(servers: Servers): Promise<Row[]> {
  return [
    await initializeRow(servers),
    await firstDiagnosticsRow(servers),
    ...(await keystrokeRows(servers, 10_000)),
    ...(await keystrokeRows(servers, 100_000)),
    ...(await bigGlossaryRows(servers)),
  ];
}

/** Both servers with the same manuscript open, ours with the glossary of `home`. The last line is free for typing. */
async function open({ ours, trivial }: Servers, text: string, home?: string): Promise<Pair> {
  const pair = {
    ours: (await Talk.start(ours, home)).talk,
    trivial: (await Talk.start(trivial)).talk,
  };
  const findings = await pair.ours.open('text.md', 'markdown', text);
  await pair.trivial.tell(findings);
  await pair.trivial.open('text.md', 'markdown', text);
  return { ...pair, findings };
}

async function close({ ours, trivial }: Pair): Promise<void> {
  await Promise.all([ours.stop(), trivial.stop()]);
}

async function initializeRow({ ours, trivial }: Servers): Promise<Row> {
  const times = { ours: [] as number[], trivial: [] as number[] };
  for (let run = 0; run < 12; run++) {
    for (const [name, program] of Object.entries({ ours, trivial })) {
      const { talk, ready } = await Talk.start(program);
      times[name as keyof typeof times].push(ready);
      await talk.stop();
    }
  }
  const [we, they] = [Math.min(...times.ours), Math.min(...times.trivial)];
  return ratio(
    'initialize',
    'Spawn → `initialize` answered, against a trivial server',
    we,
    they,
    1.2,
    1.1,
    'least of 12',
  );
}

/** From nothing to the findings of a manuscript: what a writer waits for who opens one. */
async function firstDiagnosticsRow(servers: Servers): Promise<Row> {
  const text = manuscript('markdown', 10_000);
  const times = { ours: [] as number[], trivial: [] as number[] };
  for (let run = 0; run < 8; run++) {
    for (const name of ['ours', 'trivial'] as const) {
      const begun = performance.now();
      const { talk } = await Talk.start(servers[name]);
      await talk.open('text.md', 'markdown', text);
      times[name].push(performance.now() - begun);
      await talk.stop();
    }
  }
  return ratio(
    'first-diagnostics',
    'Spawn → first diagnostics of 10k words, against a trivial server',
    Math.min(...times.ours),
    Math.min(...times.trivial),
    5,
    3,
    'least of 8',
  );
}

async function keystrokeRows(servers: Servers, words: number): Promise<Row[]> {
  const text = manuscript('markdown', words);
  const pair = await open(servers, text);
  const place = middleOf(text);
  const { we, they } = await turns(pair, 150, (talk, index) =>
    talk.type({ ...place, character: place.character + index }, 'x'),
  );
  const size = `${words / 1000}k words`;
  const rows = [
    ratio(
      `keystroke-${words}`,
      `Keystroke → diagnostics p50, ${size}, against a trivial server`,
      quantile(we, 0.5),
      quantile(they, 0.5),
      1.5,
      1,
      `p95 ${rounded(quantile(we, 0.95))}; ${rounded(quantile(they, 0.95))} ms; ${pair.findings.length} findings`,
    ),
    ...(words === 10_000 ? memoryRow(pair.ours, 'memory-small', `${size}, bundled glossary`, 80, 70) : []),
  ];
  await close(pair);
  return rows;
}

async function bigGlossaryRows(servers: Servers): Promise<Row[]> {
  const text = manuscript('markdown', 100_000);
  const pair = await open(servers, `${text}\n\n${queries.join('\n\n')}\n`, servers.home);
  const forms = placesOfForms(text, 60);
  const hover = await turns(pair, 150, (talk, index) =>
    talk.ask('textDocument/hover', forms[index % forms.length]!),
  );
  const lines = text.split('\n').length;
  const completion = await turns(pair, 4 * queries.length, (talk, index) => {
    const query = index % queries.length;
    return talk.ask('textDocument/completion', {
      line: lines + 1 + 2 * query,
      character: queries[query]!.length,
    });
  });
  const slowest = quantile(completion.we, 0.95);
  const rows: Row[] = [
    ratio(
      'hover-big',
      'Hover p50, 100k-entry glossary, against a trivial server',
      quantile(hover.we, 0.5),
      quantile(hover.they, 0.5),
      1.5,
      1.2,
    ),
    {
      id: 'completion-big',
      what: 'Completion p95, 100k entries, over JSON-RPC',
      value: slowest,
      unit: 'ms',
      want: 'less',
      atLeast: 15,
      stretch: 7,
      measured: `p50 ${rounded(quantile(completion.we, 0.5))} ms; trivial p95 ${rounded(quantile(completion.they, 0.95))} ms`,
    },
    ...memoryRow(pair.ours, 'memory-big', '100k words, 100k-entry glossary', 200, 150),
  ];
  await close(pair);
  return rows;
}

/** What people type: short forms in pieces and misspelt, and pieces of long forms. */
export const queries: readonly string[] = [
  'IL',
  'CA',
  'TNF',
  'NK',
  'PDL1',
  'delayed ant',
  'marrow expans',
  'stromal bindng',
  'CTL4',
  'VLF-3',
  'homing resp',
  'integrin los',
];

/** Lets both servers do the same in turns, after some runs that don't count. Times in ms. */
async function turns(
  { ours, trivial }: Pair,
  count: number,
  act: (talk: Talk, index: number) => Promise<unknown>,
): Promise<{ readonly we: number[]; readonly they: number[] }> {
  const times = { we: [] as number[], they: [] as number[] };
  const warmUp = Math.ceil(count / 5);
  for (let index = 0; index < count + warmUp; index++) {
    const we = await elapsed(() => act(ours, index));
    const they = await elapsed(() => act(trivial, index));
    if (index < warmUp) continue;
    times.we.push(we);
    times.they.push(they);
  }
  return times;
}

function ratio(
  id: string,
  what: string,
  we: number,
  they: number,
  atLeast: number,
  stretch: number,
  more = '',
): Row {
  const measured = [`${rounded(we)} ms; ${rounded(they)} ms`, more].filter(part => part !== '').join('; ');
  return { id, what, value: we / they, unit: 'x', want: 'less', atLeast, stretch, measured };
}

function memoryRow(talk: Talk, id: string, what: string, atLeast: number, stretch: number): Row[] {
  const value = talk.residentMemory();
  if (value === undefined) return [];
  return [
    {
      id,
      what: `Resident memory, ${what}`,
      value,
      unit: 'MB',
      want: 'less',
      atLeast,
      stretch,
      measured: 'after typing or asking',
    },
  ];
}

/** So many short forms, evenly spread over a text. */
function placesOfForms(text: string, count: number): readonly Position[] {
  const offsets = Array.from(text.matchAll(/\b[A-Z]{2,}\b/g), ({ index }) => index + 1);
  const step = Math.floor(offsets.length / count);
  return Array.from({ length: count }, (_, place) => placeOf(text, offsets[place * step]!));
}

/** A place within running text, in the middle. */
function middleOf(text: string): Position {
  return placeOf(text, text.indexOf(' the ', text.length >> 1) + 4);
}

function placeOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
