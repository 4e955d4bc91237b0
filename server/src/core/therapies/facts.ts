/** What is known of a therapy: its facts in the order of topics, with what may be cited for each. */
import { foldLong } from '../glossary/normalize.ts';
import type { Glossary, Reference, Therapy, TherapyFact, Topic } from '../types.ts';
import { topics } from './topics.ts';

/** A fact with all that must be said along with it. */
export interface StatedFact {
  readonly fact: TherapyFact;
  /** What may be cited for it: its source first, then what was verified to support it. Never anything else. */
  readonly citable: readonly Reference[];
  /** Its source is an editorial, and nothing that it cites was verified. */
  readonly restsOnEditorial: boolean;
  /** Facts that say otherwise, with why. */
  readonly contradictions: readonly { readonly fact: TherapyFact; readonly note: string }[];
}

/** A topic on which at least one of two therapies has facts. */
export interface ComparedTopic {
  readonly topic: Topic;
  readonly first: readonly StatedFact[];
  readonly second: readonly StatedFact[];
}

/** The therapy of this name or short form, however it is spelt: `CAR NK`, `car-nk cells`, `ICIs`, or its id. */
export function findTherapy(glossary: Glossary, name: string): Therapy | undefined {
  return (
    glossary.therapyNamed(foldLong(name)) ??
    glossary.therapies.find(
      therapy => therapy.id === name.trim() || foldLong(therapy.name) === foldLong(name),
    )
  );
}

/** The facts of a therapy, by topic. */
export function factsOf(glossary: Glossary, therapy: Therapy): readonly StatedFact[] {
  return topics.flatMap(topic =>
    glossary.facts
      .filter(fact => fact.therapy === therapy.id && fact.topic === topic)
      .map(fact => stated(glossary, fact)),
  );
}

/** Two therapies side by side, topic by topic; topics on which nothing is known are left out. */
export function compareTherapies(
  glossary: Glossary,
  first: Therapy,
  second: Therapy,
): readonly ComparedTopic[] {
  const [left, right] = [factsOf(glossary, first), factsOf(glossary, second)];
  return topics
    .map(topic => ({
      topic,
      first: left.filter(({ fact }) => fact.topic === topic),
      second: right.filter(({ fact }) => fact.topic === topic),
    }))
    .filter(row => row.first.length > 0 || row.second.length > 0);
}

/** A fact with its citations, doubts and contradictions. */
export function stated(glossary: Glossary, fact: TherapyFact): StatedFact {
  const verified = fact.cites
    .filter(({ supports }) => supports === 'verified')
    .map(({ reference }) => reference);
  const citable = [...new Set([fact.source.reference, ...verified])].flatMap(
    id => glossary.references.get(id) ?? [],
  );
  const contradictions = (fact.contradicts ?? []).flatMap(({ fact: id, note }) => {
    const other = glossary.facts.find(each => each.id === id);
    return other === undefined ? [] : [{ fact: other, note }];
  });
  const source = glossary.references.get(fact.source.reference);
  return {
    fact,
    citable,
    restsOnEditorial: verified.length === 0 && /^editorial\b/i.test(source?.note ?? ''),
    contradictions,
  };
}
