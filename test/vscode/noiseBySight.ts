/** What a writer does about many findings, by mouse and keyboard in the real window. */
import assert from 'node:assert/strict';
import type { Sight } from './sight.ts';

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

const rows = '.quick-input-list .monaco-list-row';

/** Declares the tests; they build on each other, in this order. `killExtensionHost`: the one behind the window. */
export function noiseBySight(sight: Sight, killExtensionHost: () => void): void {
  const { page, picture, seen, press, open, command, goTo, placeOf, shows, shownText } = sight;
  const status = (text: string | RegExp) => seen('.statusbar-item[id*="immunogloss"]', text).waitFor();

  /** Types into the quick pick with this title or placeholder until one row is left, and takes it. */
  async function choose(asks: string, typed: string, row: string | RegExp): Promise<void> {
    const input = seen('.quick-input-widget input');
    await page.locator(`.quick-input-widget input[placeholder="${asks}"]`).waitFor();
    await input.fill(typed);
    await seen(`${rows}.focused`, row).waitFor();
    await press('Enter');
  }

  describe('Much noise, in the window', () => {
    before(async () => {
      await seen('.explorer-folders-view .monaco-list-row').waitFor();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await picture(`failed-${Date.now()}`);
    });

    it('a hover tells why a form is not flagged', async () => {
      await open('thesis.md', 'thesis/thesis.md');
      await goTo(5);
      await status('4');
      const { x, y } = await placeOf('IL-2');
      await page.mouse.move(x, y);
      await seen('.monaco-hover:not(.hidden) .hover-contents', /needs no definition/i).waitFor();
      await picture('explained');
      await page.mouse.move(x, y + 90);
    });

    it('triage lists abbreviations, and ignores one by keys alone', async () => {
      await command('Triage Abbreviations…');
      await seen(rows, /QXZ.*3 places · undefined-abbreviation/s).waitFor();
      await picture('triage');
      await choose('Enter shows what can be done', 'QXZ', 'QXZ');
      await seen(rows, 'Add "QXZ" to').waitFor();
      await picture('triage-actions');
      await seen('.quick-input-widget input').fill('in this workspace');
      await seen(`${rows}.focused`, 'Ignore "QXZ" in this workspace').waitFor();
      await press('Enter');
      // The list is there again, without it.
      await seen(rows, /CRS.*3 places/s).waitFor();
      assert.equal(await page.locator(rows, { hasText: 'QXZ' }).count(), 0);
      await press('Escape');
      await status('3');
      await open('immunogloss.yaml', 'thesis/immunogloss.yaml');
      await shows('ignore:');
      assert.match(await shownText(), /# What we agreed on\nexclude: \[old\.md\]\nignore:\n\s*- QXZ/);
    });

    it('a profile shows what it changes before it is chosen, and the project file keeps its comments', async () => {
      await open('thesis.md', 'thesis/thesis.md');
      await command('Switch Journal Profile…');
      await seen(rows, /A thesis.*thesis · findings: 1 goes/s).waitFor();
      await picture('profiles');
      await choose('Enter asks again before anything changes', 'thesis', 'A thesis');
      await seen(rows, 'Switch to A thesis').waitFor();
      await picture('profile-asked');
      await press('ArrowDown');
      await seen(`${rows}.focused`, 'Show the findings that come and go').waitFor();
      await press('Enter');
      await seen('.tab', 'Switch to A thesis').waitFor();
      await seen(rows, 'Switch to A thesis').waitFor();
      await page.waitForTimeout(1_500); // the preview draws in a frame of its own
      await picture('profile-preview');
      await seen('.quick-input-widget input').fill('Switch');
      await seen(`${rows}.focused`, 'Switch to A thesis').waitFor();
      await press('Enter');
      await seen('.statusbar-item', 'ImmunoGloss: A thesis').waitFor();
      await sight.click(seen('.tab', /^thesis\.md/));
      await status('2');
      await open('immunogloss.yaml', 'thesis/immunogloss.yaml');
      await shows('profile: thesis');
      assert.match(await shownText(), /^# What we agreed on\nprofile: thesis\nexclude: \[old\.md\]\n/);
    });

    it('accepted findings go, and only new ones show', async () => {
      await open('thesis.md', 'thesis/thesis.md');
      await command('Accept Current Findings as Baseline');
      await seen('.notification-toast', /accepted in \.immunogloss\/baseline\.json/).waitFor();
      await status('0');
      await picture('accepted');
      await press('ControlOrMeta+End');
      await page.keyboard.type('The ORR was high, the ORR rose, and the ORR fell.');
      await press('ControlOrMeta+S');
      await status('1');
      for (const [word, told] of [
        ['ZZV', /Not reported: accepted in the baseline/],
        ['ORR', /"ORR" is never defined/],
      ] as const) {
        const { x, y } = await placeOf(word);
        await page.mouse.move(x, y);
        await seen('.monaco-hover:not(.hidden) .hover-contents', told).waitFor();
        await picture(`only-new-${word}`);
        await page.mouse.move(x, y + 200);
        await page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
      }
    });

    it('after the window was loaded anew, unsaved text and findings are there again', async () => {
      await open('thesis.md', 'thesis/thesis.md');
      await press('ControlOrMeta+End');
      await page.keyboard.type(' Unsaved.');
      await page.waitForTimeout(2_500); // the editor keeps a copy after a while
      await page.reload();
      await seen('.explorer-folders-view .monaco-list-row').waitFor();
      await shows('Unsaved.');
      await status('1');
      await picture('reloaded');
    });

    it('after the extension host died, findings are there again, and follow what is written', async () => {
      killExtensionHost();
      await seen('.statusbar-item[id*="immunogloss"]').waitFor({ state: 'detached' });
      await status('1');
      await shows('Unsaved.');
      await press('ControlOrMeta+End');
      await page.keyboard.type(' The ZZW was high, the ZZW rose, and the ZZW fell.');
      await press('ControlOrMeta+S');
      await status('2');
      await picture('host-again');
    });
  });
}
