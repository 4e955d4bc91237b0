/**
 * Regular expressions with letters of any script, which cost the engine 50 to 350 µs each to make and as much to ask for the
 * first time: for texts in Latin and Greek letters, a small set of characters does, and the full one is made only
 * where a text has others.
 */
import { lazily } from './lazily.ts';

export type Lettered = Pick<RegExp, 'test' | 'exec'>;

/** Texts whose letters and digits are all in `SETS`: no ª, ², ½, no combining marks, no other scripts. */
const COMMON =
  /^[\0-\u00A9\u00AB-\u00B1\u00B4-\u00B8\u00BB\u00BF-\u00FF\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u2010-\u205E\u2190-\u22FF\uE000\uFFFC]*$/;

const UPPER = 'A-ZÀ-ÖØ-ÞΑ-ΡΣ-Ω';
const LOWER = 'a-zµß-öø-ÿα-ω';
/** What the general categories of Unicode are in such texts. */
const SETS: Readonly<Record<string, string>> = { Lu: UPPER, Ll: LOWER, L: UPPER + LOWER, N: '0-9' };

/**
 * The expression that a template writes, under the flag `u`; made when first asked. It has no holes, and `\p{Lu}`,
 * `\p{Ll}`, `\p{L}` and `\p{N}`, which stand in brackets.
 */
export function lettered({ raw }: TemplateStringsArray): Lettered {
  const written = raw.join('');
  const common = lazily(() => new RegExp(inCommon(written)));
  const full = lazily(() => new RegExp(written, 'u'));
  const expressionFor = (text: string): RegExp => (isCommon(text) ? common() : full());
  return {
    test: text => expressionFor(text).test(text),
    exec: text => expressionFor(text).exec(text),
  };
}

/** Where `COMMON`'s first stretch ends. */
const FIRST_END = 0xaa;

/** Most texts are a few letters of ASCII: a call of an expression takes as long as looking at thirty. */
function isCommon(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= FIRST_END) return COMMON.test(text);
  return true;
}

const inCommon = (written: string): string =>
  written.replace(/\\p\{(\w+)\}/g, (_, category: string) => SETS[category]!);
