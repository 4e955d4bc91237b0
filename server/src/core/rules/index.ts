/** Every rule, one line each, in the order in which they are asked. */
import type { Rule } from '../types.ts';
import { abbreviationInAbstract } from './abbreviation-in-abstract.ts';
import { abbreviationInHeading } from './abbreviation-in-heading.ts';
import { abbreviationInTitle } from './abbreviation-in-title.ts';
import { ambiguousAbbreviation } from './ambiguous-abbreviation.ts';
import { articleBeforeAbbreviation } from './article-before-abbreviation.ts';
import { captionUndefined } from './caption-undefined.ts';
import { competingAbbreviations } from './competing-abbreviations.ts';
import { conflictingDefinition } from './conflicting-definition.ts';
import { definedOnlyInAbstract } from './defined-only-in-abstract.ts';
import { definedOnlyInList } from './defined-only-in-list.ts';
import { definitionCapitals } from './definition-capitals.ts';
import { geneItalics } from './gene-italics.ts';
import { glossaryMismatch } from './glossary-mismatch.ts';
import { greekSpelledOut } from './greek-spelled-out.ts';
import { inconsistentForm } from './inconsistent-form.ts';
import { listMismatch } from './list-mismatch.ts';
import { listMissingEntry } from './list-missing-entry.ts';
import { listOrder } from './list-order.ts';
import { listUnusedEntry } from './list-unused-entry.ts';
import { longFormAfterDefinition } from './long-form-after-definition.ts';
import { macroBypassed } from './macro-bypassed.ts';
import { macroUndefined } from './macro-undefined.ts';
import { periodsInAbbreviation } from './periods-in-abbreviation.ts';
import { pluralApostrophe } from './plural-apostrophe.ts';
import { rarelyUsed } from './rarely-used.ts';
import { redefined } from './redefined.ts';
import { redundantAbbreviation } from './redundant-abbreviation.ts';
import { reversedDefinition } from './reversed-definition.ts';
import { sentenceStart } from './sentence-start.ts';
import { uncitedTherapyClaim } from './uncited-therapy-claim.ts';
import { undefinedAbbreviation } from './undefined-abbreviation.ts';
import { unusedDefinition } from './unused-definition.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { usedBeforeDefinition } from './used-before-definition.ts';

export const rules: readonly Rule[] = [
  undefinedAbbreviation,
  ambiguousAbbreviation,
  usedBeforeDefinition,
  definedOnlyInList,
  definedOnlyInAbstract,
  conflictingDefinition,
  redefined,
  glossaryMismatch,
  unusedDefinition,
  rarelyUsed,
  reversedDefinition,
  abbreviationInTitle,
  abbreviationInHeading,
  abbreviationInAbstract,
  captionUndefined,
  listMissingEntry,
  listUnusedEntry,
  listMismatch,
  listOrder,
  greekSpelledOut,
  inconsistentForm,
  pluralApostrophe,
  articleBeforeAbbreviation,
  redundantAbbreviation,
  definitionCapitals,
  longFormAfterDefinition,
  competingAbbreviations,
  macroUndefined,
  macroBypassed,
  periodsInAbbreviation,
  sentenceStart,
  geneItalics,
  uncitedTherapyClaim,
  unusedIgnore,
];

/** Rules whose preferred fixes may be applied unseen. */
export const safeRules: ReadonlySet<string> = new Set(rules.filter(({ safe }) => safe).map(({ id }) => id));
