/** Questions about a manuscript as a whole, answered for one version and checked in the next. */
import { Char, characterClass } from '../analysis/characters.ts';
import { type CountedAs, isProse } from '../analysis/roles.ts';
import { STEP, type Steps } from '../steps.ts';
import type { Block, PlacedBlock, Written } from '../types.ts';
import { unitAt } from '../unitAt.ts';
import { hasInitials, Initials } from './initials.ts';
import type { OrderChange } from './readingOrder.ts';
import { UsedForms } from './usedForms.ts';
import { weightyWords } from './weightyWords.ts';
import { WrittenWords } from './writtenWords.ts';

/** Finds an answer for the first time (without a change), or after each change; true only where the text says so. */
type Question = (change: OrderChange | undefined) => boolean;

/** A question that was asked, with its answer. */
interface Asked {
  readonly find: Question;
  readonly answer: boolean;
}

/** Follows the prose of one manuscript, and remembers what it was asked. Nothing is counted before the first question. */
export class Questions {
  #words: WrittenWords | undefined;
  #forms: UsedForms | undefined;
  #initials: Initials | undefined;
  /** Changes since all of that was new. */
  #changes = 0;
  readonly #answers = new Map<string, Asked>();
  /** By long forms that may be spoken of. */
  readonly #spokenAnswers = new Map<string, Asked>();
  /** The most frequent questions: about words that are written, and about how some begin. */
  readonly #wordAnswers = new Map<string, boolean>();
  readonly #stemAnswers = new Map<string, boolean>();
  #order: readonly PlacedBlock[] = [];
  /** Definitions in the abbreviation list. */
  #entries = 0;

  readonly #countedAs: CountedAs;

  constructor(countedAs: CountedAs) {
    this.#countedAs = countedAs;
  }

