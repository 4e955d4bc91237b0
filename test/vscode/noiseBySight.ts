/** What a writer does about many findings, by mouse and keyboard in the real window. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Sight } from './sight.ts';
import { until } from './until.ts';

/** A thesis with findings of several kinds, in a folder of its own. */
export const thesis: Readonly<Record<string, string>> = {
  'thesis/immunogloss.yaml': '# What we agreed on\nexclude: [old.md]\n',
  'thesis/thesis.md': `# Introduction

Patients were screened for CRS every day. Severe CRS was rare, and CRS resolved within a week.
The QXZ formed late. A cold QXZ stays cold, and no QXZ is like another.
Bone marrow transplantation (BMT) was done. BMT helped. We measured IL-2 and IL-6.
Nothing came of ZZV.

`,
};

/** Declares the tests; they build on each other, in this order. `killExtensionHost` answers a check for another one. */
export function noiseBySight(sight: Sight, killExtensionHost: () => Promise<() => void>): void {
  const { page, picture, seen, press, insist, take, open, command, asked, goTo } = sight;
  const { append, click, hover, shows, matches } = sight;
  const status = (text: string | RegExp) => seen('.statusbar-item[id*="immunogloss"]', text);
  const row = (text: string | RegExp) => seen('.quick-input-list .monaco-list-row', text);

  describe('Much noise, in the window', () => {
    before(async () => {
      await seen('.explorer-folders-view .monaco-list-row').waitFor();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await picture(`failed-${Date.now()}`);
    });

    it('a hover tells why a form is not flagged', async () => {
      await open('thesis/thesis.md');
      await goTo(5);
      await status('4').waitFor();
      await hover('IL-2', /needs no definition/i, 'explained');
    });

    it('triage lists abbreviations, and ignores one by keys alone', async () => {
      await command('Triage Abbreviations…');
      await row(/QXZ.*3 places · undefined-abbreviation/s).waitFor();
      await picture('triage');
      await asked('Enter shows what can be done');
      await take('QXZ', 'QXZ');
      await row('Add "QXZ" to').waitFor();
      await picture('triage-actions');
      await take('in this workspace', 'Ignore "QXZ" in this workspace');
      // The list is there again, without it.
      await row(/CRS.*3 places/s).waitFor();
      await row('QXZ').waitFor({ state: 'detached' });
      await press('Escape');
      await status('3').waitFor();
      await open('thesis/immunogloss.yaml');
      await matches(/# What we agreed on\nexclude: \[old\.md\]\nignore:\n\s*- QXZ/);
    });

    it('a profile shows what it changes before it is chosen, and the project file keeps its comments', async () => {
      await open('thesis/thesis.md');
      await command('Switch Journal Profile…');
      await row(/A thesis.*thesis · findings: 1 goes/s).waitFor();
      await picture('profiles');
      await asked('Enter asks again before anything changes');
      await take('thesis', 'A thesis');
      await row('Switch to A thesis').waitFor();
      await picture('profile-asked');
      await take('Show', 'Show the findings that come and go');
      await seen('.tab', 'Switch to A thesis').waitFor();
      await page
        .frameLocator('iframe.webview.ready')
        .frameLocator('#active-frame')
        .locator('h2', { hasText: '1 finding goes' })
        .waitFor();
      await row('Switch to A thesis').waitFor();
      await picture('profile-preview');
      await take('Switch', 'Switch to A thesis');
      await seen('.statusbar-item', 'ImmunoGloss: A thesis').waitFor();
      await insist(() => click(seen('.tab', /^thesis\.md/)), status('2'));
      await open('thesis/immunogloss.yaml');
      await matches(/# What we agreed on\nprofile: thesis\nexclude: \[old\.md\]\n/);
    });

    it('accepted findings go, and only new ones show', async () => {
      await open('thesis/thesis.md');
      const told = seen('.notification-toast', /accepted in \.immunogloss\/baseline\.json/).waitFor();
      await Promise.all([command('Accept Current Findings as Baseline'), told]); // it is told for a while only
      await status('0').waitFor();
      await picture('accepted');
      await append('The ORR was high, the ORR rose, and the ORR fell.');
      await press('ControlOrMeta+S');
      await status('1').waitFor();
      await hover('ZZV', /Not reported: accepted in the baseline/, 'only-new-ZZV');
      await hover('ORR', /"ORR" is never defined/, 'only-new-ORR');
    });

    it('after the window was loaded anew, unsaved text and findings are there again', async () => {
      await open('thesis/thesis.md');
      await append(' Unsaved.');
      await untilLoadedAnew(page);
      await seen('.explorer-folders-view .monaco-list-row').waitFor();
      await shows('Unsaved.');
      await status('1').waitFor();
      await picture('reloaded');
    });

    it('after the extension host died, findings are there again, and follow what is written', async () => {
      const hasAnother = await killExtensionHost();
      // An editor that is too busy to ask within two seconds why it died starts no other one: the writer does.
      await until(hasAnother, 20_000).catch(async () => {
        await untilLoadedAnew(page);
        await until(hasAnother);
      });
      await status('1').waitFor();
      await shows('Unsaved.');
      await append(' The ZZW was high, the ZZW rose, and the ZZW fell.');
      await press('ControlOrMeta+S');
      await status('2').waitFor();
      await picture('host-again');
    });
  });
}

/** Loads the window anew. `false`: the editor asked whether to leave, as it has kept no copy yet of what isn't saved. */
function loadedAnew(page: Page): Promise<boolean> {
  return new Promise((resolve, reject) => {
    page.once('dialog', dialog => dialog.dismiss().then(() => resolve(false), reject));
    page.reload({ waitUntil: 'commit' }).then(
      () => resolve(true),
      () => resolve(false),
    );
  });
}

const untilLoadedAnew = (page: Page) => until(async () => assert.ok(await loadedAnew(page)));
