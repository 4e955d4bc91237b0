/** Answers that are remembered by what was asked. */
export class Answers {
  readonly #find: (asked: string) => boolean;
  readonly #known = new Map<string, boolean>();

  constructor(find: (asked: string) => boolean) {
    this.#find = find;
  }

  to(asked: string): boolean {
    let answer = this.#known.get(asked);
    if (answer === undefined) {
      answer = this.#find(asked);
      this.#known.set(asked, answer);
    }
    return answer;
  }

  /** Asks all of it again: whether every answer is what it was. */
  areAsBefore(): boolean {
    for (const [asked, answer] of this.#known) if (this.#find(asked) !== answer) return false;
    return true;
  }

  forget(): void {
    this.#known.clear();
  }
}
