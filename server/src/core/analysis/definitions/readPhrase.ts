import {
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COMMA,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  TRANSPARENT,
} from '../../signs.ts';
import { unitAt } from '../../unitAt.ts';
import {
  foldOf,
  greekInitial,
  isDigit,
  isGreek,
  isLetter,
  isSpace,
  isUpper,
  Kind,
  kindOf,
} from '../characters.ts';
import type { Costs } from './costs.ts';
import { describe } from './describe.ts';
import { isLocant, isNumbered } from './locants.ts';
import { Boundary, type Part, type Phrase } from './phrase.ts';
import { WordBit } from './words.ts';

/**
 * Reads `text[from..to)` into a phrase that has room for it; what it held before is gone. Linear.
 * @param spaced hyphens stand between blanks
 */
export function readPhrase(
  phrase: Phrase,
  text: string,
  from: number,
  to: number,
  costs: Costs,
  spaced = false,
): void {
  phrase.length = 0;
  phrase.parts = [];
  phrase.multiples = 0;
  new PhraseReader(phrase, text, costs, spaced).read(from, to);
}

/** Whether a dash stands beside the blank at `at`. */
const isBesideDash = (text: string, at: number): boolean =>
  kindOf(unitAt(text, at + 1)) === Kind.dash || kindOf(unitAt(text, at - 1)) === Kind.dash;

const isOpening = (code: number): boolean => code === OPEN_PARENTHESIS || code === OPEN_BRACKET;
const isClosing = (code: number): boolean => code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET;

/** Where a reader of a phrase stands: between two tokens, in one of them, in one of its parts. */
class PhraseReader {
  /** Where the token begins, or -1 between two. */
  private tokenStart = -1;
  /** No part of the token has begun. */
  private leading = true;
  private inPart = false;
  private previous = 0;
  private depth = 0;
  /** The depth inside the remark in brackets that is read; 0 for none. */
  private remark = 0;
  /** What it costs to read on to the next part: see `Part.gap`. */
  private gap = 0;
  private readonly phrase: Phrase;
  private readonly text: string;
  private readonly costs: Costs;
  private readonly spaced: boolean;

  constructor(phrase: Phrase, text: string, costs: Costs, spaced: boolean) {
    this.phrase = phrase;
    this.text = text;
    this.costs = costs;
    this.spaced = spaced;
  }

