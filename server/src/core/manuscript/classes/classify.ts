/**
 * Decides what kind of form an abbreviation is, and how sure we are that a careful copy-editor would have it
 * defined. The policy is the `default` profile's: in doubt a hint, never silence, never a loud mistake.
 */
import { fold } from '../../glossary/normalize.ts';
import { remembered } from '../../remembered.ts';
import type { Glossary } from '../../types.ts';
import type { Classification, FormEvidence } from './classification.ts';
import { classTests } from './classTests/index.ts';
import { FormLetters } from './formLetters.ts';
import { type ClassTest, decide, openTests } from './policy.ts';

/** Classifies a form by all that is known of it. `key`: the form, folded. */
export type Classifier = (evidence: FormEvidence, key: string) => Classification;

/** A form's letters, and the tests that they leave open. */
interface Read {
  readonly letters: FormLetters;
  readonly open: readonly ClassTest[];
}

/** A cut from a text keeps the whole of it in memory, but for cuts of so few UTF-16 units, which the engine copies. */
const LONGEST_REMEMBERED = 12;

/** Makes a classifier. What the letters of a form decide is remembered from text to text; the result is the same as without. */
export function createClassifier(glossary: Glossary): Classifier {
  const read = (form: string, key: string): Read => {
    const letters = new FormLetters(form, key, glossary);
    return { letters, open: openTests(classTests, letters) };
  };
  const known = remembered(form => read(form, fold(form)));
  const readOf = (form: string, key: string): Read => {
    const last = form.length <= LONGEST_REMEMBERED ? known(form) : undefined;
    return last?.letters.key === key ? last : read(form, key);
  };
  return (evidence, key) => {
    const { letters, open } = readOf(evidence.form, key);
    return decide(open, evidence, letters)!;
  };
}
