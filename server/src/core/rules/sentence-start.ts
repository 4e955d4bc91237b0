import { scopeOf } from '../analysis/roles.ts';
import { textOf } from '../textOf.ts';
import type { Finding, Mention, Rule } from '../types.ts';
import { longFormsOf, pluralOf } from './longForms.ts';
import { findingFor } from './repeated.ts';
import { inBlock, opensSentence } from './surroundings.ts';

/**
 * Some guides open no sentence with a short form. Off by default: guides disagree.
 *
 * Not reported: captions, tables, headings; what needs no definition (DNA, IL-2); macros.
 */
export const sentenceStart: Rule = {
  id: 'sentence-start',
  summary: 'A sentence that begins with a short form.',
  severity: 'off',
  sources: [
    {
      says: 'Guides differ: no abbreviation at the beginning of a sentence, say some; it may stand there, say others.',
      where:
        'Laramie County Community College, guide to the AMA Manual of Style, 11th ed.; a house style for copy-editors based on AMA style (stored copies)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation, { written, glossary }): readonly Finding[] {
    if (abbreviation.confidence < 0.5) return [];
    const opening = abbreviation.mentions.filter(opens);
    const [first] = opening;
    if (first === undefined) return [];
    const { short, key } = abbreviation;
    const message = `"${short}" begins a sentence. Spell it out there, or turn the sentence round.`;
    const [longForm] = longFormsOf(abbreviation, written, glossary);
    const slips = opening.map(({ analysis, start, end, surface }) => {
      const source = textOf(analysis.document).slice(start, end);
      const isPlural = source.endsWith('s') && !surface.endsWith('s');
      const long = longForm === undefined ? source : isPlural ? pluralOf(longForm) : longForm.long;
      return { analysis, start, end, newText: long.charAt(0).toUpperCase() + long.slice(1) };
    });
    const finding = findingFor(slips, { short, identity: key, message }, 'Spell it out there');
    return [longForm === undefined ? { ...finding, fixes: () => [] } : finding];
  },
};

function opens(mention: Mention): boolean {
  const { token, tokenStart, start, placed, defining } = mention;
  if (token.key !== undefined || start !== tokenStart || scopeOf(placed.role) === undefined || defining)
    return false;
  const block = inBlock(mention);
  return opensSentence(block.masked, block.start);
}
