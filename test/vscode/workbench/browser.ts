/** Chromium as the workbench's window. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findProgram } from '../command.ts';
import { patience } from '../until.ts';

/** The browser to use: `CHROMIUM_PATH`, or the first one in `PATH`. */
export const findBrowser = () =>
  process.env.CHROMIUM_PATH || findProgram('chromium', 'chromium-browser', 'google-chrome', 'chrome');

export interface BrowserWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a headless window of 1280 × 800 with a profile of its own, which can reach nothing but loopback. */
export async function openBrowser(): Promise<BrowserWindow> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('There is no Chromium here.');
  const profile = await mkdtemp(join(tmpdir(), 'immunogloss-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    timeout: patience,
    chromiumSandbox: false, // it can't be had as root, and only our own pages are shown
    viewport: { width: 1280, height: 800 },
    args: [
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await context.close();
      // A process that is still ending may write to it; temporary files may stay.
      await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
    },
  };
}
