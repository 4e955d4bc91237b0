/** What a writer does about terms and their list, by mouse and keyboard in the real window. */
import type { Sight } from './sight.ts';

/** A manuscript with a glossary of its own, in a folder of its own. */
export const terms: Readonly<Record<string, string>> = {
  'terms/.immunogloss/glossary.yaml': '# Ours\nQXZ: quorum exchange zone # settled in May\n',
  'terms/terms.md': `# Results

A quorum exchange zone (QXZ) formed beside natural killer (NK) cells. The QXZ held NK cells back; QXZs grew.
Without NK cells, the QXZ fell.

`,
};

const rows = '.quick-input-list .monaco-list-row';

/** Declares the tests; they build on each other, in this order. */
export function termsBySight(sight: Sight): void {
  const { picture, seen, press, insist, take, open, command, goTo, write, shows, hides } = sight;

  describe('Terms and their list, in the window', () => {
    before(async () => {
      await seen('.explorer-folders-view .monaco-list-row').waitFor();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await picture(`failed-${Date.now()}`);
    });

    it('a list is written in the look that is chosen, and brought up to date where it stands', async () => {
      await open('terms/terms.md');
      await seen('.statusbar-item[id*="immunogloss"]', /\d/).waitFor();
      await command('Update Abbreviation List…');
      await seen(rows, 'A heading and a table of two columns').waitFor();
      await picture('list-styles');
      await take('table', 'A heading and a table of two columns');
      await shows('| QXZ | quorum exchange zone |');
      await picture('list');
      await goTo(4);
      await press('End');
      await write(' The tumor microenvironment (TME) starved, and the TME cooled.');
      await command('Update Abbreviation List…');
      await shows('| TME | tumor microenvironment |');
      await picture('list-updated');
    });

    it('a rename reaches text, list and glossary', async () => {
      await goTo(11, 4);
      const input = seen('.rename-box input');
      await insist(() => press('F2'), input);
      await input.fill('QEZ');
      await picture('rename');
      await press('Enter');
      await shows('| QEZ | quorum exchange zone |');
      await shows('QEZs grew');
      await hides('QXZ');
      await picture('renamed');
      await open('terms/.immunogloss/glossary.yaml');
      await shows('QEZ: quorum exchange zone # settled in May');
      await picture('renamed-glossary');
    });
  });
}
