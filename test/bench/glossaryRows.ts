/** A glossary of 100,000 entries in a warm process: loading it, and searching it against plain Fuse.js. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { layeredGlossary, withOrigin } from '../../server/src/core/glossary/layers.ts';
import { createSearch, type Glossary, type GlossarySearch } from '../../server/src/core/index.ts';
import { createLayerReader } from '../../server/src/core/project/layerReading.ts';
import { createLayerStore, nodeFiles, uriOf } from '../../server/src/node/index.ts';
import { type CpuTime, cpuTimes, quantile } from './measure.ts';
import { queries } from './serverRows.ts';
import { type Row, rounded } from './table.ts';

/**
 * `layer`: a workspace's glossary file as JSON, which is read above the one that ships; `huge`: one that is five times as
 * large as any that we promise to be quick with, where that is wanted.
 */
export async function glossaryRows(bundled: Glossary, layer: string, huge?: string): Promise<Row[]> {
  const rows = await rowsOf(bundled, layer);
  return huge === undefined ? rows : [...rows, ...(await hugeRows(bundled, huge))];
}

async function rowsOf(bundled: Glossary, layer: string): Promise<Row[]> {
  const read = (): Glossary => readAbove(bundled, layer);
  const { load } = await cpuTimes({ load: read });
  const kept = await keptTimes(bundled, layer);
  const { entries } = read();
  const search = createSearch(entries);
  const fuse = new Fuse(entries, { keys: ['short', 'long'] });
  const times = { ours: await searchTimes(search), fuse: [] as number[] };
  // Plain Fuse.js takes seconds a query: once each for some of them is enough.
  for (const query of queries.slice(0, 6)) {
    const begun = process.cpuUsage();
    fuse.search(query, { limit: 50 });
    const { user, system } = process.cpuUsage(begun);
    times.fuse.push((user + system) / 1000);
  }
  const prefixes = ['IL', 'TNF', 'PD-1', 'CAR', 'B'];
  const { prefix } = await cpuTimes(
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
      value: prefix.least / (100 * prefixes.length),
      unit: 'ms',
      want: 'less',
      atLeast: 0.1,
      stretch: 0.02,
      measured: `${prefixes.join(', ')}`,
    },
    {
      id: 'glossary-load',
      what: 'Workspace glossary of 100k entries read and asked',
      value: load.least,
      unit: 'ms',
      want: 'less',
      atLeast: 600,
      stretch: 50,
      measured: `${entries.length} entries`,
    },
    {
      id: 'glossary-kept',
      what: 'The same from what an earlier session kept of it',
      value: kept.least,
      unit: 'ms',
      want: 'less',
      atLeast: 600,
      stretch: 50,
      measured: 'its file read, compared and asked',
    },
  ];
}

/** A glossary file read from a disk and asked once, by a reader that knows nothing but what is in the cache. */
async function keptTimes(bundled: Glossary, layer: string): Promise<CpuTime> {
  const folder = mkdtempSync(join(tmpdir(), 'immunogloss bench '));
  const path = join(folder, 'glossary.json');
  writeFileSync(path, layer);
  const origin = { layer: 'workspace', uri: uriOf(path) } as const;
  const store = createLayerStore(join(folder, 'cache'));
  const read = async (): Promise<void> => {
    const file = await createLayerReader(nodeFiles, store).read(origin);
    layeredGlossary(bundled, [file], 1).senses('car');
  };
  try {
    await read();
    store.write();
    return (await cpuTimes({ read })).read;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A glossary file above the glossary that ships, read and asked once. */
function readAbove(bundled: Glossary, layer: string): Glossary {
  const origin = { layer: 'workspace', uri: 'file:///.immunogloss/generated.json' } as const;
  const { entries } = parseLayerFile(layer, origin.uri);
  const glossary = layeredGlossary(bundled, [{ origin, entries: withOrigin(entries, origin) }], 1);
  glossary.senses('car');
  return glossary;
}

/** CPU time of each query, in ms. */
async function searchTimes(search: GlossarySearch): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    search.find(query, 50);
    times.push((await cpuTimes({ ours: () => search.find(query, 50) }, 50)).ours.least);
  }
  return times;
}

async function hugeRows(bundled: Glossary, layer: string): Promise<Row[]> {
  const { load } = await cpuTimes({ load: () => readAbove(bundled, layer) });
  const { entries } = readAbove(bundled, layer);
  const times = await searchTimes(createSearch(entries));
  const measured = `${entries.length} entries`;
  const row = { unit: 'ms', want: 'less', measured } as const;
  return [
    {
      ...row,
      id: 'search-huge',
      what: 'Search of 500k entries p95',
      value: quantile(times, 0.95),
      atLeast: 75,
      stretch: 15,
    },
    {
      ...row,
      id: 'glossary-load-huge',
      what: 'Glossary of 500k entries read and asked',
      value: load.least,
      atLeast: 3000,
      stretch: 250,
    },
  ];
}
