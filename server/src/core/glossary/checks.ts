/** What values of a file must be like: each check says what is wrong with one, as the end of a sentence, or nothing. */

export type Check = (value: unknown) => string | undefined;
export type Row = Readonly<Record<string, unknown>>;

/** Characters of one text: none that is shown or written into a manuscript is so long. */
const MOST_CHARACTERS = 10_000;

export const text: Check = value => {
  if (typeof value !== 'string' || value.trim() === '') return 'must be a text that is not empty';
  return value.length > MOST_CHARACTERS ? 'is longer than 10,000 characters' : undefined;
};

export const identifier: Check = value =>
  typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
    ? undefined
    : 'must be lower-case words joined by hyphens';

export const listOf =
  (check: Check): Check =>
  value => {
    if (!Array.isArray(value)) return 'must be a list';
    for (const [index, item] of value.entries()) {
      const reason = check(item);
      if (reason !== undefined) return `item ${index + 1} ${reason}`;
    }
    return undefined;
  };

export const record =
  (fields: Readonly<Record<string, Check>>, required: readonly string[]): Check =>
  value => {
    if (!isRow(value)) return 'must be an object';
    for (const name of required) if (value[name] === undefined) return `lacks "${name}"`;
    for (const [name, item] of Object.entries(value)) {
      const reason = Object.hasOwn(fields, name) ? fields[name]?.(item) : 'is not a known field';
      if (reason !== undefined) return `"${name}" ${reason}`;
    }
    return undefined;
  };

export const oneOf =
  (values: readonly string[]): Check =>
  value =>
    typeof value === 'string' && values.includes(value) ? undefined : `must be one of ${values.join(', ')}`;

/** Whether a value read from outside is an object with fields. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
