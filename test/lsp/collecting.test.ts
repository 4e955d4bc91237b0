import assert from 'node:assert/strict';
import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { youngCollector } from '../../server/src/node/collecting.ts';

/** What Node tells of a collection (its types leave `detail` out). */
interface Collection extends PerformanceEntry {
  readonly detail: { readonly kind?: number; readonly flags?: number };
}

test('the nursery is collected once for all that asked meanwhile, and never the whole heap', async () => {
  const forced: (number | undefined)[] = [];
  const observer = new PerformanceObserver(list => {
    for (const { detail } of list.getEntries() as Collection[]) {
      const { kind, flags = 0 } = detail;
      if ((flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0) forced.push(kind);
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  const collect = youngCollector();
  for (let call = 0; call < 5; call++) collect();
  await turn(); // behind the one in which it collects: no clock, however slow the machine
  collect();
  // What was collected is told some turns later, and so would be what should not have been.
  for (let turns = 0; turns < 1000 && forced.length < 2; turns++) await turn();
  for (let turns = 0; turns < 10; turns++) await turn();
  observer.disconnect();
  assert.deepEqual(forced, [constants.NODE_PERFORMANCE_GC_MINOR, constants.NODE_PERFORMANCE_GC_MINOR]);
  assert.equal(runInNewContext('typeof gc'), 'undefined', 'the flags are those of before');
});
