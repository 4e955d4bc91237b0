import { foldLong } from '../glossary/normalize.ts';
import { textOf } from '../textOf.ts';
import { type StatedFact, stated } from '../therapies/facts.ts';
import { therapiesIn } from '../therapies/named.ts';
import { shortReference } from '../therapies/references.ts';
import type {
  Analysis,
  Finding,
  Fix,
  Glossary,
  PlacedBlock,
  Reference,
  Rule,
  Span,
  Therapy,
  Topic,
} from '../types.ts';
import { Fill } from '../types.ts';
import { sentencesIn } from './sentences.ts';
import { topicWords } from './topicWords.ts';

/**
 * A sentence that says something of a therapy's cost, safety, persistence, … and cites nothing. Off by default: what
 * is common knowledge to readers is for the writer to say.
 *
 * Not reported: sentences of the writer's own ("we", "our", "here"), all of methods and results, abstracts, captions,
 * lists of highlights; topics on which no fact with a source that was read is known.
 */
export const uncitedTherapyClaim: Rule = {
  id: 'uncited-therapy-claim',
  summary: 'A sentence that states something of a known therapy and cites nothing.',
  severity: 'off',
  sources: [
    {
      says: 'Direct references to original research sources are given whenever possible.',
      where: 'ICMJE Recommendations, IV.A.3.g (References)',
      through: 'the Philippine J Otolaryngol Head Neck Surg, which repeats it (journal.pso-hns.org)',
      read: '2026-11-23',
    },
  ],
  *check({ manuscript, glossary }): Iterable<Finding> {
    for (const analysis of manuscript.analyses) {
      for (const placed of claimingBlocks(analysis)) yield* claimsIn(analysis, placed, glossary);
    }
  },
};

const OWN_WORK =
  /^[\s\d.]*(?:materials?|methods?|patients|results?|findings|experimental|statistic|case |data )/i;

/** Paragraphs of running text outside of methods and results. */
function* claimingBlocks({ blocks }: Analysis): Iterable<PlacedBlock> {
  /** The level of the heading of methods or results that we are below; 0: we are below none. */
  let own = 0;
  for (const placed of blocks) {
    const { block, role } = placed;
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      if (own === 0 || level <= own) own = OWN_WORK.test(block.masked) ? level : 0;
    } else if (own === 0 && role === 'body' && block.kind === 'paragraph') yield placed;
  }
}

function* claimsIn(analysis: Analysis, placed: PlacedBlock, glossary: Glossary): Iterable<Finding> {
  const { masked } = placed.block;
  if (!topicWords.some(([, words]) => words.test(masked))) return;
  const sentences = sentencesIn(masked);
  for (const [index, sentence] of sentences.entries()) {
    const text = masked.slice(sentence.start, sentence.end);
    if (OWN_WORDS.test(text) || text.endsWith('?') || isCited(masked, sentence, sentences[index + 1]))
      continue;
    const claim = claimOf(text, glossary);
    if (claim === undefined) continue;
    const { therapy, topic, references } = claim;
    const start = placed.start + sentence.start;
    const end = placed.start + sentence.end;
    const [best] = references;
    yield {
      analysis,
      start,
      end,
      short: therapy.name,
      identity: `${therapy.id}:${topic}:${foldLong(text).slice(0, 100)}`,
      message: `This says something of the ${topic} of ${therapy.name} and cites nothing. Cite a source, such as ${shortReference(best!)}.`,
      fixes: () => references.map(reference => citing(analysis, { start, end }, reference)),
    };
  }
}

const OWN_WORDS = /\b(?:we|our|ours|us|here|this study|present study)\b/i;
/** `[6]`, `(Roex 2022)`, `(6,7)`: citations that no format marks. */
const WRITTEN_CITATION = /\[\d|\((?:[^()]{0,80}\b(?:19|20)\d\d[a-z]?|\d{1,3}(?:[,–-] ?\d{1,3}){0,9})\)/;

/** A citation, or whatever else stands there that is no prose, in the sentence or right behind it. */
function isCited(masked: string, { start, end }: Span, next: Span | undefined): boolean {
  const behind = masked.slice(end, next === undefined ? masked.length : next.start + 1);
  const text = masked.slice(start, end) + behind;
  return text.includes(Fill.opaque) || WRITTEN_CITATION.test(text) || /^\s*\[/.test(behind);
}

interface Claim {
  readonly therapy: Therapy;
  readonly topic: Topic;
  /** What may be cited for it. Never empty. */
  readonly references: readonly Reference[];
}

/** References that are offered, at most. */
const MOST_OFFERED = 3;

function claimOf(sentence: string, glossary: Glossary): Claim | undefined {
  const spoken = topicWords.filter(([, words]) => words.test(sentence)).map(([topic]) => topic);
  if (spoken.length === 0) return undefined;
  for (const therapy of therapiesIn(sentence, glossary)) {
    for (const topic of spoken) {
      const known = glossary.facts
        .filter(fact => fact.therapy === therapy.id && fact.topic === topic)
        .map(fact => stated(glossary, fact));
      const references = offered(known);
      if (references.length > 0) return { therapy, topic, references };
    }
  }
  return undefined;
}

/** Editorials last: original work is what a claim should cite. */
function offered(facts: readonly StatedFact[]): readonly Reference[] {
  const references = [...new Set(facts.flatMap(({ citable }) => citable))];
  const isEditorial = ({ note }: Reference): boolean => /^editorial\b/i.test(note ?? '');
  return [...references.filter(each => !isEditorial(each)), ...references.filter(isEditorial)].slice(
    0,
    MOST_OFFERED,
  );
}

/** Inserts a citation before the sentence's full stop. */
function citing({ document, format }: Analysis, { end }: Span, reference: Reference): Fix {
  const at = /[.!]/.test(textOf(document).slice(Math.max(0, end - 1), end)) ? end - 1 : end;
  const newText = ` ${format.citation([reference.id], document.text)}`;
  return {
    title: `Cite ${shortReference(reference)}`,
    edits: [{ uri: document.uri, start: at, end: at, newText }],
    cites: reference.id,
  };
}
