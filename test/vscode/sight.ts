/** The window as a person sees it: what is in sight, and what mouse and keyboard do to it. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Takes a picture of the window. */
export type Picture = (name: string) => Promise<void>;

export type Sight = ReturnType<typeof createSight>;

export function createSight(page: Page, picture: Picture) {
  const seen = (selector: string, hasText?: string | RegExp): Locator =>
    page.locator(selector, hasText === undefined ? {} : { hasText }).first();
  const press = (keys: string) => page.keyboard.press(keys);

  /** Opens a file; `path`: what to type where its name isn't enough. */
  async function open(name: string, path = name): Promise<void> {
    await press('ControlOrMeta+P');
    const input = seen('.quick-input-widget input');
    await input.fill(path);
    await seen('.quick-input-list .monaco-list-row.focused', name).waitFor();
    await press('Enter');
    await seen('.tab.active', name).waitFor();
    await seen('.monaco-editor .view-line').waitFor();
  }

  /** Runs a command of ours by its name, as the palette shows it. */
  async function command(title: string): Promise<void> {
    await press('F1');
    await seen('.quick-input-widget input').fill(`>ImmunoGloss: ${title}`);
    await seen('.quick-input-list .monaco-list-row.focused', title).waitFor();
    await press('Enter');
  }

  /** Types into the quick pick that asks for something, and takes the first answer that matches. */
  async function pickFirst(asks: string, typed: string, answer: RegExp, pictured: string): Promise<void> {
    const input = seen(`.quick-input-widget input[placeholder="${asks}"]`);
    await input.waitFor();
    await input.fill(typed);
    await seen('.quick-input-list .monaco-list-row.focused', answer).waitFor();
    await picture(pictured);
    await press('Enter');
  }

  /** Shows a line in the middle of the editor, with the cursor in it, before this column. */
  async function goTo(line: number, column = 1): Promise<void> {
    await press('Control+G');
    await seen('.quick-input-widget input').fill(`:${line}:${column}`);
    await press('Enter');
    await seen('.quick-input-widget').waitFor({ state: 'hidden' });
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
    assert.ok(box, `"${word}" is not in sight`);
    const letter = box.width / text.length;
    return { x: box.x + (text.indexOf(word) + word.length / 2) * letter, y: box.y + box.height / 2 };
  }

  const shownText = async () =>
    (await page.locator('.monaco-editor .view-line').allInnerTexts()).join('\n').replaceAll('\u00A0', ' ');
  const shows = (text: string) => seen('.monaco-editor .view-line', text).waitFor();

  return { page, picture, seen, press, open, command, pickFirst, goTo, click, placeOf, shownText, shows };
}