  read(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const code = this.text.charCodeAt(at);
      if (code === TRANSPARENT) continue;
      const kind = kindOf(code);
      if (kind === Kind.space) {
        if (this.spaced && isBesideDash(this.text, at)) continue;
        this.endPart(true);
        this.tokenStart = -1;
        this.leading = true;
        continue;
      }
      if (this.tokenStart < 0) this.beginToken(at, code);
      if (kind === Kind.letter || kind === Kind.digit) this.readCharacter(at, code, kind);
      else this.readSign(at, code, kind);
    }
    this.endPart(true);
  }

  private beginToken(at: number, code: number): void {
    this.tokenStart = at;
    if (this.remark > 0 || !isOpening(code) || beginsName(this.text, at)) return;
    this.gap += this.costs.parenthetical;
    this.remark = this.depth + 1;
  }

  /** Completes the part that is read, if any is. For `closed` see `describe`. */
  private endPart(closed: boolean): void {
    if (this.inPart) describe(this.phrase, this.costs, closed, this.remark > 0);
    this.inPart = false;
  }

  private readSign(at: number, code: number, kind: number): void {
    const { text, phrase, costs } = this;
    if (this.inPart) {
      this.endPart(!(kind === Kind.dash || (code === COMMA && isDigit(unitAt(text, at + 1)))));
      if (kind === Kind.quote)
        phrase.parts[phrase.parts.length - 1]!.primed = kindOf(unitAt(text, at + 1)) === Kind.dash;
    }
    if (isOpening(code)) this.depth++;
    else if (isClosing(code)) {
      if (this.depth === this.remark) {
        this.remark = 0;
        if (goesOn(text, at + 1)) this.gap += costs.nextEntry;
        else if (kindOf(unitAt(text, at + 1)) === Kind.dash) this.gap -= costs.joinedRemark;
      }
      this.depth--;
    } else if (code === COMMA && isSpace(unitAt(text, at + 1))) this.gap += costs.comma;
  }

  private readCharacter(at: number, code: number, kind: number): void {
    const { phrase } = this;
    const place = phrase.length;
    const folded = foldOf(code);
    const capital = isUpper(code);
    if (this.inPart) {
      const turns =
        (kind === Kind.digit) !== isDigit(this.previous) ||
        (capital && isLetter(this.previous) && !isUpper(this.previous));
      phrase.boundary[place] = turns || isGreek(folded) ? Boundary.morpheme : Boundary.inner;
    } else phrase.boundary[place] = this.beginPart(place);
    phrase.codes[place] = folded;
    phrase.at[place] = at;
    phrase.part[place] = phrase.parts.length - 1;
    phrase.upper[place] = capital ? 1 : 0;
    phrase.alias[place] = isGreek(folded) ? greekInitial(folded) : 0;
    phrase.length = place + 1;
    this.previous = code;
  }

  /** Begins a part with the character at `first`, and says what its boundary is. */
  private beginPart(first: number): number {
    const { leading, phrase, tokenStart, costs } = this;
    const { parts } = phrase;
    const opens = leading || this.opensBehind(parts[parts.length - 1]!);
    parts.push({
      first,
      tokenStart,
      leading,
      opens,
      depth: opens && this.remark === 0 ? Math.min(this.depth, 0) : this.depth,
      primed: false,
      bits: 0,
      skip: leading ? costs.skippedWord : costs.skippedPart,
      gap: this.gap,
    });
    this.gap = 0;
    this.inPart = true;
    this.leading = false;
    if (!leading) return Boundary.part;
    return afterOf(parts) ? Boundary.head : Boundary.word;
  }

  /** Whether a name begins with the part behind this one, a locant or classifier. */
  private opensBehind(before: Part): boolean {
    const { phrase, tokenStart } = this;
    return before.opens
      ? isClassifier(before) || isLocant(phrase, before)
      : isNumbered(phrase, phrase.parts, tokenStart) && isLocant(phrase, before);
  }
}

/**
 * Whether an enumeration goes on at `at`: "ethanol (EtOH), ethyl acetate". Behind "and" words may be shared:
 * "antibody-dependent cellular cytotoxicity (ADCC) and cellular phagocytosis (ADCP)".
 */
const goesOn = (text: string, at: number): boolean =>
  text.charCodeAt(at) === COMMA && isSpace(unitAt(text, at + 1));

/** The longest prefix of a name that stands in brackets, with them: "[methyl-3H]thymidine". */
const LONGEST_PREFIX = 16;

/** Whether the brackets that open at `at` are a part of a name, which goes on behind them: "[3H]thymidine", "(−)-epicatechin". */
function beginsName(text: string, at: number): boolean {
  const close = text.charCodeAt(at) === OPEN_BRACKET ? CLOSE_BRACKET : CLOSE_PARENTHESIS;
  let spelled = false; // two letters in a row: "(TNF)-induced" is no such name
  for (let end = at + 1; end < at + LONGEST_PREFIX; end++) {
    const code = unitAt(text, end);
    if (isSpace(code)) return false;
    spelled ||= isLetter(code) && isLetter(unitAt(text, end + 1));
    if (code !== close) continue;
    const next = unitAt(text, end + 1);
    return kindOf(next) === Kind.dash ? !spelled && isLetter(unitAt(text, end + 2)) : isLetter(next);
  }
  return false;
}

/** Whether the part that was pushed last stands after "of" or "of the". */
function afterOf(parts: readonly Part[]): boolean {
  const before = parts[parts.length - 2]?.bits ?? 0;
  const of = (before & WordBit.article) !== 0 ? (parts[parts.length - 3]?.bits ?? 0) : before;
  return (of & WordBit.of) !== 0;
}

/** "type-1 receptor": the number after the hyphen means nothing without its noun. */
const isClassifier = ({ bits }: Part): boolean => (bits & WordBit.classifier) !== 0;