  /** Follows a change to `order`; false where some answer isn't what it was. */
  follow(order: readonly PlacedBlock[], change: OrderChange): boolean {
    const isAnew = change.removed.length === this.#order.length;
    this.#order = order;
    const isWorn = ++this.#changes > MOST_CHANGES;
    if (isAnew) this.#entries = 0;
    if (isAnew || isWorn) this.#forget();
    const { removed, added } = change;
    if (this.#words !== undefined) {
      // In this order, a word that stays is never counted as gone.
      for (const read of added) countWords(this.#words, read, 1);
      for (const read of removed) countWords(this.#words, read, -1);
    }
    if (this.#forms !== undefined) {
      for (const read of removed) this.#countForms(this.#forms, read, -1);
      for (const read of added) this.#countForms(this.#forms, read, 1);
    }
    if (this.#initials !== undefined) {
      for (const read of added) if (isProse(read.role)) this.#initials.add(read.block);
    }
    if (!isAnew) for (const read of removed) this.#entries -= entriesIn(read);
    for (const read of added) this.#entries += entriesIn(read);
    if (isWorn) return false;
    const isSame = this.#isAnsweredAsBefore(change);
    // Whoever asked asks again.
    if (!isSame) this.#forgetAnswers();
    return isSame;
  }

  #isAnsweredAsBefore(change: OrderChange): boolean {
    for (const [word, answer] of this.#wordAnswers) {
      if (this.#words?.has(word) !== answer) return false;
    }
    for (const [word, answer] of this.#stemAnswers) {
      if (this.#words?.hasStem(word) !== answer) return false;
    }
    for (const { find, answer } of this.#answers.values()) if (find(change) !== answer) return false;
    for (const { find, answer } of this.#spokenAnswers.values()) if (find(change) !== answer) return false;
    return true;
  }

  #forgetAnswers(): void {
    this.#answers.clear();
    this.#spokenAnswers.clear();
    this.#wordAnswers.clear();
    this.#stemAnswers.clear();
  }

  #countForms(forms: UsedForms, { role, facts }: PlacedBlock, by: 1 | -1): void {
    forms.count(facts.tokens, this.#countedAs(role), by);
  }

  /** Of an altogether new text, nothing need be taken off word by word; and what was ever added mustn't pile up. */
  #forget(): void {
    this.#words = undefined;
    this.#forms = undefined;
    this.#initials = undefined;
    this.#changes = 0;
    this.#forgetAnswers();
  }

  /** The answers for the order that was followed last. */
  readonly written: Written = {
    word: word =>
      this.#wordAnswers.get(word) ?? told(this.#wordAnswers, word, this.#writtenWords().has(word)),
    stem: word =>
      this.#stemAnswers.get(word) ?? told(this.#stemAnswers, word, this.#writtenWords().hasStem(word)),
    spoken: long => ask(this.#spokenAnswers, long, () => this.#togetherness(long)),
    initials: letters => ask(this.#answers, `initials ${letters}`, () => this.#spelling(letters)),
    list: () => ask(this.#answers, 'list', () => () => this.#entries > 0),
    form: key => ask(this.#answers, `form ${key}`, () => () => this.#usedForms().has(key)),
    member: (head, scope) =>
      ask(this.#answers, `${scope} ${head}`, () => () => this.#usedForms().hasMember(head, scope)),
  };

  #togetherness(long: string): Question {
    const stems = weightyWords(long).map(stemOf);
    if (stems.length === 0) return () => false;
    return this.#somewhere(
      ({ masked }) => stems.every(stem => holdsStem(masked, stem)),
      // Most are answered by the text's different words.
      () => stems.every(({ rest }) => this.#writtenWords().mayHold(rest)),
    );
  }

  #spelling(letters: string): Question {
    return this.#somewhere(
      block => hasInitials(block, letters),
      () => this.#allInitials().mayHold(letters),
    );
  }

  /**
   * Looks through the whole text once, unless it can't hold what is sought at all; then, only where the paragraph is gone
   * that was found. At a keystroke, new paragraphs are looked at and nothing else.
   */
  #somewhere(holds: (block: Block) => boolean, mayHold: () => boolean): Question {
    const isWitness = ({ role, block }: PlacedBlock): boolean => isProse(role) && holds(block);
    let witness: Block | undefined;
    return change => {
      const isGone = change?.removed.some(({ block }) => block === witness) ?? true;
      if (witness !== undefined && !isGone) return true;
      const isUnknown = change === undefined || witness !== undefined;
      const sought = !isUnknown ? change.added : mayHold() ? this.#order : [];
      witness = sought.find(isWitness)?.block;
      return witness !== undefined;
    };
  }

  /** Counts what most questions need, in steps, where the text is so long that nobody should wait for the first answer. */
  *prepare(): Steps<void> {
    if (this.#words !== undefined) return;
    const length = this.#length();
    if (length < LONG) return;
    const words = new WrittenWords(length);
    const initials = new Initials();
    let work = 0;
    for (const read of this.#order) {
      countWords(words, read, 1);
      if (isProse(read.role)) initials.add(read.block);
      work += read.block.masked.length;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    this.#words = words;
    this.#initials = initials;
  }

  #length(): number {
    return this.#order.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  #writtenWords(): WrittenWords {
    if (this.#words === undefined) {
      this.#words = new WrittenWords(this.#length());
      for (const read of this.#order) countWords(this.#words, read, 1);
    }
    return this.#words;
  }

  #allInitials(): Initials {
    if (this.#initials === undefined) {
      this.#initials = new Initials();
      for (const { role, block } of this.#order) if (isProse(role)) this.#initials.add(block);
    }
    return this.#initials;
  }

  #usedForms(): UsedForms {
    if (this.#forms === undefined) {
      this.#forms = new UsedForms();
      for (const read of this.#order) this.#countForms(this.#forms, read, 1);
    }
    return this.#forms;
  }
}

function ask(answers: Map<string, Asked>, question: string, begin: () => Question): boolean {
  let asked = answers.get(question);
  if (asked === undefined) {
    const find = begin();
    asked = { find, answer: find(undefined) };
    answers.set(question, asked);
  }
  return asked.answer;
}

function told(answers: Map<string, boolean>, word: string, answer: boolean): boolean {
  answers.set(word, answer);
  return answer;
}

/** After so many changes all is counted anew. */
const MOST_CHANGES = 4096;
/** UTF-16 units of a long text. */
const LONG = 500_000;

const LETTER = Char.upper | Char.lower;
/** Inflection comes later in a word. */
const LONGEST_STEM = 7;

/** How a word begins, its ending left out, so that number doesn't matter: its first letter, small, and those behind it. */
interface Stem {
  readonly first: string;
  readonly rest: string;
}

function stemOf(word: string): Stem {
  const stem = word.slice(0, LONGEST_STEM).toLowerCase();
  return { first: stem.charAt(0), rest: stem.slice(1) };
}

/** Whether some word begins like this, with a capital or a small letter, or goes on so after a hyphen. Linear. */
function holdsStem(masked: string, { first, rest }: Stem): boolean {
  for (let at = masked.indexOf(rest, 1); at > 0; at = masked.indexOf(rest, at + 1)) {
    const letter = masked.charAt(at - 1);
    const isFirst = letter === first || letter.toLowerCase() === first;
    if (isFirst && (characterClass(unitAt(masked, at - 2)) & LETTER) === 0) return true;
  }
  return false;
}

function countWords(words: WrittenWords, { role, block }: PlacedBlock, by: 1 | -1): void {
  if (isProse(role)) words.count(block.masked, by);
}

function entriesIn({ role, facts }: PlacedBlock): number {
  return role === 'abbreviation-list' ? facts.definitions.length : 0;
}
