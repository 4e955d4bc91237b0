/** Measuring on a machine that others use too: CPU time rather than the clock's, of many runs. */

/** CPU time of this process so far, in ms: user and system, all threads. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export type Task = () => unknown;

/** CPU time of many runs of one task, in ms. */
export interface CpuTime {
  /** Of a run as it comes: with its share of collecting the garbage that such runs make. */
  readonly median: number;
  /** Of the luckiest run, which met no collection. */
  readonly least: number;
}

/**
 * The CPU time that each task takes once it is warm. The tasks take turns of at least 100 ms, so that what slows the
 * machine slows all of them; after a turn each to warm up, turns go on until `budget` ms are spent. A turn's first run,
 * which may collect what the task before it left, isn't counted.
 */
export async function cpuTimes<Name extends string>(
  tasks: Readonly<Record<Name, Task>>,
  budget = 4000,
): Promise<Record<Name, CpuTime>> {
  const names = Object.keys(tasks) as Name[];
  const turn = async (name: Name, length: number): Promise<number[]> => {
    await tasks[name]();
    const runs: number[] = [];
    const begun = cpu();
    let now = begun;
    while (now - begun < length) {
      await tasks[name]();
      const before = now;
      now = cpu();
      runs.push(now - before);
    }
    return runs;
  };
  for (const name of names) await turn(name, budget / 4);
  const runs = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, number[]>;
  const begun = cpu();
  do {
    for (const name of names) runs[name].push(...(await turn(name, 100)));
  } while (cpu() - begun < budget);
  const times = {} as Record<Name, CpuTime>;
  for (const name of names) {
    times[name] = { median: quantile(runs[name], 0.5), least: Math.min(...runs[name]) };
  }
  return times;
}

/** Milliseconds by the clock. */
export async function elapsed(task: Task): Promise<number> {
  const before = performance.now();
  await task();
  return performance.now() - before;
}

/** The value below which a share of the samples lies: `quantile(samples, 0.5)` is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * The environment for processes that are measured: ours, without what has any Node read hundreds of certificates (33 ms)
 * before it begins. That is nobody's work.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  return environment;
}
