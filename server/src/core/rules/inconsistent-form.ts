import { fold } from '../glossary/normalize.ts';
import type { Abbreviation, Finding, Glossary, GlossaryEntry, MentionClass, Rule } from '../types.ts';
import { spacedCompounds } from './compoundForms.ts';
import { GUIDES } from './guides.ts';
import { findingFor } from './repeated.ts';
import { hasGreekLetter, prevailing, rewritten, type Spelling, spellingsOf } from './spellings.ts';

/**
 * One spelling for each short form, within a manuscript: the one that a glossary of its writers' own has, else the one
 * that it uses most, of equals the first used.
 *
 * Not reported: any one form that is used throughout; plurals; kinds of hyphens; titles, headings, lists and
 * references; a gene beside its protein or another species' gene (FOXP3, Foxp3); a capital that opens a
 * sentence; two or three letters whose case tells two things apart (KD, Kd); Greek letters beside their
 * names (`greek-spelled-out`).
 */
export const inconsistentForm: Rule = {
  id: 'inconsistent-form',
  summary: 'A short form that the manuscript spells in two ways: CAR T and CAR-T, GVHD and GvHD.',
  severity: 'hint',
  sources: [
    {
      says: 'Each abbreviation is used consistently. CAR T and CAR-T are both in print: which of them is not asked.',
      ...GUIDES.blood,
    },
  ],
  near: true,
  each(abbreviation, { glossary }): readonly Finding[] {
    if (UNSPELLED.has(abbreviation.class)) return [];
    const own = ownEntry(abbreviation.key, glossary);
    const all = spellingsOf(abbreviation, own === undefined ? 2 : 1);
    const most = prevailing(all);
    if (most === undefined) return [];
    const isLetter = hasGreekLetter(own?.short ?? most.form);
    const spellings = all.filter(({ form }) => hasGreekLetter(form) === isLetter);
    if (spellings.length === 0) return [];
    const written = spellings.find(({ form }) => form === own?.short) ?? prevailing(spellings)!;
    const usual = own === undefined ? written : { form: own.short, mentions: mentionsOf(own.short, written) };
    const findings: Finding[] = [];
    for (const spelling of spellings) {
      if (spelling.form === usual.form) continue;
      if (isLegitimate(spelling.form, usual.form, abbreviation, glossary)) continue;
      findings.push(inconsistency(abbreviation.short, abbreviation.key, spelling, usual, own));
    }
    return findings;
  },
  *check({ manuscript, glossary }): Iterable<Finding> {
    for (const { short, key, hyphened, spaced } of spacedCompounds(manuscript)) {
      const own = ownEntry(fold(short), glossary);
      const isSpaced =
        own === undefined ? spaced.mentions.length > hyphened.mentions.length : own.short === spaced.form;
      const [usual, other] = isSpaced ? [spaced, hyphened] : [hyphened, spaced];
      yield inconsistency(short, key, other, usual, own);
    }
  },
};

/** The entry of the writers' own glossary: its form is the one to use. */
function ownEntry(key: string, glossary: Glossary): GlossaryEntry | undefined {
  return glossary.senses(key).find(({ origin }) => origin !== undefined);
}

/** Where a form is written as it should be: its markup is the model. */
function mentionsOf(form: string, { form: written, mentions }: Spelling): Spelling['mentions'] {
  return form === written ? mentions : [];
}

/** Names in which a letter's case or a hyphen makes another thing. */
const UNSPELLED: ReadonlySet<MentionClass> = new Set([
  'unit',
  'chemical',
  'statistics',
  'variable',
  'label',
  'initials',
  'sequence',
  'roman-numeral',
  'emphasis',
  'degree',
]);

function inconsistency(
  short: string,
  key: string,
  other: Spelling,
  usual: Spelling,
  own: GlossaryEntry | undefined,
): Finding {
  const isEven = other.mentions.length === usual.mentions.length;
  const places =
    own?.short === usual.form ? 'in your glossary' : isEven ? 'in other places' : 'in most places';
  const message = `"${other.form}" here, "${usual.form}" ${places}. Use one form.`;
  return findingFor(
    rewritten(other, usual),
    { short, identity: `${key}:${other.form}`, message },
    `Write "${usual.form}" everywhere`,
    `Write "${usual.form}" here`,
  );
}

/** Whether two spellings are different things, or one and the same as a sentence would have it. */
function isLegitimate(form: string, usual: string, abbreviation: Abbreviation, glossary: Glossary): boolean {
  const bare = form.replace(/[-\s]/g, '');
  const bareUsual = usual.replace(/[-\s]/g, '');
  const isCase = bare !== bareUsual;
  if (isCase && bare.length < 4 && abbreviation.definitions.length === 0) return true;
  if (isCase && bare.length < 3) return true;
  const isGene = glossary.isGeneSymbol(bare.toUpperCase());
  if (isCase && (isGene || abbreviation.class === 'gene-or-protein')) return true;
  return form.slice(1) === usual.slice(1) && form.charAt(0) === usual.charAt(0).toUpperCase();
}
