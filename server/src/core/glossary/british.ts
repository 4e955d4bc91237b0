/** What ships with us, spelt as British authors spell it. What writers wrote themselves stays as they wrote it. */
import { lazily } from '../lazily.ts';
import type { Glossary, GlossaryEntry, StandardForm, Therapy, TherapyFact } from '../types.ts';
import { keysOf } from './keys.ts';

/** American -> British, in words that are no names; -ize stays, which is British too. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tumor(?=s?\b)/g, 'tumour'],
  [/hem(?=agglut|ang|ato|odial|odyn|ogl|olysis|olyt|oph|opoie|orrh|osta)/g, 'haem'],
  [/(?<!acad)emia(?=s?\b)/g, 'aemia'],
  [/(?<=an|glyc|isch|leuk|lipid|septic|ur|vir)emic\b/g, 'aemic'],
  [/(?<!o)edema/g, 'oedema'],
  [/\besoph/g, 'oesoph'],
  [/\bestr(?=adi|iol|ogen|one)/g, 'oestr'],
  [/pediatr/g, 'paediatr'],
  [/orthoped/g, 'orthopaed'],
  [/gynec/g, 'gynaec'],
  [/\bfec(?=al|es)/g, 'faec'],
  [/\bcec(?=al|um)/g, 'caec'],
  [/\btiter(?=s?\b)/g, 'titre'],
  [/\bceliac/g, 'coeliac'],
  [/pnea\b/g, 'pnoea'],
  [/diarrhea/g, 'diarrhoea'],
  [/anesth/g, 'anaesth'],
  [/\betiolog/g, 'aetiolog'],
  [/\bcolor(?!ect)/g, 'colour'],
  [/behavior/g, 'behaviour'],
  [/\bcenter(?=s?\b)/g, 'centre'],
  [/\bfiber/g, 'fibre'],
  [/\bliter(?=s?\b)/g, 'litre'],
  [/(?<=nano|micro|milli|centi)meter(?=s?\b)/g, 'metre'],
  [/(?<=anal|catal)yz(?=e|ing)/g, 'ys'],
  [/(?<=signal|label|model)(?=ing\b|ed\b)/g, 'l'],
];

/** `acute myeloid leukemia` -> `acute myeloid leukaemia`. */
export function inBritish(text: string): string {
  return SPELLINGS.reduce((spelt, [american, british]) => spelt.replace(american, british), text);
}

/** A sentence, which may begin with a capital: `Leukemia of T cells.` -> `Leukaemia of T cells.` */
function sentenceInBritish(sentence: string): string {
  const first = sentence.charAt(0);
  const small = first.toLowerCase();
  const british = inBritish(small + sentence.slice(1));
  return first === small ? british : british.charAt(0).toUpperCase() + british.slice(1);
}

/** Kinds of names, which are spelt as their owners spell them. */
const NAMES: ReadonlySet<string> = new Set(['organisation', 'trial', 'database', 'software', 'product']);

/**
 * The same glossary with what ships with us (long forms, what is said of them, facts) in British spelling. Each is
 * respelt when it is asked for.
 */
export function britishGlossary(base: Glossary): Glossary {
  const entryOf = remembered(respelt);
  const standardOf = remembered((form: StandardForm) =>
    NAMES.has(form.class) ? form : { ...form, long: inBritish(form.long) },
  );
  const therapyOf = remembered((therapy: Therapy) =>
    therapy.own ? therapy : { ...therapy, summary: sentenceInBritish(therapy.summary) },
  );
  const factOf = remembered((fact: TherapyFact) =>
    fact.own ? fact : { ...fact, statement: sentenceInBritish(fact.statement) },
  );
  const entries = lazily(() => base.entries.map(entryOf));
  return Object.freeze({
    revision: base.revision,
    isGeneSymbol: base.isGeneSymbol,
    therapyNamed: (folded: string) => {
      const therapy = base.therapyNamed(folded);
      return therapy && therapyOf(therapy);
    },
    therapyWords: base.therapyWords,
    get therapies() {
      return base.therapies.map(therapyOf);
    },
    get facts() {
      return base.facts.map(factOf);
    },
    get references() {
      return base.references;
    },
    senses: (key: string) => base.senses(key).map(entryOf),
    byLongForm: (folded: string) => base.byLongForm(folded).map(entryOf),
    standard: (short: string) => {
      const form = base.standard(short);
      return form && standardOf(form);
    },
    get entries() {
      return entries();
    },
    keys: lazily(() => keysOf(entries())),
  });
}

function respelt(entry: GlossaryEntry): GlossaryEntry {
  if (entry.origin !== undefined) return entry;
  const gloss = entry.gloss === undefined ? {} : { gloss: sentenceInBritish(entry.gloss) };
  if (NAMES.has(entry.class) || NAMES.has(entry.domain)) return { ...entry, ...gloss };
  const plural = entry.plural === undefined ? {} : { plural: inBritish(entry.plural) };
  return { ...entry, ...gloss, ...plural, long: inBritish(entry.long) };
}

/** A function that gives the same result for the same object. */
function remembered<A extends object, R>(make: (value: A) => R): (value: A) => R {
  const made = new WeakMap<A, R>();
  return value => {
    let result = made.get(value);
    if (result === undefined) {
      result = make(value);
      made.set(value, result);
    }
    return result;
  };
}
