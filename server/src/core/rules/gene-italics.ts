import { Evidence } from '../analysis/evidence/bits.ts';
import { isProse } from '../analysis/roles.ts';
import { textOf } from '../textOf.ts';
import type { AbbreviationContext, Finding, Mention, Rule } from '../types.ts';
import { findingFor, type Slip } from './repeated.ts';
import { inBlock, wordBehind } from './surroundings.ts';

/**
 * Symbols of genes and transcripts are italic, those of proteins are not. Off by default: many journals leave it.
 *
 * Not reported: a symbol that nothing marks as a gene's ("gene", "mRNA", "locus" … right behind it); part of a compound.
 */
export const geneItalics: Rule = {
  id: 'gene-italics',
  summary: 'A gene symbol that is not in italics: FOXP3 gene.',
  severity: 'off',
  sources: [
    {
      says: 'Gene symbols, genotypes and mRNAs are italic; full names of genes and the products are not.',
      where:
        'JCI Insight, "Gene nomenclature and style" (insight.jci.org/kiosk/publish/genestyle, stored copy)',
      read: '2026-11-23',
    },
  ],
  near: true,
  each(abbreviation, context): readonly Finding[] {
    if ((abbreviation.evidence & Evidence.geneWord) === 0) return [];
    const slips = abbreviation.mentions.flatMap(mention => slipAt(mention, context));
    const [first] = slips;
    if (first === undefined) return [];
    const { short, key } = abbreviation;
    const message = `"${short}" names a gene here. Set it in italics.`;
    const finding = findingFor(slips, { short, identity: key, message }, `Write "${first.newText}"`);
    return [slips.some(({ newText }) => newText === '') ? { ...finding, fixes: () => [] } : finding];
  },
};

const OF_GENES = new Set(
  'gene genes mrna mrnas transcript transcripts locus loci allele alleles promoter'.split(' '),
);

/** Emphasis, by format. */
const EMPHASIS: Readonly<Record<string, (text: string) => string>> = {
  markdown: text => `*${text}*`,
  latex: text => `\\textit{${text}}`,
};

function slipAt(mention: Mention, { glossary }: AbbreviationContext): readonly Slip[] {
  const { analysis, role, token, tokenStart, start, end, surface } = mention;
  const isMarked = (token.evidence & Evidence.geneWord) !== 0 && (token.evidence & Evidence.emphasised) === 0;
  if (!isMarked || !isProse(role) || surface !== token.surface || start !== tokenStart) return [];
  if (!glossary.isGeneSymbol(surface)) return [];
  const { masked, end: at } = inBlock(mention);
  const behind = wordBehind(masked, at);
  if (behind === undefined || !OF_GENES.has(masked.slice(behind.start, behind.end).toLowerCase())) return [];
  const emphasise = EMPHASIS[analysis.format.id];
  const newText = emphasise?.(textOf(analysis.document).slice(start, end)) ?? '';
  return [{ analysis, start, end, newText }];
}
