/** An entry that is to be written into an abbreviation list. */

/** Short and long form, as they are written in a list of one format. */
export interface ListedForm {
  readonly short: string;
  readonly long: string;
}

/** A new entry, with its folded key for its place. */
export interface NewEntry extends ListedForm {
  readonly key: string;
}

/** A key for a macro: `car-nk` of CAR-NK. */
export function macroKey(short: string, key: string): string {
  const plain = short.replace(/[^A-Za-z0-9-]/g, '').toLowerCase();
  return plain === '' ? key.replace(/[^a-z0-9]/g, '') : plain;
}
