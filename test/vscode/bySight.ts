/** What a writer does and sees, by mouse and keyboard in the real window. Every step leaves a picture. */
import assert from 'node:assert/strict';
import type { Sight } from './sight.ts';
import { notebookText } from './suites/samples.ts';

/** Manuscripts to edit, by file name: one of one file, and one of two in a folder of its own. */
export const drafts: Readonly<Record<string, string>> = {
  'draft.md': `# Introduction

Infusion led to CRS in two patients. In both, CRS resolved, and CRS did not come back.
Fever was treated with tocilizumab.

`,
  'cells.ipynb': notebookText,
  'paper/immunogloss.yaml': 'manuscript:\n  - first.md\n  - second.md\n',
  'paper/first.md': 'Severe CRS is rare.\n',
  'paper/second.md': 'Cytokine release syndrome (CRS) is graded, and CRS ends.\n',
};

/** Declares the tests; they build on each other, in this order. */
export function bySight(sight: Sight): void {
  const { seen, press, open, command, pickFirst, goTo, click, placeOf, shownText, shows } = sight;
  const { page, picture } = sight;
  const warning = seen('.monaco-editor .squiggly-warning');

  describe('In the window', () => {
    before(async () => {
      await seen('.explorer-folders-view .monaco-list-row').waitFor();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await picture(`failed-${Date.now()}`);
    });

    it('a manuscript shows its findings as squiggles, and their number in the status bar', async () => {
      await open('car-nk-editorial.md');
      await goTo(31);
      await seen('.statusbar-item[id*="immunogloss"]', /\d/).waitFor();
      await warning.waitFor({ state: 'attached' });
      await picture('manuscript');
    });

    it('a hover tells what an abbreviation stands for', async () => {
      const { x, y } = await placeOf('CAR-NK');
      await page.mouse.move(x, y);
      await seen('.monaco-hover:not(.hidden) .hover-contents', /chimeric antigen receptor/i).waitFor();
      await picture('hover');
      await page.mouse.move(x, y + 60); // Ctrl over a word would show a link
    });

    it('Problems lists them with their rules', async () => {
      await press('ControlOrMeta+Shift+M');
      await click(seen('.markers-panel .monaco-list-row', /CTLA-4.*ImmunoGloss.*defined-only-in-list/));
      await seen('.statusbar-item', 'Ln 31').waitFor();
      await picture('problems');
      await press('ControlOrMeta+J');
      await seen('.markers-panel').waitFor({ state: 'hidden' });
    });

    it('a quick fix mends what the cursor is on', async () => {
      const { x, y } = await placeOf('PD-1');
      await page.mouse.click(x, y);
      const fix = seen('.action-widget .monaco-list-row', /programmed cell death/i);
      // For a moment the editor offers what it had for the place before: ask again.
      for (let tries = 5; !(await fix.isVisible()); tries--) {
        await press('Escape');
        await press('ControlOrMeta+.');
        await fix.waitFor({ timeout: 4_000 }).catch(error => assert.ok(tries > 1, error));
      }
      await picture('quick-fix');
      await click(fix);
      await seen('.monaco-editor .view-line', 'programmed cell death').waitFor();
      assert.doesNotMatch(await shownText(), /checkpoints like PD-1/);
    });

    it('completion defines a form at its first use, and writes the short form after', async () => {
      await open('draft.md');
      await press('ControlOrMeta+End');
      for (const [typed, written] of [
        ['We built a chimric', 'We built a chimeric antigen receptor (CAR)'],
        [' and another CAR', '(CAR) and another CAR'],
      ] as const) {
        await page.keyboard.type(typed, { delay: 40 });
        await press('Control+Space');
        await seen('.suggest-widget.visible .monaco-list-row.focused', 'CAR').waitFor();
        await picture(typed.endsWith('CAR') ? 'completion-again' : 'completion');
        await press('Enter');
        assert.ok((await shownText()).includes(written), await shownText());
      }
    });

    it('a form is looked up by a piece of what it stands for, and written where the cursor is', async () => {
      await press('Enter');
      await press('Enter');
      await command('Look Up Abbreviation…');
      const asks = 'A short form, or a piece of a long form';
      await pickFirst(asks, 'tumour microenv', /^TME/, 'look-up');
      await seen('.monaco-editor .view-line', /tumou?r\smicroenvironment\s\(TME\)/).waitFor();
    });

    it('a therapy fact is found by its words, and written with its sources', async () => {
      await press('Enter');
      await press('Enter');
      await command('Insert Therapy Fact…');
      await pickFirst('Words of a therapy fact', 'CAR-NK donor', /CAR-NK/, 'insert-fact');
      await seen('.monaco-editor .view-line', /\[@[\w-]+/).waitFor();
      await picture('inserted-fact');
    });

    it('first uses are repaired over all files of a manuscript, after a look at the changes', async () => {
      await open('first.md');
      await command('Repair First Uses');
      const preview = page.locator('.bulk-edit-panel');
      await preview.locator('.monaco-list-row', { hasText: 'first.md' }).waitFor();
      await picture('repair');
      for (const name of ['first.md', 'second.md']) {
        await click(preview.locator('.monaco-list-row', { hasText: name }).locator('.edit-checkbox').first());
      }
      await picture('repair-accepted');
      await click(preview.getByRole('button', { name: 'Apply' }));
      await shows('Severe cytokine release syndrome (CRS) is rare.');
      await open('second.md');
      await shows('CRS is graded, and CRS ends.');
    });
  });
}

/** Declares the test of a folder that is not trusted, where a notebook is the first thing that is opened. */
export function inRestrictedMode({ page, picture }: Sight): void {
  describe('In a window in restricted mode', () => {
    it('a notebook that is opened alone shows its findings', async () => {
      const seen = (selector: string, hasText: string | RegExp) =>
        page.locator(selector, { hasText }).first();
      await seen('.statusbar-item', 'Restricted Mode').waitFor();
      await page.keyboard.press('ControlOrMeta+Shift+E');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill('cells.ipynb');
      await seen('.quick-input-list .monaco-list-row', 'cells.ipynb').waitFor();
      await page.keyboard.press('Enter');
      await seen('.tab.active', 'cells.ipynb').waitFor();
      await page.keyboard.press('ControlOrMeta+Shift+M');
      await seen('.markers-panel .monaco-list-row', /NKT.*ImmunoGloss.*undefined-abbreviation/).waitFor();
      await seen('.statusbar-item[id*="immunogloss"]', /\d/).waitFor();
      await picture('restricted');
    });
  });
}
