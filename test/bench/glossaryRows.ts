/** A glossary of 100,000 entries in a warm process: loading it, and searching it against plain Fuse.js. */
import Fuse from 'fuse.js';
import { createBundledGlossary, createSearch, type GlossaryFiles } from '../../server/src/core/index.ts';
import { leastCpu, quantile } from './measure.ts';
import { queries } from './serverRows.ts';
import { type Row, rounded } from './table.ts';

/** `file`: the generated entries as JSON; `bundled`: the files that ship. */
export async function glossaryRows(bundled: GlossaryFiles, file: string): Promise<Row[]> {
  const generated = 'abbreviations/generated.json';
  const files: GlossaryFiles = {
    keys: () => new Map([...bundled.keys(), generated].map(path => [path, ''])).keys(),
    get: path => (path === generated ? file : bundled.get(path)),
  };
  const { load } = await leastCpu({ load: () => createBundledGlossary(files) });
  const { entries } = createBundledGlossary(files).glossary;
  const search = createSearch(entries);
  const fuse = new Fuse(entries, { keys: ['short', 'long'] });
  const times = { ours: [] as number[], fuse: [] as number[] };
  for (const query of queries) {
    search.find(query, 50);
    const { ours } = await leastCpu({ ours: () => search.find(query, 50) }, 50);
    times.ours.push(ours);
  }
  // Plain Fuse.js takes seconds a query: once each for some of them is enough.
  for (const query of queries.slice(0, 6)) {
    const begun = process.cpuUsage();
    fuse.search(query, { limit: 50 });
    const { user, system } = process.cpuUsage(begun);
    times.fuse.push((user + system) / 1000);
  }
  const prefixes = ['IL', 'TNF', 'PD-1', 'CAR', 'B'];
  const { prefix } = await leastCpu(
    {
      prefix: () => {
        for (let run = 0; run < 100; run++) for (const query of prefixes) search.startingWith(query);
      },
    },
    500,
  );
  const we = quantile(times.ours, 0.95);
  const they = quantile(times.fuse, 0.95);
  return [
    {
      id: 'search-fuse',
      what: 'Search of 100k entries p95, against plain Fuse.js',
      value: they / we,
      unit: 'x',
      want: 'more',
      atLeast: 150,
      stretch: 300,
      measured: `${rounded(we)} ms; ${rounded(they)} ms`,
    },
    {
      id: 'search-prefix',
      what: 'Search by prefix, 100k entries, mean',
      value: prefix / (100 * prefixes.length),
      unit: 'ms',
      want: 'less',
      atLeast: 0.1,
      stretch: 0.02,
      measured: `${prefixes.join(', ')}`,
    },
    {
      id: 'glossary-load',
      what: 'Glossary of 100k entries ready',
      value: load,
      unit: 'ms',
      want: 'less',
      atLeast: 600,
      stretch: 50,
      measured: `${entries.length} entries`,
    },
  ];
}
