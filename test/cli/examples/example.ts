/** What is expected of a manuscript of `examples/`, as its writer judged it. */
import type { MentionClass, Role, Severity } from '../../../server/src/core/index.ts';

/** The parts of a manuscript that every format must tell apart, where it has them. */
type Scope = Exclude<Role, 'authors' | 'metadata'>;

/** Severity and rule, the words around the place with the place itself in ⟦…⟧, and why a copy-editor would mark it. */
export type Expected = readonly [rule: `${Severity} ${string}`, place: string, why: string];

export interface Example {
  /** Below `examples/`; of a manuscript of several files, any of them. */
  readonly path: string;
  /** All that is found, hints included, in the order of the files and of their text. */
  readonly findings: readonly Expected[];
  /** What should be reported and isn't, with what is believed instead: whoever mends it takes it out here. */
  readonly missed?: Readonly<Record<string, string>>;
  /** Words of each scope, as the source has them; none, where the manuscript has no such part. */
  readonly scopes: Readonly<Record<Scope, readonly string[]>>;
  /** What must not be reported although nothing defines it, and what it is. */
  readonly classes: Readonly<Record<string, MentionClass>>;
  /** All definitions: scope, short form, long form. */
  readonly definitions: readonly string[];
}
