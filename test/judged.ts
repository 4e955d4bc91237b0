import { service } from './bundled.ts';

/** A form as it is judged in a text: its class, and whether an undefined use is a warning, a hint or nothing. */
export function judged(text: string, short: string): string {
  const analysis = service.analyze({ uri: 'file:///a.md', languageId: 'markdown', version: 1, text });
  const { abbreviations } = service.assemble([analysis]);
  const found = abbreviations.find(({ variants }) => variants.includes(short));
  if (found === undefined) return 'no mention';
  const { confidence } = found;
  return `${found.class}: ${confidence === 0 ? 'off' : confidence < 0.5 ? 'hint' : 'loud'}`;
}
