import { ASTERISK, OPEN_BRACKET, TILDE, UNDERSCORE } from '../../signs.ts';
import { isBareTrigger, maskBareAt } from '../bare.ts';
import { sortMarks } from '../marks.ts';
import type { Mask } from '../mask.ts';
import { asciiSet, nextOf } from '../scan.ts';
import { isAlleleStar } from './alleles.ts';
import { readAngle } from './angles.ts';
import { closeBracket, openBracket, readBracket } from './brackets.ts';
import { readCodeSpan, readDollars } from './codeSpans.ts';
import { readBackslash, readEntity } from './escapes.ts';
import { type InlineFacts, InlineText } from './inlineText.ts';
import { readBrace, readKey } from './keys.ts';
import { readScript } from './scripts.ts';

/** The units at which something may begin that isn't plain prose. */
const SPECIAL = asciiSet('\\`*_[]!<&~^$@{:.');

/**
 * Reads the inline text `from`…`to` of `text` (a paragraph, heading, table cell …) and masks what isn't
 * prose in it. `origin` is where the block begins: facts are relative to it. One pass; linear, since every
 * search that fails is remembered and not made again.
 * @returns whether the text holds nothing but images
 */
export function readInline(
  text: string,
  from: number,
  to: number,
  mask: Mask,
  facts: InlineFacts,
  origin: number,
): boolean {
  let at = nextOf(SPECIAL, text, from, to);
  if (at >= to) return false;
  const inline = new InlineText(text, from, to, mask, facts, origin);
  const start = at;
  while (at < to) {
    const next = readSpecial(inline, text.charCodeAt(at), at);
    at = nextOf(SPECIAL, text, next > at ? next : at + 1, to);
  }
  inline.emphasise(0);
  sortMarks(facts.marks);
  return inline.imaged > 0 && inline.imaged >= to - start;
}

/** Reads what begins at `at`; returns where to go on, or `at` itself if that is plain prose. */
function readSpecial(inline: InlineText, unit: number, at: number): number {
  switch (unit) {
    case 0x5c:
      return readBackslash(inline, at);
    case 0x60:
      return readCodeSpan(inline, at);
    case ASTERISK:
    case UNDERSCORE:
      return readDelimiters(inline, at);
    case TILDE:
      if (inline.isCloser(at)) return at + 1;
      return inline.unit(at + 1) === TILDE ? readDelimiters(inline, at) : readScript(inline, at);
    case 0x5e:
      if (inline.isCloser(at)) return at + 1;
      return readCaret(inline, at);
    case 0x21:
      return inline.unit(at + 1) === OPEN_BRACKET ? openBracket(inline, at, 'image') : at;
    case OPEN_BRACKET:
      return readBracket(inline, at);
    case 0x5d:
      return closeBracket(inline, at);
    case 0x3c:
      return readAngle(inline, at);
    case 0x26:
      return readEntity(inline, at);
    case 0x24:
      return readDollars(inline, at);
    case 0x7b:
      return readBrace(inline, at);
    case 0x40: {
      const key = readKey(inline, at);
      return key > at ? key : readBare(inline, at);
    }
    default:
      return readBare(inline, at);
  }
}

/** A superscript, first of all (`^[✉](#mail)^` holds a link), or a note that stands here (`^[A note.]`). */
function readCaret(inline: InlineText, at: number): number {
  const script = readScript(inline, at);
  return script === at && inline.unit(at + 1) === OPEN_BRACKET ? openBracket(inline, at, 'note') : script;
}

/** A run of `*`, `_` or `~~`: emphasis, unless the asterisk is a part of an allele's name. */
function readDelimiters(inline: InlineText, at: number): number {
  const { text, from, to } = inline;
  const unit = text.charCodeAt(at);
  const length = inline.runLength(at);
  const isMarkup =
    unit === TILDE ? length === 2 : !(unit === ASTERISK && length === 1 && isAlleleStar(text, at, from, to));
  if (isMarkup) inline.emphasis.add(text, at, at + length, from, to);
  return at + length;
}

/** An address, file name or version number around `at`. */
function readBare(inline: InlineText, at: number): number {
  if (at < inline.floor || !isBareTrigger(inline.text, at, inline.to)) return at;
  inline.floor = maskBareAt(inline.mask, inline.text, at, inline.floor, inline.to);
  return inline.floor;
}
