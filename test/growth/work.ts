/**
 * Work counted in steps, not timed: how often the blocks of each function of ours (and of the YAML reader's) run, as V8
 * counts them for coverage, and how far each built-in has to look. The same on every machine.
 *
 * Import it before what it counts: V8 counts the blocks of functions that are compiled from then on.
 */
import assert from 'node:assert/strict';
import { type Profiler, Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const counted = /\/(?:server\/src|node_modules\/yaml)\/([^?]+)/;

type Steps = Map<string, number>;

function add(steps: Steps, name: string, count: number): void {
  steps.set(name, (steps.get(name) ?? 0) + count);
}

/** How often blocks have run, by function, since this was last asked. */
function blocksRun(): Steps {
  const steps: Steps = new Map();
  session.post('Profiler.takePreciseCoverage', (error, report) => {
    if (error) throw error;
    for (const { url, functions } of (report as Profiler.TakePreciseCoverageReturnType).result) {
      const file = counted.exec(url)?.[1];
      if (file === undefined) continue;
      for (const { functionName, ranges } of functions) {
        for (const { count } of ranges)
          add(steps, `${file} ${functionName}@${ranges[0]!.startOffset}`, count);
      }
    }
  });
  return steps;
}

type Sequence = string | readonly unknown[];
type BuiltIn = (this: Sequence, ...parameters: unknown[]) => unknown;

/** How far a call has looked: in what, asked what, with what answer. */
type Cost = (subject: Sequence, parameters: readonly unknown[], answer: unknown) => number;

const whole: Cost = ({ length }) => length;
const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
/** Up to what was found, from where the search began. */
const ahead: Cost = ({ length }, [, from], answer) =>
  (Number(answer) < 0 ? length : Number(answer)) - Math.min(numberOr(from, 0), length);
const back: Cost = ({ length }, [, from], answer) =>
  Math.min(numberOr(from, length), length) - Math.max(Number(answer), 0);

const costs: readonly (readonly [object, string, Readonly<Record<string, Cost>>])[] = [
  [
    String.prototype,
    'String',
    {
      ...{
        indexOf: ahead,
        lastIndexOf: back,
        includes: whole,
        split: whole,
        replace: whole,
        replaceAll: whole,
      },
      ...{ toLowerCase: whole, toUpperCase: whole, normalize: whole },
    },
  ],
  [
    Array.prototype,
    'Array',
    {
      ...{ indexOf: ahead, lastIndexOf: back, includes: whole, join: whole, concat: whole, sort: whole },
      ...{ splice: whole, shift: whole, unshift: whole, reverse: whole },
      slice: (_subject, _parameters, answer) => (answer as readonly unknown[]).length,
    },
  ],
];

/** The steps that a task takes, by function and built-in. */
function stepsOf(task: () => unknown): Steps {
  const looked: Steps = new Map();
  const restores: (() => void)[] = [];
  const replace = (owner: object, name: string, by: (own: BuiltIn) => unknown) => {
    const own = Object.getOwnPropertyDescriptor(owner, name)!;
    Object.defineProperty(owner, name, { ...own, value: by(own.value) });
    restores.push(() => Object.defineProperty(owner, name, own));
  };
  for (const [owner, kind, methods] of costs) {
    for (const [name, cost] of Object.entries(methods)) {
      const counting = (own: BuiltIn) =>
        function (this: Sequence, ...parameters: unknown[]) {
          const { length } = this;
          const answer = own.apply(this, parameters);
          add(looked, `${kind}.${name}`, cost === whole ? length : cost(this, parameters, answer));
          return answer;
        };
      replace(owner, name, counting);
    }
  }
  // All that takes a regular expression goes through `exec` then (ECMA-262, "RegExpExec").
  const counting = (own: BuiltIn) =>
    function (this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = own.call(this as never, text) as RegExpExecArray | null;
      const far = match !== null ? match.index + match[0].length : this.sticky ? from + 1 : text.length;
      add(looked, 'RegExp.exec', Math.max(0, far - from));
      return match;
    };
  replace(RegExp.prototype, 'exec', counting);
  blocksRun();
  try {
    task();
  } finally {
    for (const restore of restores) restore();
  }
  return new Map([...blocksRun(), ...looked]);
}

/**
 * Asserts that of a text twice as long no function, and no built-in, takes more than about twice the steps. Tables that
 * double when they are full, a sort's logarithm and a second reading of a text are let pass.
 * @param textOf makes a text of so many pieces
 * @param taskOn makes the task; what it does by itself isn't counted
 */
export function assertLinear(
  pieces: number,
  textOf: (pieces: number) => string,
  taskOn: (text: string) => () => unknown,
): void {
  taskOn(textOf(20))(); // what is made once for all
  const longer = textOf(2 * pieces);
  const worse = (): string[] => {
    const once = stepsOf(taskOn(textOf(pieces)));
    return [...stepsOf(taskOn(longer))]
      .filter(([name, count]) => count > 2.3 * (once.get(name) ?? 0) + 3 * longer.length)
      .map(([name, count]) => `${name}: ${once.get(name) ?? 0}, then ${count} steps`);
  };
  // V8 13 (Node 24) counts some functions only once it has optimized what calls them: whatever is worse is looked at again.
  assert.deepEqual(worse().length === 0 ? [] : worse(), []);
}

/** A name of its own for each number, in capitals. */
export function nameOf(number: number): string {
  let name = '';
  for (let rest = number + 26 * 26; rest > 0; rest = Math.floor(rest / 26)) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** A piece again and again, each `#` in it a name that is new each time. */
export function repeated(piece: string): (times: number) => string {
  return times =>
    Array.from({ length: times }, (_, number) => piece.replaceAll('#', nameOf(number))).join('');
}
