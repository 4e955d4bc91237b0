/** Questions about a manuscript as a whole, answered for one version and checked in the next. */
import { type CountedAs, isProse } from '../../analysis/roles.ts';
import { STEP, type Steps } from '../../steps.ts';
import type { BlockEdit, PlacedBlock, Written } from '../../types.ts';
import type { OrderChange } from '../readingOrder.ts';
import { Answers } from './answers.ts';
import { Searches } from './searches.ts';
import { MOST_CHARACTERS } from './senseWords.ts';
import { Together } from './together.ts';
import { UsedForms } from './usedForms.ts';
import { WrittenWords } from './writtenWords.ts';

/** Follows the prose of one manuscript, and remembers what it was asked. Nothing is counted before the first question. */
export class Questions {
  #words: WrittenWords | undefined;
  #forms: UsedForms | undefined;
  /** Changes since all of that was new. */
  #changes = 0;
  readonly #answers = {
    word: new Answers(word => this.#writtenWords().has(word)),
    stem: new Answers(word => this.#writtenWords().hasStem(word)),
    form: new Answers(key => this.#usedForms().has(key)),
    abstract: new Answers(head => this.#usedForms().hasMember(head, 'abstract')),
    main: new Answers(head => this.#usedForms().hasMember(head, 'main')),
    list: new Answers(() => this.#entries > 0),
  };
  /** By long forms that may be spoken of. */
  readonly #spoken = new Searches(long => new Together(long, this.#writtenWords()));
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
    const [words, forms] = [this.#words?.revision, this.#forms?.revision];
    if (this.#words !== undefined) replaceWords(this.#words, change);
    if (this.#forms !== undefined) {
      // In this order, a form that stays is never counted as gone.
      for (const read of added) this.#countForms(this.#forms, read, 1);
      for (const read of removed) this.#countForms(this.#forms, read, -1);
    }
    if (!isAnew) for (const read of removed) this.#entries -= entriesIn(read);
    for (const read of added) this.#entries += entriesIn(read);
    if (isWorn) return false;
    const isSame = this.#isAnsweredAsBefore(
      change,
      words !== this.#words?.revision,
      forms !== this.#forms?.revision,
    );
    // Whoever asked asks again.
    if (!isSame) this.#forgetAnswers();
    return isSame;
  }

  /** Whether words were asked for that came or went by an edit; or may have, where a paragraph is too long to be weighed whole. */
  asksAround({ before, after, start, end, newLength }: BlockEdit): boolean {
    const isLong = Math.max(before.masked.length, after.masked.length) > MOST_CHARACTERS;
    const words = this.#words;
    if (isLong || words === undefined) return isLong;
    return (
      words.asksAround(before.masked, start, end) || words.asksAround(after.masked, start, start + newLength)
    );
  }

  /** Asks again what may be answered otherwise where words or forms that were asked for came or went. */
  #isAnsweredAsBefore(change: OrderChange, words: boolean, forms: boolean): boolean {
    const { word, stem, form, abstract, main, list } = this.#answers;
    return (
      (!words || (word.areAsBefore() && stem.areAsBefore())) &&
      (!forms || (form.areAsBefore() && abstract.areAsBefore() && main.areAsBefore())) &&
      list.areAsBefore() &&
      this.#spoken.follow(this.#order, change, words)
    );
  }

  #forgetAnswers(): void {
    for (const answers of Object.values(this.#answers)) answers.forget();
    this.#spoken.forget();
  }

  #countForms(forms: UsedForms, { role, facts }: PlacedBlock, by: 1 | -1): void {
    forms.count(facts.tokens, this.#countedAs(role), by);
  }

  /** Of an altogether new text, nothing need be taken off word by word; and what was ever added mustn't pile up. */
  #forget(): void {
    this.#words = undefined;
    this.#forms = undefined;
    this.#changes = 0;
    this.#forgetAnswers();
  }

  /** The answers for the order that was followed last. */
  readonly written: Written = {
    word: word => this.#answers.word.to(word),
    stem: word => this.#answers.stem.to(word),
    spoken: long => this.#spoken.find(long, this.#order),
    list: () => this.#answers.list.to(''),
    form: key => this.#answers.form.to(key),
    member: (head, scope) => this.#answers[scope].to(head),
  };

  /** Counts what most questions need, in steps, where the text is so long that nobody should wait for the first answer. */
  *prepare(): Steps<void> {
    if (this.#words !== undefined) return;
    const length = this.#length();
    if (length < LONG) return;
    const words = new WrittenWords(length);
    let work = 0;
    for (const read of this.#order) {
      countWords(words, read, 1);
      work += read.block.masked.length;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    this.#words = words;
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

  #usedForms(): UsedForms {
    if (this.#forms === undefined) {
      this.#forms = new UsedForms();
      for (const read of this.#order) this.#countForms(this.#forms, read, 1);
    }
    return this.#forms;
  }
}

/** After so many changes all is counted anew. */
const MOST_CHANGES = 4096;
/** UTF-16 units of a long text. */
const LONG = 500_000;

/** Counts the words of the paragraphs that came in place of those that went. */
function replaceWords(words: WrittenWords, { removed, added }: OrderChange): void {
  const [before, after] = [removed[0], added[0]];
  const isOne = removed.length === 1 && added.length === 1;
  if (isOne && before !== undefined && after !== undefined && isProse(before.role) && isProse(after.role)) {
    words.replace(before.block.masked, after.block.masked);
    return;
  }
  // In this order, a word that stays is never counted as gone.
  for (const read of added) countWords(words, read, 1);
  for (const read of removed) countWords(words, read, -1);
}

function countWords(words: WrittenWords, { role, block }: PlacedBlock, by: 1 | -1): void {
  if (isProse(role)) words.count(block.masked, by);
}

function entriesIn({ role, facts }: PlacedBlock): number {
  return role === 'abbreviation-list' ? facts.definitions.length : 0;
}
