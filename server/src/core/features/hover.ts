/** The hover: what an abbreviation, a long form or a therapy's name stands for, and where the manuscript stands. */
import { blockAt } from '../analysis/blockAt.ts';
import { longKeys } from '../glossary/forms.ts';
import { foldLong } from '../glossary/normalize.ts';
import { lazily } from '../lazily.ts';
import { weighSenses } from '../manuscript/written/senseWords.ts';
import { nameOf, parentOf } from '../project/addresses.ts';
import type {
  Abbreviation,
  Analysis,
  GlossaryEntry,
  Mention,
  Origin,
  PlacedDefinition,
  Span,
  Therapy,
} from '../types.ts';
import { type FeatureContext, lastStartingBy, type MentionHit } from './context.ts';
import { longOf, partsOf, type Subject, sensesOf, subjectOfLong, subjectOfShort } from './hoverSubject.ts';
import { commandLink, escapeMarkdown, type HoverOptions } from './markdown.ts';
import { longestPhrase, mayBePhraseOf } from './phrases.ts';
import { abstractPhrase, countedUses, placeName, statusPhrase, usesAsParts } from './standing.ts';
import { factLines, type TherapiesHere, therapiesAround } from './therapyHover.ts';

/** What a hover shows, and over which stretch of the document. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What a hover says, but for the facts, which go by the sentence too. */
interface Said {
  readonly lines: string;
  readonly therapy: Therapy | undefined;
}

/** What is said of a mention, and so of all that are written as it is. */
interface SaidOfMention extends Said {
  /** It is about the compound that the mention is a part of. */
  readonly isOfCompound: boolean;
}

/** What was said of mentions, by the way they are written: the same for as long as the manuscript stays as it is. */
const saidOfMentions = new WeakMap<FeatureContext, Map<string, SaidOfMention>>();

/** Senses that a hover names at most. */
const MOST_SENSES = 10;

const JOURNALS: Readonly<Record<string, string>> = {
  JI: 'J Immunol',
  JEM: 'J Exp Med',
  II: 'Int Immunol',
  JCI: 'J Clin Invest',
};

/**
 * The hover at `offset` of the document `uri`, or nothing: ordinary words, code, addresses and citations have
 * none. Logarithmic in the manuscript and the glossary, linear in the line.
 */
export function hover(
  context: FeatureContext,
  uri: string,
  offset: number,
  options: HoverOptions,
): Hover | undefined {
  const analysis = context.manuscript.analyses.find(({ document }) => document.uri === uri);
  const placed = analysis && blockAt(analysis, offset);
  if (placed === undefined || placed.role === 'references' || placed.role === 'metadata') return undefined;
  const { start, block } = placed;
  const { glossary } = context;
  const hit = mentionAt(context, analysis!, offset);
  const therapyHere = lazily(() =>
    mayBePhraseOf(glossary.therapyWords(), block.masked, offset - start)
      ? longestPhrase(block.masked, offset - start, folded => glossary.therapyNamed(folded))
      : undefined,
  );
  const here: TherapiesHere = {
    named: () => therapyHere()?.found,
    around: () => therapiesAround(block.masked, offset - start, glossary),
  };
  if (hit !== undefined) return mentionHover(context, hit, here, options);
  const named = therapyHere();
  const long = longestPhrase(block.masked, offset - start, folded => subjectOfLong(context, folded));
  if (long !== undefined && (named === undefined || length(long.span) >= length(named.span))) {
    return {
      span: moved(long.span, start),
      markdown: withFacts(said(context, long.found, [], options), context, here, options),
    };
  }
  if (named === undefined) return undefined;
  const therapy = named.found;
  const lines = paragraphs([`**${escapeMarkdown(therapy.name)}**`, escapeMarkdown(therapy.summary)]);
  return { span: moved(named.span, start), markdown: withFacts({ lines, therapy }, context, here, options) };
}

