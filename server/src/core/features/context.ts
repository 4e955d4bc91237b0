/** What hover and completion ask: a manuscript by position, the glossary, and the search over it. */
import { readable } from '../analysis/readable.ts';
import { foldLong } from '../glossary/normalize.ts';
import type { GlossarySearch } from '../glossary/search.ts';
import { lazily } from '../lazily.ts';
import { createPrecedence, type TextPlace } from '../manuscript/readingOrder.ts';
import type {
  Abbreviation,
  Analysis,
  Configuration,
  Diagnostic,
  Glossary,
  GlossaryEntry,
  Manuscript,
  Mention,
} from '../types.ts';
import { type Silence, silences } from './silence.ts';

/** A mention together with the abbreviation that it mentions. */
export interface MentionHit {
  readonly mention: Mention;
  readonly abbreviation: Abbreviation;
}

/** Keep one as long as its manuscript: what it looks up by position and long form is indexed on first use. */
export interface FeatureContext {
  readonly manuscript: Manuscript;
  readonly glossary: Glossary;
  readonly configuration: Configuration;
  readonly search: GlossarySearch;
  /** The mentions of one document by their start. */
  readonly mentionsIn: (analysis: Analysis) => readonly MentionHit[];
  /** The abbreviations that the manuscript itself defines, by folded long form. */
  readonly byLongForm: () => ReadonlyMap<string, Abbreviation>;
  /** Why nothing is reported of an abbreviation, where somebody asked for that. */
  readonly silenceOf: Silence;
  /** Whether a reader comes to the first place before the second. */
  readonly isReadBefore: (first: TextPlace, second: TextPlace) => boolean;
}

/** Makes the context of one manuscript. `accepted`: the findings that its writers have accepted; none by default. */
export function createFeatureContext(
  given: Pick<FeatureContext, 'manuscript' | 'glossary' | 'configuration' | 'search'>,
  accepted: () => readonly Diagnostic[] = () => [],
): FeatureContext {
  const { manuscript, configuration } = given;
  const silence = lazily(() => silences(manuscript, configuration, accepted()));
  const mentions = lazily(() => mentionsByDocument(manuscript.abbreviations));
  const longForms = lazily(() => {
    const forms = new Map<string, Abbreviation>();
    for (const abbreviation of manuscript.abbreviations) {
      for (const { analysis, long } of abbreviation.definitions) {
        const form = foldLong(readable(analysis, long));
        if (form !== '' && !forms.has(form)) forms.set(form, abbreviation);
      }
    }
    return forms;
  });
  return {
    ...given,
    mentionsIn: analysis => mentions().get(analysis) ?? [],
    byLongForm: longForms,
    silenceOf: abbreviation => silence()(abbreviation),
    isReadBefore: createPrecedence(given.manuscript),
  };
}

function mentionsByDocument(
  abbreviations: readonly Abbreviation[],
): ReadonlyMap<Analysis, readonly MentionHit[]> {
  const byDocument = new Map<Analysis, MentionHit[]>();
  for (const abbreviation of abbreviations) {
    for (const mention of abbreviation.mentions) {
      const hits = byDocument.get(mention.analysis);
      if (hits === undefined) byDocument.set(mention.analysis, [{ mention, abbreviation }]);
      else hits.push({ mention, abbreviation });
    }
  }
  for (const hits of byDocument.values()) hits.sort((a, b) => a.mention.start - b.mention.start);
  return byDocument;
}

/** The last of sorted spans that starts at or before `offset`; −1 where none does. Logarithmic. */
export function lastStartingBy<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(items[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sense of which the glossary knows this long form as a wrong one: a misspelling isn't handed on. */
export function misnamed(senses: readonly GlossaryEntry[], long: string): GlossaryEntry | undefined {
  const folded = foldLong(long);
  return senses.find(({ wrong }) => wrong?.some(each => foldLong(each.long) === folded));
}
