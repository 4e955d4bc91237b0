/** Questions about a manuscript as a whole, answered for one version and checked in the next. */
import { isProse } from '../analysis/roles.ts';
import type { Block, PlacedBlock, Written } from '../types.ts';
import type { OrderChange } from './readingOrder.ts';
import { UsedForms } from './usedForms.ts';
import { WrittenWords } from './writtenWords.ts';

/** Finds an answer for the first time (without a change), or after each change; true only where the text says so. */
type Question = (change: OrderChange | undefined) => boolean;

/** Follows the prose of one manuscript, and remembers what it was asked. Nothing is counted before the first question. */
export class Questions {
  #words: WrittenWords | undefined;
  #forms: UsedForms | undefined;
  readonly #answers = new Map<string, { readonly find: Question; readonly answer: boolean }>();
  #order: readonly PlacedBlock[] = [];
  /** Definitions in the abbreviation list. */
  #entries = 0;

  /** Follows a change to `order`; false where some answer isn't what it was. */
  follow(order: readonly PlacedBlock[], change: OrderChange): boolean {
    const isAnew = change.removed.length === this.#order.length;
    this.#order = order;
    if (isAnew) this.#forget();
    const { removed, added } = change;
    if (this.#words !== undefined) {
      for (const read of removed) countWords(this.#words, read, -1);
      for (const read of added) countWords(this.#words, read, 1);
    }
    if (this.#forms !== undefined) {
      for (const read of removed) countForms(this.#forms, read, -1);
      for (const read of added) countForms(this.#forms, read, 1);
    }
    if (!isAnew) for (const read of removed) this.#entries -= entriesIn(read);
    for (const read of added) this.#entries += entriesIn(read);
    const isSame = [...this.#answers.values()].every(({ find, answer }) => find(change) === answer);
    // Whoever asked asks again.
    if (!isSame) this.#answers.clear();
    return isSame;
  }

  /** Of an altogether new text, nothing need be taken off word by word. */
  #forget(): void {
    this.#words = undefined;
    this.#forms = undefined;
    this.#entries = 0;
    this.#answers.clear();
  }

  /** The answers for the order that was followed last. */
  readonly written: Written = {
    word: word => this.#ask(`word ${word}`, () => () => this.#writtenWords().has(word)),
    stem: word => this.#ask(`stem ${word}`, () => () => this.#writtenWords().hasStem(word)),
    together: words => this.#ask(`together ${words.join(' ')}`, () => this.#togetherness(words)),
    list: () => this.#ask('list', () => () => this.#entries > 0),
    form: key => this.#ask(`form ${key}`, () => () => this.#usedForms().has(key)),
    member: (head, scope) =>
      this.#ask(`${scope} ${head}`, () => () => this.#usedForms().hasMember(head, scope)),
  };

  #ask(question: string, begin: () => Question): boolean {
    let asked = this.#answers.get(question);
    if (asked === undefined) {
      const find = begin();
      asked = { find, answer: find(undefined) };
      this.#answers.set(question, asked);
    }
    return asked.answer;
  }

  /** Looks through the whole text once; then, only where the paragraph is gone that it found. */
  #togetherness(words: readonly string[]): Question {
    // Without the first letter, so that case doesn't matter; without the ending, so that number doesn't.
    const stems = words.map(word => word.slice(1, 7).toLowerCase());
    const holdsAll = ({ role, block }: PlacedBlock): boolean =>
      isProse(role) && stems.every(stem => block.masked.includes(stem));
    let witness: Block | undefined;
    return change => {
      if (stems.length === 0) return false;
      const isGone = change?.removed.some(({ block }) => block === witness) ?? true;
      if (witness !== undefined && !isGone) return true;
      const isUnknown = change === undefined || witness !== undefined;
      witness = (isUnknown ? this.#order : change.added).find(holdsAll)?.block;
      return witness !== undefined;
    };
  }

  #writtenWords(): WrittenWords {
    if (this.#words === undefined) {
      this.#words = new WrittenWords();
      for (const read of this.#order) countWords(this.#words, read, 1);
    }
    return this.#words;
  }

  #usedForms(): UsedForms {
    if (this.#forms === undefined) {
      this.#forms = new UsedForms();
      for (const read of this.#order) countForms(this.#forms, read, 1);
    }
    return this.#forms;
  }
}

function countWords(words: WrittenWords, { role, block }: PlacedBlock, by: 1 | -1): void {
  if (isProse(role)) words.count(block.masked, by);
}

function countForms(forms: UsedForms, { role, facts }: PlacedBlock, by: 1 | -1): void {
  forms.count(facts.tokens, role, by);
}

function entriesIn({ role, facts }: PlacedBlock): number {
  return role === 'abbreviation-list' ? facts.definitions.length : 0;
}
