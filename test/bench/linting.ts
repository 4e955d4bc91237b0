/** What is measured of the core by itself: it reads and lints a text that it has never seen. */
import type { Service } from '../../server/src/core/index.ts';
import type { Analysis } from '../../server/src/core/types.ts';
import type { Format } from './manuscripts.ts';

export const configuration = { rules: {}, ignore: [], minimumUses: 3 };
const ending = { markdown: 'md', latex: 'tex' } as const;

/** Reads a text from nothing and extracts what is in it: words, tokens, definitions, roles. */
export function extract(service: Service, format: Format, text: string): Analysis {
  return service.analyze({
    uri: `file:///bench/text.${ending[format]}`,
    languageId: format,
    version: 1,
    text,
  });
}

/** Reads, assembles and lints a text from nothing; gives the number of findings. */
export function lint(service: Service, format: Format, text: string): number {
  return service.lint(service.assemble([extract(service, format, text)]), configuration).length;
}
