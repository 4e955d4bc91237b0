/** Style guides that several rules rest on: where each stands, and when it was read. */
import type { RuleSource } from '../types.ts';

export const GUIDES = {
  ama: {
    where: 'AMA Manual of Style, 11th ed., 13.11',
    through: 'teaching slides on it (slideum.com/doc/8525349)',
    read: '2026-11-23',
  },
  blood: {
    where: 'Blood Style Guide, Abbreviations, "Choice of abbreviation" (stored copy)',
    read: '2026-11-22',
  },
  bmc: {
    where:
      'BioMedical Engineering OnLine (BMC), submission guidelines, "List of abbreviations" (stored copy of link.springer.com/journal/12938/submission-guidelines/research)',
    read: '2026-11-23',
  },
  jPediatrPharmacolTher: {
    where:
      'J Pediatr Pharmacol Ther, instructions for authors, "Abbreviations and units" (jppt.org, stored copy)',
    read: '2026-11-23',
  },
  plosOne: { where: 'PLOS ONE, Submission Guidelines, "Abbreviations" (stored copy)', read: '2026-11-23' },
  royalSociety: {
    where: 'Royal Society Publishing, Style Guide, "Abbreviations" (stored copy)',
    read: '2026-11-23',
  },
} satisfies Readonly<Record<string, Omit<RuleSource, 'says'>>>;