function length({ start, end }: Span): number {
  return end - start;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The mention at `offset`; at a boundary the one that starts there, else the one that ends there. */
function mentionAt(context: FeatureContext, analysis: Analysis, offset: number): MentionHit | undefined {
  const hits = context.mentionsIn(analysis);
  const hit = hits[lastStartingBy(hits, offset, ({ mention }) => mention.start)];
  return hit !== undefined && offset <= hit.mention.end ? hit : undefined;
}

function mentionHover(
  context: FeatureContext,
  { mention, abbreviation }: MentionHit,
  here: TherapiesHere,
  options: HoverOptions,
): Hover {
  const { token, tokenStart, surface } = mention;
  const known = saidOfMentions.get(context) ?? new Map<string, SaidOfMention>();
  saidOfMentions.set(context, known);
  const name = [abbreviation.key, surface, token.surface, options.commandLinks].join('\n');
  const all = known.get(name) ?? saidOfMention(context, surface, token.surface, abbreviation, options);
  known.set(name, all);
  const span = all.isOfCompound
    ? { start: tokenStart, end: tokenStart + token.end - token.start }
    : { start: mention.start, end: mention.end };
  return { span, markdown: withFacts(all, context, here, options) };
}

/** `written`: the mention itself; `compound`: the token that it is a part of, or all of. */
function saidOfMention(
  context: FeatureContext,
  written: string,
  compound: string,
  abbreviation: Abbreviation,
  options: HoverOptions,
): SaidOfMention {
  const parts = partsOf(context, compound);
  const whole = subjectOfShort(context, compound);
  const isOfCompound = parts.length > 1 && (whole.abbreviation !== undefined || whole.senses.length > 0);
  if (isOfCompound) {
    return { isOfCompound, ...said(context, { ...whole, pointedAt: abbreviation }, parts, options) };
  }
  const senses = sensesOf(context.glossary, abbreviation.key, written, abbreviation);
  return { isOfCompound, ...said(context, { short: written, abbreviation, senses }, [], options) };
}

/** What is said, with the facts of the therapy that it or else its place names. */
function withFacts(
  { lines, therapy }: Said,
  { glossary }: FeatureContext,
  here: TherapiesHere,
  options: HoverOptions,
): string {
  const told = therapy ?? here.named();
  return told === undefined ? lines : paragraphs([lines, ...factLines(glossary, told, here, options)]);
}

function said(
  context: FeatureContext,
  subject: Subject,
  parts: readonly Subject[],
  options: HoverOptions,
): Said {
  const { abbreviation } = subject;
  const defined = (abbreviation?.definitions.length ?? 0) > 0;
  // Where the manuscript doesn't say which of several senses is meant, its other words may.
  const weighed =
    abbreviation !== undefined && !defined && subject.senses.length > 1
      ? weighSenses(
          subject.senses,
          abbreviation.mentions.map(({ placed }) => placed),
          context.manuscript.written,
        )
      : undefined;
  const senses = weighed?.ordered ?? subject.senses;
  const long = longOf(context, subject) ?? weighed?.meant?.long;
  const meant = senses.find(entry => long !== undefined && longKeys(entry).has(foldLong(long)));
  const sense = meant ?? (defined || senses.length !== 1 ? undefined : senses[0]);
  const lines = [
    ...titleLines(context, { ...subject, senses }, long, sense),
    ...standingLines(context, subject, options),
    ...[sense?.gloss, sense?.note].flatMap(text => (text === undefined ? [] : [escapeMarkdown(text)])),
    ...originLines(sense === undefined && !defined ? senses : [sense]),
    ...(defined && meant === undefined && senses.length > 0 ? [`In the glossary: ${listed(senses)}`] : []),
    ...(weighed?.meant === undefined
      ? []
      : [
          `Judged by the words of this manuscript. Also in the glossary: ${listed(senses.filter(entry => entry !== meant))}`,
        ]),
    ...(parts.length > 1 ? [`Parts: ${parts.map(part => partLine(context, part)).join(' · ')}`] : []),
    ...(abbreviation?.status === 'exempt' ? [] : policyLines(sense)),
  ];
  const therapy = context.glossary.therapies.find(({ id }) => id === sense?.therapy);
  return { lines: paragraphs(lines), therapy };
}

function titleLines(
  { glossary }: FeatureContext,
  { short, abbreviation, senses }: Subject,
  long: string | undefined,
  sense: GlossaryEntry | undefined,
): readonly string[] {
  const bold = `**${escapeMarkdown(short)}**`;
  if (long !== undefined) {
    const domain = sense === undefined ? '' : ` · *${escapeMarkdown(sense.domain)}*`;
    return [`${bold} ${escapeMarkdown(long)}${domain}`];
  }
  if (senses.length > 1) {
    const list = senses
      .slice(0, MOST_SENSES)
      .map(entry => `- ${escapeMarkdown(entry.long)} · *${escapeMarkdown(entry.domain)}*`);
    if (senses.length > MOST_SENSES) list.push(`- … and ${senses.length - MOST_SENSES} more`);
    return [`${bold} has several senses, and this manuscript defines none:`, list.join('\n')];
  }
  const standard = glossary.standard(abbreviation?.short ?? short);
  if (standard !== undefined) return [`${bold} ${escapeMarkdown(standard.long)}`];
  // What needs no definition for its kind isn't missing from the glossary either.
  return abbreviation?.status === 'exempt'
    ? [`${bold} · *${abbreviation.class.replaceAll('-', ' ')}*`]
    : [`${bold} is not in the glossary.`];
}

/** The second line: of the abbreviation itself, or of the part of a compound that was pointed at, by its name. */
function standingLines(
  context: FeatureContext,
  { short, abbreviation, pointedAt }: Subject,
  options: HoverOptions,
): readonly string[] {
  const within = pointedAt === undefined ? [] : usesAsParts(short, pointedAt);
  if (abbreviation !== undefined) return [standing(context, abbreviation, within, options)];
  if (pointedAt === undefined) return [];
  const whole = `${escapeMarkdown(short)}: ${countedUses(within.length)}`;
  return [`${whole} · ${escapeMarkdown(pointedAt.short)}: ${standing(context, pointedAt, [], options)}`];
}

/**
 * Where it is defined, how often it is used (`within`: as its parts), what is to say of the abstract, and why nothing
 * is reported.
 */
function standing(
  { manuscript, configuration, silenceOf }: FeatureContext,
  abbreviation: Abbreviation,
  within: readonly Mention[],
  options: HoverOptions,
): string {
  const definition = abbreviation.definitions[0];
  const phrase = escapeMarkdown(statusPhrase(abbreviation));
  const place = definition === undefined ? '' : ` ${placeLink(definition, options)}`;
  const uses = countedUses(Math.max(abbreviation.uses, within.length));
  const isInAbstract = within.some(({ role }) => role === 'abstract');
  const abstract = isInAbstract ? undefined : abstractPhrase(abbreviation, manuscript, configuration);
  const silent = silenceOf(abbreviation);
  const told = silent === undefined ? '' : `Not reported: ${silent}`;
  return [`${phrase}${place}`, uses, abstract ?? '', told].filter(part => part !== '').join(' · ');
}

function placeLink(definition: PlacedDefinition, { commandLinks }: HoverOptions): string {
  const name = placeName(definition);
  const { start, end, analysis } = definition;
  return commandLinks
    ? commandLink(name, 'immunogloss.showPlace', analysis.document.uri, start, end)
    : escapeMarkdown(name);
}

function listed(senses: readonly GlossaryEntry[]): string {
  const longs = senses.slice(0, MOST_SENSES).map(entry => escapeMarkdown(entry.long));
  return `${longs.join('; ')}${senses.length > MOST_SENSES ? '; …' : ''}`;
}

/** The files of somebody's own in which the senses stand. */
function originLines(senses: readonly (GlossaryEntry | undefined)[]): readonly string[] {
  const names = senses.flatMap(sense => (sense?.origin === undefined ? [] : originName(sense.origin)));
  return names.length === 0 ? [] : [`From ${escapeMarkdown([...new Set(names)].join(', '))}`];
}

function originName({ layer, uri }: Origin): string {
  return layer === 'document' ? nameOf(uri) : `${nameOf(parentOf(uri))}/${nameOf(uri)}`;
}

function partLine(context: FeatureContext, part: Subject): string {
  const senses = part.senses.slice(0, MOST_SENSES);
  const long = longOf(context, part) ?? senses.map(entry => entry.long).join(' or ');
  const uses = part.abbreviation === undefined ? '' : ` (${countedUses(part.abbreviation.uses)})`;
  return `**${escapeMarkdown(part.short)}** ${escapeMarkdown(long)}${uses}`;
}

function policyLines(sense: GlossaryEntry | undefined): readonly string[] {
  const journals = (sense?.undefinedIn ?? []).map(journal => JOURNALS[journal] ?? journal);
  return journals.length === 0 ? [] : [`Needs no definition in ${escapeMarkdown(journals.join(', '))}`];
}

function paragraphs(lines: readonly string[]): string {
  return lines.join('\n\n');
}
