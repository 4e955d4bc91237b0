/** A policy: tests in an order, of which the first that holds decides. */
import type { Classification, FormEvidence } from './classification.ts';
import type { FormLetters } from './formLetters.ts';

/** One test. All that it states must hold; what it costs to ask grows from field to field. */
export interface ClassTest {
  /** What the form's letters must be; whatever they are by default. Asked once of a form, not once a text. */
  readonly letters?: (letters: FormLetters) => boolean;
  /** Whether the manuscript defines the form. */
  readonly defined?: boolean;
  /** Bits of evidence: at least one use has one of them. */
  readonly any?: number;
  /** Bits of evidence: most uses have one of them. */
  readonly most?: number;
  /** What the text must say of it. */
  readonly text?: (evidence: FormEvidence, letters: FormLetters) => boolean;
  /** What it is then. A function may still leave it to the tests behind. */
  readonly is: Classification | Decision;
}

type Decision = (evidence: FormEvidence, letters: FormLetters) => Classification | undefined;

/** The tests of a policy that a form's letters leave open: up to the first that holds of them in any text. */
export function openTests(policy: readonly ClassTest[], letters: FormLetters): readonly ClassTest[] {
  const open: ClassTest[] = [];
  for (const test of policy) {
    if (test.letters?.(letters) === false) continue;
    open.push(test);
    if (isCertain(test)) break;
  }
  return open;
}

/** Whether it needs no text to decide. */
function isCertain({ defined, any, most, text, is }: ClassTest): boolean {
  return (defined ?? any ?? most ?? text) === undefined && typeof is !== 'function';
}

/** A policy within a policy: what the first of these tests that holds says. */
export function firstOf(policy: readonly ClassTest[]): Decision {
  return (evidence, letters) => decide(openTests(policy, letters), evidence, letters);
}

/** Asks the tests that are open; undefined where none of them decides. */
export function decide(
  open: readonly ClassTest[],
  evidence: FormEvidence,
  letters: FormLetters,
): Classification | undefined {
  for (const { defined, any, most, text, is } of open) {
    if (defined !== undefined && defined !== evidence.defined) continue;
    if (any !== undefined && (any & evidence.any) === 0) continue;
    if (most !== undefined && (most & evidence.most) === 0) continue;
    if (text?.(evidence, letters) === false) continue;
    const decided = typeof is === 'function' ? is(evidence, letters) : is;
    if (decided !== undefined) return decided;
  }
  return undefined;
}
