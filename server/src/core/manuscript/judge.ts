/** What an abbreviation comes to: its class, and how it stands in each scope. */
import { Evidence } from '../analysis/evidence/bits.ts';
import { isDisplay, scopeOf } from '../analysis/roles.ts';
import { fold } from '../glossary/normalize.ts';
import type { GlossaryEntry, MentionClass, ScopeName, State, Status, Written } from '../types.ts';
import type { BlockMention } from './blockMentions.ts';
import type { FormEvidence } from './classes/classification.ts';
import type { Classifier } from './classes/classify.ts';
import {
  FARTHEST,
  isExplainedBeside,
  isGivenAlone,
  isKnownBefore,
  isKnownBehind,
  isLegendEntry,
} from './classes/explained.ts';
import {
  isBehindCapitals,
  isBehindThe,
  isBesideNumbers,
  isListedWith,
  isQuoted,
  type Named,
  namedBy,
} from './classes/inNames.ts';
import {
  firstInText,
  isInAddress,
  isNumeralOf,
  type Letters,
  type UseInText,
  usageOf,
} from './classes/usage.ts';
import type { BlockDefinition } from './defined.ts';
import type { Contributed, Group, Judged } from './group.ts';
import { statusIn, worst } from './status.ts';
import { isWritten, weighSenses } from './written/senseWords.ts';

/** A form is explained where it is new, or nowhere. */
const LOOKED_AT = 4;

/** What a reader knows by its name alone: where a text explains it ("milligram (mg)"), that can't come too late. */
const NAMED: ReadonlySet<MentionClass> = new Set([
  'unit',
  'sequence',
  'label',
  'roman-numeral',
  'variable',
  'initials',
  'emphasis',
  'strain',
]);

/** Judges a group by itself, the glossary that its classifier goes by, and what the manuscript answers about the whole. */
export function judge(
  key: string,
  group: Group,
  classify: Classifier,
  written: Written,
): Pick<Judged, 'state' | 'reach'> {
  const variants = group.variants();
  const short = variants[0] ?? group.definitions[0]?.found.form ?? key;
  const evidence = new GroupEvidence(short, group, written);
  const { class: kind, reason, confidence } = classify(evidence, key);
  const exempt = confidence === 0;
  const isGeneInItalics = kind === 'gene-or-protein' && (group.any & Evidence.emphasised) !== 0;
  const isNamed = exempt && (NAMED.has(kind) || isGeneInItalics);
  const statusOf = (scope: ScopeName): Status | null => {
    const status = statusIn(scope, group, exempt);
    return isNamed && status === 'used-before-definition' ? 'exempt' : status;
  };
  const scopes = { abstract: statusOf('abstract'), main: statusOf('main') };
  const state: State = {
    key,
    short,
    variants,
    class: kind,
    reason,
    confidence,
    evidence: group.any,
    scopes,
    status: worst(scopes, group.isDefined ? 'defined' : 'exempt'),
    listed: group.definitions.some(({ role }) => role === 'abbreviation-list'),
    longForm: group.definitions.find(isWrittenOut)?.found.long ?? null,
    uses: group.uses,
    kept: undefined,
    moved: undefined,
  };
  return { state, reach: evidence.reach };
}

/** What is known of a group's form; what takes work is found when it is asked. */
class GroupEvidence implements FormEvidence {
  readonly form: string;
  readonly any: number;
  readonly most: number;
  readonly uses: number;
  readonly tabled: boolean;
  readonly defined: boolean;
  /** How far what was asked for looked around: see `Judged`. */
  reach = 0;
  readonly #group: Group;
  readonly #written: Written;
  #uses: readonly UseInText[] | undefined;

  constructor(form: string, group: Group, written: Written) {
    this.form = form;
    this.any = group.any;
    this.most = group.most();
    this.uses = group.uses;
    this.tabled = group.tabled;
    this.defined = group.isDefined;
    this.#group = group;
    this.#written = written;
  }

  #firstUses(): readonly UseInText[] {
    this.reach = Math.max(this.reach, FARTHEST);
    this.#uses ??= firstInText(this.#group.mentions);
    return this.#uses;
  }

  get first(): number {
    return this.#group.mentions[0]?.token.evidence ?? 0;
  }

  get tabulated(): boolean {
    return this.#group.definitions.every(({ role }) => isDisplay(role));
  }

  get told(): boolean {
    return this.#group.definitions.some(isWrittenOut);
  }

  isWord(): boolean {
    return this.#written.word(this.form.toLowerCase());
  }

  isSpokenOf(long: string): boolean {
    return this.#written.spoken(long);
  }

  meant(senses: readonly GlossaryEntry[]): GlossaryEntry | undefined {
    return weighSenses(senses, this.#group.mentions, this.#written).meant;
  }

  isDefinedBy(word: string): boolean {
    const sought = word.toLowerCase();
    return this.#group.definitions.some(({ found }) =>
      found.long
        .replace(/[^\p{L}]+/gu, '')
        .toLowerCase()
        .includes(sought),
    );
  }

  touchesOn(senses: readonly GlossaryEntry[]): boolean {
    return senses.some(({ long }) => isWritten(long, this.#written, 0.5));
  }

  isUsed(form: string): boolean {
    return this.#written.form(fold(form));
  }

  isInAddress(ends: boolean): boolean {
    return isInAddress(this.#firstUses(), ends);
  }

  namedBy(): Named | undefined {
    return namedBy(this.#firstUses());
  }

  isBehindCapitals(): boolean {
    return isBehindCapitals(this.#firstUses());
  }

  isBehindThe(): boolean {
    return isBehindThe(this.#firstUses());
  }

  isQuoted(): boolean {
    return isQuoted(this.#firstUses());
  }

  isBesideNumbers(): boolean {
    return isBesideNumbers(this.#firstUses());
  }

  isListedWith(is: (form: string) => boolean): boolean {
    return isListedWith(this.#firstUses(), is);
  }

  isNumeral(): boolean {
    return isNumeralOf(this.#firstUses());
  }

  isExplained(longs: readonly string[]): boolean {
    const isBeside = (mention: BlockMention): boolean =>
      isExplainedBeside(this.form, mention.block, mention) ||
      isKnownBefore(longs, mention.block, mention.token) ||
      isKnownBehind(longs, mention.block, mention.token);
    this.reach = Math.max(this.reach, FARTHEST);
    const [first] = this.#group.mentions;
    const isGiven =
      longs.length > 0 &&
      first !== undefined &&
      scopeOf(first.role) !== undefined &&
      isGivenAlone(first.block, first.token);
    return isGiven || this.#group.mentions.slice(0, LOOKED_AT).some(isBeside) || isLegendsAlone(this.#group);
  }

  usage(letters: Letters): number {
    this.reach = Math.max(this.reach, FARTHEST);
    return usageOf(this.#group.mentions, letters);
  }
}

/** It is used where legends explain it, and nowhere else. */
function isLegendsAlone({ isShownOnly, mentions }: Group): boolean {
  const isEntry = (mention: BlockMention): boolean => isLegendEntry(mention.block, mention);
  return isShownOnly ? mentions.some(isEntry) : mentions.every(isEntry);
}

function isWrittenOut({ role, found }: Contributed<BlockDefinition>): boolean {
  const { form } = found.definition;
  return scopeOf(role) !== undefined && form !== 'list' && form !== 'macro' && form !== 'markup';
}
