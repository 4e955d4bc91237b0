/** What a writer does and sees, by mouse and keyboard in the real window. Every step leaves a picture. */
import assert from 'node:assert/strict';
import type { Sight } from './sight.ts';
import { notebookText } from './suites/samples.ts';
import { until } from './until.ts';

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
  const { page, picture, seen, press, insist, type, open, command, asked, goTo } = sight;
  const { append, click, placeOf, hover, shows, hides, matches } = sight;

  /** Types into the quick pick that asks for something, and takes the first answer that matches. */
  async function pickFirst(asks: string, typed: string, answer: RegExp, pictured: string): Promise<void> {
    await asked(asks);
    await type(typed, answer);
    await picture(pictured);
    await press('Enter');
  }

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
      await seen('.monaco-editor .squiggly-warning').waitFor({ state: 'attached' });
      await picture('manuscript');
    });

    it('a hover tells what an abbreviation stands for', () =>
      hover('CAR-NK', /chimeric antigen receptor/i, 'hover'));

    it('Problems lists them with their rules', async () => {
      await goTo(1);
      const finding = seen('.markers-panel .monaco-list-row', /CTLA-4.*ImmunoGloss.*defined-only-in-list/);
      await insist(() => press('ControlOrMeta+Shift+M'), finding);
      await insist(() => click(finding), seen('.statusbar-item', 'Ln 31'));
      await picture('problems');
      await insist(() => press('ControlOrMeta+J'), seen('.markers-panel'), 'hidden');
    });

    it('a quick fix mends what the cursor is on', async () => {
      const fix = seen('.action-widget .monaco-list-row', /programmed cell death/i);
      const mended = seen('.monaco-editor .view-line', 'programmed cell death');
      const offer = async () => {
        await press('Escape');
        const { x, y } = await placeOf('PD-1');
        await page.mouse.click(x, y);
        await press('ControlOrMeta+.');
      };
      await insist(offer, fix);
      await picture('quick-fix');
      // What is offered goes by itself where the window is busy otherwise.
      await insist(async () => ((await fix.isVisible()) ? click(fix) : offer()), mended);
      await hides('checkpoints like PD-1');
    });

    it('completion defines a form at its first use, and writes the short form after', async () => {
      await open('draft.md');
      for (const [typed, written, pictured] of [
        ['We built a chimric', 'We built a chimeric antigen receptor (CAR)', 'completion'],
        [' and another CAR', '(CAR) and another CAR', 'completion-again'],
      ] as const) {
        await append(typed);
        await insist(
          async () => {
            await press('Escape');
            await press('Control+Space');
          },
          seen('.suggest-widget.visible .monaco-list-row.focused', 'CAR'),
        );
        await picture(pictured);
        await press('Enter');
        await shows(written);
      }
    });

    it('a form is looked up by a piece of what it stands for, and written where the cursor is', async () => {
      await press('Enter');
      await press('Enter');
      await command('Look Up Abbreviation…');
      const asks = 'A short form, or a piece of a long form';
      await pickFirst(asks, 'tumour microenv', /^TME/, 'look-up');
      await matches(/tumou?r\smicroenvironment\s\(TME\)/);
    });

    it('a therapy fact is found by its words, and written with its sources', async () => {
      await press('Enter');
      await press('Enter');
      await command('Insert Therapy Fact…');
      await pickFirst('Words of a therapy fact', 'CAR-NK donor', /CAR-NK/, 'insert-fact');
      await matches(/\[@[\w-]+/);
      await picture('inserted-fact');
    });

    it('first uses are repaired over all files of a manuscript, after a look at the changes', async () => {
      await open('paper/first.md');
      await command('Repair First Uses');
      const preview = page.locator('.bulk-edit-panel');
      await preview.locator('.monaco-list-row', { hasText: 'first.md' }).waitFor();
      await picture('repair');
      for (const name of ['first.md', 'second.md']) {
        const row = preview.locator('.monaco-list-row', { hasText: name });
        const box = row.locator('.edit-checkbox').first();
        await until(async () => {
          if (!(await box.isChecked())) await click(box);
          assert.ok(await box.isChecked());
        });
      }
      await picture('repair-accepted');
      const applied = preview.locator('.monaco-list-row').first();
      await insist(() => click(preview.getByRole('button', { name: 'Apply' })), applied, 'hidden');
      await shows('Severe cytokine release syndrome (CRS) is rare.');
      await open('paper/second.md');
      await shows('CRS is graded, and CRS ends.');
    });
  });
}

/** Declares the test of a folder that is not trusted, where a notebook is the first thing that is opened. */
export function inRestrictedMode({ picture, seen, press, insist, show }: Sight): void {
  describe('In a window in restricted mode', () => {
    it('a notebook that is opened alone shows its findings', async () => {
      await seen('.statusbar-item', 'Restricted Mode').waitFor();
      await show('cells.ipynb');
      const finding = seen('.markers-panel .monaco-list-row', /NKT.*ImmunoGloss.*undefined-abbreviation/);
      await insist(() => press('ControlOrMeta+Shift+M'), finding);
      await seen('.statusbar-item[id*="immunogloss"]', /\d/).waitFor();
      await picture('restricted');
    });
  });
}
