import type { Mark } from '../types.ts';

const compare = (a: Mark, b: Mark): number => a.start - b.start || b.end - a.end;

/** Puts marks in the order of their starts, outer ones before inner ones. Most come so: sorting copies all of them. */
export function sortMarks(marks: Mark[]): void {
  for (let index = 1; index < marks.length; index++) {
    if (compare(marks[index - 1]!, marks[index]!) > 0) {
      marks.sort(compare);
      return;
    }
  }
}
