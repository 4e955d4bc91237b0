/** A place in a manuscript: index of the block in reading order, then offset in the block. */
export interface Place {
  readonly position: number;
  readonly start: number;
}

/** Whether one place comes before another in reading order. */
export function isBefore(a: Place, b: Place): boolean {
  return a.position < b.position || (a.position === b.position && a.start < b.start);
}
