import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../bundled.ts';
import { judged } from '../judged.ts';

/** Texts by subject, each with forms of it and how they are judged (see `judged`). */
export type Judged = Readonly<
  Record<string, readonly (readonly [text: string, ...forms: (readonly [string, string])[]])[]>
>;

/** Tests each subject, and that every form of all of them says why it is let off, in a sentence. */
export function judgeAll(subjects: Judged): void {
  for (const [subject, rows] of Object.entries(subjects)) {
    test(subject, () => {
      for (const [text, ...forms] of rows) {
        for (const [form, expected] of forms) assert.equal(judged(text, form), expected, `${form}: ${text}`);
      }
    });
  }

  test('every form that is let off says why in a sentence', () => {
    const text = Object.values(subjects)
      .flat()
      .map(([each]) => each)
      .join('\n\n');
    const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
    for (const { reason } of service.assemble([analysis]).abbreviations) assert.match(reason, /^[A-Z].*\.$/);
  });
}
