/** Completion: an abbreviation from a piece of it, defined at its first use and plain afterwards. */
import { blockAt } from '../analysis/blockAt.ts';
import { countedBy, isDisplay, scopeOf } from '../analysis/roles.ts';
import { singular } from '../glossary/normalize.ts';
import { macroOf } from '../rules/macros.ts';
import type { Analysis, PlacedBlock, PlacedDefinition, Span } from '../types.ts';
import type { FeatureContext } from './context.ts';
import { escapeMarkdown } from './markdown.ts';
import { type Match, matches } from './matching.ts';
import { typedBefore } from './typed.ts';

/** One suggestion. */
export interface CompletionItem {
  /** `definition`: long form with the short one in brackets · `macro`: a use such as `\gls{car}`. */
  readonly kind: 'abbreviation' | 'definition' | 'macro';
  readonly label: string;
  readonly detail: string;
  /** Markdown; empty where there is nothing to say. */
  readonly documentation: string;
  /** The whole phrase or compound that is typed, up to the cursor. Absolute. */
  readonly replace: Span;
  readonly newText: string;
  /** What is typed: an editor must not filter by anything else. */
  readonly filterText: string;
  readonly sortText: string;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** Ask again at every keystroke: the list is cut, and what is meant changes with what is typed. */
  readonly isIncomplete: true;
}

const MOST_ITEMS = 50;
const NOTHING: CompletionList = Object.freeze({ items: [], isIncomplete: true });

/** The suggestions at `offset` of the document `uri`, best first. None on ordinary words, in code, math or citations. */
export function complete(context: FeatureContext, uri: string, offset: number): CompletionList {
  const analysis = context.manuscript.analyses.find(({ document }) => document.uri === uri);
  const placed = analysis && blockBefore(analysis, offset);
  if (analysis === undefined || placed === undefined || !isWritten(placed)) return NOTHING;
  const typed = typedBefore(placed, analysis.document.text, offset);
  const items = matches(context, typed)
    .slice(0, MOST_ITEMS)
    .flatMap(match => itemsOf(context, match, analysis, placed));
  return {
    items: items
      .slice(0, MOST_ITEMS)
      .map((item, rank) => ({ ...item, sortText: String(rank).padStart(3, '0') })),
    isIncomplete: true,
  };
}

/** The block that what stands right before `offset` belongs to. */
function blockBefore(analysis: Analysis, offset: number): PlacedBlock | undefined {
  const block = blockAt(analysis, Math.max(0, offset - 1));
  return block !== undefined && offset <= block.end ? block : undefined;
}

function isWritten({ role, block }: PlacedBlock): boolean {
  return role !== 'references' && role !== 'metadata' && role !== 'authors' && block.kind !== 'opaque';
}

type Unranked = Omit<CompletionItem, 'sortText'>;

/** Both ways to write an abbreviation here, the apt one first; only the plain one inside its own brackets. */
function itemsOf(
  context: FeatureContext,
  match: Match,
  analysis: Analysis,
  placed: PlacedBlock,
): readonly Unranked[] {
  const { typed, abbreviation, entry } = match;
  const plural = !match.byLong && singular(typed.text) !== typed.text;
  const short = plural ? `${match.short}s` : match.short;
  const singularLong =
    match.byLong && /^\p{Lu}\p{Ll}/u.test(typed.text) ? capitalised(match.long) : inSentence(match);
  const long = plural ? (entry?.plural ?? singularLong.replace(/(?<!s)$/, 's')) : singularLong;
  const about = `${match.long}${entry === undefined ? '' : ` · ${entry.domain}`}`;
  const base = {
    label: short,
    documentation: [entry?.gloss, entry?.note]
      .flatMap(text => text ?? [])
      .map(escapeMarkdown)
      .join('\n\n'),
    replace: { start: typed.start, end: typed.end },
    filterText: analysis.document.text.slice(typed.start, typed.end),
  };
  const plain: Unranked = { ...base, kind: 'abbreviation', detail: about, newText: short };
  const define: Unranked = {
    ...base,
    kind: 'definition',
    // First: a list of suggestions cuts what is long.
    detail: `define here · ${about}`,
    newText: `${long} (${short})`,
  };
  if (analysis.document.text[typed.start - 1] === '(') return [plain];
  const macro = abbreviation?.definitions.find(({ form, key }) => form === 'macro' && key !== undefined);
  const command = COMMANDS[analysis.format.id];
  if (macro?.key !== undefined && command !== undefined) {
    return [{ ...base, kind: 'macro', detail: about, newText: macroOf(analysis, macro.key, command) }, plain];
  }
  const needsNone =
    abbreviation === undefined ? entry?.class !== 'abbreviation' : abbreviation.status === 'exempt';
  return needsNone || isDefinedBefore(context, match, analysis, placed) ? [plain, define] : [define, plain];
}

/** The macro that formats write for a key. */
const COMMANDS: Readonly<Record<string, string>> = { latex: 'gls', typst: '@' };

/** Whether a reader who comes to this place has met the definition: abstract and main text each by itself. */
function isDefinedBefore(
  { isReadBefore, configuration }: FeatureContext,
  { abbreviation, typed }: Match,
  analysis: Analysis,
  placed: PlacedBlock,
): boolean {
  const role = countedBy(configuration.firstUse)(placed.role);
  const isBefore = (definition: PlacedDefinition): boolean =>
    isReadBefore({ analysis: definition.analysis, at: definition.start }, { analysis, at: typed.start });
  return (abbreviation?.definitions ?? []).some(definition => {
    if (definition.form === 'markup' || definition.form === 'macro') return true;
    const scope = scopeOf(definition.role) ?? (definition.role === 'heading' ? 'main' : undefined);
    // A caption or table is read beside the text: any definition of the main text serves it.
    if (isDisplay(role)) return scope === 'main' || (definition.role === role && isBefore(definition));
    return definition.form !== 'list' && scope === (scopeOf(role) ?? 'main') && isBefore(definition);
  });
}

function capitalised(text: string): string {
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The long form without the capital that only its place (a list, a sentence's start) asked for. */
function inSentence({ long, entry }: Match): string {
  const words = long.split(/[\s-]+/);
  const isTitle = words.slice(1).some(word => /^\p{Lu}\p{Ll}/u.test(word));
  const isName = entry !== undefined && /^\p{Lu}/u.test(entry.long);
  return isTitle || isName || !/^\p{Lu}\p{Ll}+$/u.test(words[0]!)
    ? long
    : long.charAt(0).toLowerCase() + long.slice(1);
}
