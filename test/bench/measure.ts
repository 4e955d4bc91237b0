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

/** Runs a task for so many ms of CPU time, once at least; gives the CPU time of each run, in ms. */
export type Turn = (length: number) => Promise<readonly number[]>;

export function turnOf(task: Task): Turn {
  return async length => {
    const runs: number[] = [];
    const begun = cpu();
    let now = begun;
    do {
      await task();
      const before = now;
      now = cpu();
      runs.push(now - before);
    } while (now - begun < length);
    return runs;
  };
}

/** ms of a turn that count, and ms before them that don't: others' work has left caches cold, and a heap to be collected. */
const TURN = 400;
const UNCOUNTED = 100;

/**
 * The CPU time that each task takes once it is warm. They take turns, so that what slows the machine slows all of them;
 * after a turn each to warm up, a quarter of `budget` long, turns go on until `budget` ms are spent.
 */
export async function inTurns<Name extends string>(
  turns: Readonly<Record<Name, Turn>>,
  budget: number,
): Promise<Record<Name, CpuTime>> {
  const names = Object.keys(turns) as Name[];
  const runs = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, number[]>;
  for (const name of names) await turns[name](budget / 4);
  let spent = 0;
  do {
    for (const name of names) {
      const uncounted = await turns[name](UNCOUNTED);
      const counted = await turns[name](TURN);
      runs[name].push(...counted);
      spent += sumOf(uncounted) + sumOf(counted);
    }
  } while (spent < budget);
  const times = {} as Record<Name, CpuTime>;
  for (const name of names) {
    times[name] = { median: quantile(runs[name], 0.5), least: Math.min(...runs[name]) };
  }
  return times;
}

const sumOf = (runs: readonly number[]): number => runs.reduce((sum, run) => sum + run, 0);

/** The same for tasks of this process. */
export function cpuTimes<Name extends string>(
  tasks: Readonly<Record<Name, Task>>,
  budget = 4000,
): Promise<Record<Name, CpuTime>> {
  const turns = {} as Record<Name, Turn>;
  for (const name of Object.keys(tasks) as Name[]) turns[name] = turnOf(tasks[name]);
  return inTurns(turns, budget);
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
