import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { definedForm } from './samples.ts';
import { closeAll, hoverAt, open, placeOf, untilHover } from './writing.ts';

describe('Hover', () => {
  let document: vscode.TextDocument;
  before(async () => {
    ({ document } = await open('hover.md', definedForm));
  });
  after(closeAll);

  it('tells what a short form stands for, and where it is defined', async () => {
    await untilHover(document, placeOf(document, 'CAR', 1), /chimeric antigen receptor/i);
  });

  it('answers inside a compound for the part that is pointed at', async () => {
    const inside = placeOf(document, 'CAR-NK').translate(0, 5);
    await untilHover(document, inside, /natural killer/i);
  });

  it('is silent on ordinary words', async () => {
    await untilHover(document, placeOf(document, 'CAR', 1), /chimeric/); // it answers
    for (const word of ['car stood', 'binds', 'outside']) {
      assert.equal(await hoverAt(document, placeOf(document, word).translate(0, 1)), '', word);
    }
  });
});
