/** Waiting for what a busy machine does late. */
import { setTimeout as wait } from 'node:timers/promises';

/** How long is waited for what an idle machine does at once (ms). */
export const patience = 120_000;

/** Waits until `check` no longer throws; after `limit` (ms) its last error counts. */
export async function until(check: () => unknown, limit = patience): Promise<void> {
  for (const end = Date.now() + limit; ; await wait(50)) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
