/** Compounds of two short forms that a manuscript writes both with a hyphen and with a space: CAR-T, CAR T. */
import { isProse } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import type { Manuscript, Mention } from '../types.ts';
import { type CompoundNote, type Noted, type Notes, notedIn } from './notes.ts';
import type { Spelling } from './spellings.ts';

/** A compound in both spellings. */
export interface Compound {
  readonly short: string;
  readonly key: string;
  readonly hyphened: Spelling;
  readonly spaced: Spelling;
}

const NONE: readonly Compound[] = [];

/** All of them. */
export function spacedCompounds(manuscript: Manuscript): readonly Compound[] {
  const all = notedIn(manuscript);
  if (all.every(({ notes }) => notes.spaced.length === 0)) return NONE;
  const noted = all.filter(({ placed }) => isProse(placed.role));
  // Hyphens are many: most of them stand in forms that are written in no other way.
  const written = new Set(noted.flatMap(({ notes }) => notes.spaced.map(({ form }) => form)));
  const isBoth = ({ form }: CompoundNote): boolean => written.has(form);
  if (written.size === 0 || !noted.some(({ notes }) => notes.hyphened.some(isBoth))) return NONE;
  const spaced = mentionsByForm(noted, ({ spaced }) => spaced);
  const hyphened = mentionsByForm(noted, ({ hyphened }) => hyphened.filter(isBoth));
  return [...hyphened].map(([form, mentions]) => ({
    short: form,
    key: `${fold(form)}: `,
    hyphened: { form, mentions },
    spaced: { form: form.replace('-', ' '), mentions: spaced.get(form)! },
  }));
}

function mentionsByForm(
  noted: readonly Noted[],
  compounds: (notes: Notes) => readonly CompoundNote[],
): ReadonlyMap<string, readonly Mention[]> {
  const byForm = new Map<string, Mention[]>();
  for (const { analysis, placed, notes } of noted) {
    for (const { form, token, end } of compounds(notes)) {
      const start = placed.start + token.start;
      const mention: Mention = {
        analysis,
        placed,
        role: placed.role,
        token,
        tokenStart: start,
        defining: false,
        surface: end === token.end ? form : form.replace('-', ' '),
        start,
        end: placed.start + end,
      };
      const known = byForm.get(form);
      if (known === undefined) byForm.set(form, [mention]);
      else known.push(mention);
    }
  }
  return byForm;
}
