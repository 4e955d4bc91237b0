import type { Abbreviation, Finding, Glossary, MentionClass, Rule } from '../types.ts';
import { spacedCompounds } from './compoundForms.ts';
import { findingFor } from './repeated.ts';
import { hasGreekLetter, prevailing, rewritten, type Spelling, spellingsOf } from './spellings.ts';

/**
 * One spelling for each short form, within a manuscript: the one that it uses most, of equals the first used.
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
  source: {
    says: 'Both CAR T and CAR-T are in print: what counts is one form within the manuscript.',
    where: 'AMA Manual of Style, 11th ed., 13.11: use an abbreviation consistently once it is introduced',
  },
  each(abbreviation, { glossary }): readonly Finding[] {
    if (UNSPELLED.has(abbreviation.class)) return [];
    const all = spellingsOf(abbreviation);
    const most = prevailing(all);
    if (most === undefined) return [];
    const isLetter = hasGreekLetter(most.form);
    const spellings = all.filter(({ form }) => hasGreekLetter(form) === isLetter);
    const usual = prevailing(spellings)!;
    const findings: Finding[] = [];
    for (const spelling of spellings) {
      if (spelling === usual || isLegitimate(spelling.form, usual.form, abbreviation, glossary)) continue;
      findings.push(inconsistency(abbreviation.short, abbreviation.key, spelling, usual));
    }
    return findings;
  },
  *check({ manuscript }): Iterable<Finding> {
    for (const { short, key, hyphened, spaced } of spacedCompounds(manuscript)) {
      const [usual, other] =
        spaced.mentions.length > hyphened.mentions.length ? [spaced, hyphened] : [hyphened, spaced];
      yield inconsistency(short, key, other, usual);
    }
  },
};

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

function inconsistency(short: string, key: string, other: Spelling, usual: Spelling): Finding {
  const places = other.mentions.length === usual.mentions.length ? 'in other places' : 'in most places';
  const message = `"${other.form}" here, "${usual.form}" ${places}. Use one form.`;
  return findingFor(
    rewritten(other, usual),
    { short, identity: `${key}:${other.form}`, message },
    `Write “${usual.form}” everywhere`,
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
