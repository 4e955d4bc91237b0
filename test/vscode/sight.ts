/** The window as a person sees it: what is in sight, and what mouse and keyboard do to it. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { patience, until } from './until.ts';

/** A line of an editor, as far as it is looked at here. */
interface Line {
  readonly style: { readonly top: string };
  readonly innerText: string;
}

/** Takes a picture of the window. */
export type Picture = (name: string) => Promise<void>;

export type Sight = ReturnType<typeof createSight>;

const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

/** All that it does waits until the window shows that it was done: a busy machine is slow. */
export function createSight(page: Page, picture: Picture) {
  const seen = (selector: string, hasText?: string | RegExp): Locator =>
    page.locator(selector, hasText === undefined ? {} : { hasText }).first();
  const press = (keys: string) => page.keyboard.press(keys);
  const input = seen('.quick-input-widget input');
  const focusedRow = (row: string | RegExp) => seen('.quick-input-list .monaco-list-row.focused', row);

  /**
   * Does something until its sign is in sight, as what comes too early is lost. Waits longer each time. What fails may have
   * been done all the same: then what it acts on is gone, and the sign is there.
   */
  async function insist(act: () => Promise<unknown>, sign: Locator, state: 'visible' | 'hidden' = 'visible') {
    const end = Date.now() + patience;
    for (let timeout = 5_000; ; timeout *= 2) {
      try {
        await act();
        return await sign.waitFor({ state, timeout });
      } catch (error) {
        if ((await sign.isVisible()) === (state === 'visible')) return;
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Types into the quick input that is open, until this row is the one that Enter takes. */
  async function type(text: string, row: string | RegExp): Promise<void> {
    await input.fill(text);
    await focusedRow(row).waitFor();
  }

  /** Types into the quick input that is open, and takes this row. */
  async function take(text: string, row: string | RegExp): Promise<void> {
    await type(text, row);
    await press('Enter');
  }

  /** Opens the quick input with these keys, types, and takes this row. */
  async function takeFrom(keys: string, text: string, row: string | RegExp): Promise<void> {
    await insist(async () => {
      await press(keys);
      await input.fill(text, { timeout: 5_000 });
    }, focusedRow(row));
    await press('Enter');
  }

  /** Shows a file in a tab, by its path in the workspace. */
  async function show(path: string): Promise<void> {
    const [name = '', folder = ''] = path.split('/').reverse();
    await takeFrom('ControlOrMeta+P', path, new RegExp(`^${name}.*${folder}`, 's'));
    await seen('.tab.active', name).waitFor();
  }

  /** Opens a text to write in, by its path in the workspace. */
  async function open(path: string): Promise<void> {
    await show(path);
    await seen(`.monaco-editor.focused[data-uri$="/${path}"] .view-line`).waitFor();
  }

  /** Runs a command of ours by its name, as the palette shows it. */
  const command = (title: string) => takeFrom('F1', `>ImmunoGloss: ${title}`, title);

  /** Waits for the quick input that asks for something. */
  const asked = (asks: string) => seen(`.quick-input-widget input[placeholder="${asks}"]`).waitFor();

  /** Shows a line in the middle of the editor, with the cursor in it, before this column. */
  async function goTo(line: number, column = 1): Promise<void> {
    await takeFrom('Control+G', `:${line}:${column}`, new RegExp(`line ${line}\\b`));
    await seen('.statusbar-item', `Ln ${line}, Col ${column}`).waitFor();
  }

  /** Writes where the cursor is. */
  async function write(text: string): Promise<void> {
    await page.keyboard.type(text);
    await shows(text.trim());
  }

  /** Writes at the end of the text in the editor. */
  async function append(text: string): Promise<void> {
    await insist(() => press('ControlOrMeta+1'), seen('.monaco-editor.focused'));
    await press('ControlOrMeta+End');
    await write(text);
  }

  /** Clicks without Playwright's scrolling, which would move the workbench itself. */
  async function click(target: Locator): Promise<void> {
    await target.waitFor();
    const box = await target.boundingBox();
    assert.ok(box, 'out of sight');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** The middle of a word in the editor, in pixels of the window: all letters are equally wide. */
  async function placeOf(word: string): Promise<{ x: number; y: number }> {
    const piece = seen('.monaco-editor .view-line span > span', word);
    const [text, box] = [await piece.innerText(), await piece.boundingBox()];
    assert.ok(box && text.includes(word), `"${word}" is not in sight`);
    const letter = box.width / text.length;
    return { x: box.x + (text.indexOf(word) + word.length / 2) * letter, y: box.y + box.height / 2 };
  }

  /** Takes the mouse out of the text. */
  async function pointAway(): Promise<void> {
    const bar = await seen('.part.statusbar').boundingBox();
    assert.ok(bar);
    await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
    await seen('.monaco-hover:not(.hidden)').waitFor({ state: 'hidden' });
  }

  /** Points at a word until its hover says this, takes a picture, and points away. */
  async function hover(word: string, says: RegExp, pictured: string): Promise<void> {
    const point = async () => {
      await pointAway();
      const { x, y } = await placeOf(word);
      await page.mouse.move(x, y);
    };
    await insist(point, seen('.monaco-hover:not(.hidden) .hover-contents', says));
    await picture(pictured);
    await pointAway();
  }

  /** The lines in sight, editor by editor and from top to bottom: in the page, what was drawn last stands last. */
  const shownText = () =>
    page
      .locator('.monaco-editor .view-lines')
      .evaluateAll((editors: readonly { readonly children: Iterable<Line> }[]) =>
        editors
          .flatMap(({ children }) =>
            [...children].sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top)),
          )
          .map(({ innerText }) => innerText.replaceAll('\u00A0', ' '))
          .join('\n'),
      );
  const untilShown = (check: (shown: string) => void) => until(async () => check(await shownText()));

  /** Waits until the text in sight holds this, wherever its lines are wrapped. */
  const shows = (text: string) =>
    untilShown(shown => assert.ok(unwrapped(shown).includes(unwrapped(text)), shown));

  /** Waits until the text in sight holds this no more. */
  const hides = (text: string) => untilShown(shown => assert.ok(!unwrapped(shown).includes(text), shown));

  /** Waits until the text in sight is so. */
  const matches = (pattern: RegExp) => untilShown(shown => assert.match(shown, pattern));

  return {
    ...{ page, picture, seen, press, insist, type, take, show, open, command, asked, goTo },
    ...{ write, append, click, placeOf, hover, shows, hides, matches },
  };
}
