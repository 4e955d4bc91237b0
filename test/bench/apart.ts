/**
 * Contenders in processes of their own, which take turns: in one process each pays for what the others leave in its
 * heap, and no writer runs two of them in one.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type CpuTime, inTurns, plainEnvironment, type Task, type Turn, turnOf } from './measure.ts';

/** What a contender's process does: it takes a turn whenever it is asked for one. */
export function contend(task: Task): void {
  const turn = turnOf(task);
  process.on('message', async (length: number) => process.send!(await turn(length)));
}

/** A built file of `contenders/`, and its arguments. */
export type Contender = readonly [name: string, ...args: string[]];

/** `cpuTimes`, of tasks in a process each. Throws an `Error` when one of them ends before its turns do. */
export async function cpuTimesApart<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  budget: number,
): Promise<Record<Name, CpuTime>> {
  const processes: ChildProcess[] = [];
  const turns = {} as Record<Name, Turn>;
  for (const name of Object.keys(contenders) as Name[]) {
    const [file, ...args] = contenders[name];
    const contender = fork(resolve('out', 'bench', 'contenders', `${file}.cjs`), args, {
      env: plainEnvironment(),
    });
    const ended = once(contender, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code}.`);
    });
    processes.push(contender);
    turns[name] = async length => {
      contender.send(length);
      const [runs] = await Promise.race([once(contender, 'message'), ended]);
      return runs;
    };
  }
  try {
    return await inTurns(turns, budget);
  } finally {
    for (const contender of processes) if (contender.connected) contender.disconnect();
  }
}
