/** A glossary of 100,000 entries in a warm process: loading it, and searching it against plain Fuse.js. */
import Fuse from 'fuse.js';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { layeredGlossary, withOrigin } from '../../server/src/core/glossary/layers.ts';
import { createSearch, type Glossary } from '../../server/src/core/index.ts';
import { leastCpu, quantile } from './measure.ts';
import { queries } from './serverRows.ts';
import { type Row, rounded } from './table.ts';

/** `layer`: a workspace's glossary file as JSON, which is read above the one that ships. */
export async function glossaryRows(bundled: Glossary, layer: string): Promise<Row[]> {
  const read = (): Glossary => {
    const origin = { layer: 'workspace', uri: 'file:///.immunogloss/generated.json' } as const;
    const { entries } = parseLayerFile(layer, origin.uri);
    const glossary = layeredGlossary(bundled, [{ origin, entries: withOrigin(entries, origin) }], 1);
    glossary.senses('car');
    return glossary;
  };
  const { load } = await leastCpu({ load: read });
  const { entries } = read();
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
      what: 'Workspace glossary of 100k entries read and asked',
      value: load,
      unit: 'ms',
      want: 'less',
      atLeast: 600,
      stretch: 50,
      measured: `${entries.length} entries`,
    },
  ];
}
