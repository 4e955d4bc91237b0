/** Resolves the tokens of one block to the abbreviations that they mention. */

import { isDigit } from '../analysis/characters.ts';
import { Evidence } from '../analysis/evidence/bits.ts';
import { type Expansion, expandTerms } from '../analysis/terms.ts';
import { lazily } from '../lazily.ts';
import { OPAQUE, TRANSPARENT } from '../signs.ts';
import {
  type Block,
  type Definition,
  Fill,
  type PlacedBlock,
  type Role,
  type Span,
  type Token,
} from '../types.ts';
import { unitAt } from '../unitAt.ts';
import type { Part } from './compounds.ts';
import type { Defined } from './defined.ts';
import { touching } from './touching.ts';
import { findWords } from './words.ts';

/** A mention in its block. Offsets are relative to it. */
export interface BlockMention {
  readonly kind: 'mention';
  readonly key: string;
  readonly block: Block;
  /** What the block counts as. */
  readonly role: Role;
  /** Without plural ending. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly token: Token;
  /** It is the short form inside a definition. */
  readonly defining: boolean;
}

/** "^a^All subjects", "$^c$ED-only": the letter of a table's note, and the word that it stands before. */
const NOTED = /^\uE000*[a-z]\uE000+[A-Z]/;

function isNoted({ surface, start, end }: Token, masked: string): boolean {
  if (end - start === surface.length || unitAt(masked, start - 1) !== TRANSPARENT) return false;
  return NOTED.test(masked.slice(start, start + LONGEST_MARKUP));
}

const LONGEST_MARKUP = 8;

/** Small words of the languages in which institutions are named. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'DE DEL DES DI DO DA DU EL ET EN LA LE LES LAS LOS DER DIE DAS UND VON ZU ZUR ZUM'.split(' '),
);
const CAPITALS_BEHIND = /^\s+[A-ZÀ-Þ]{4}/;

/** Whether it is a small word between words in capitals: "FACULTAT DE BIOLOGIA". */
function isSmallWord({ surface, evidence, end }: Token, masked: string): boolean {
  return (
    (evidence & Evidence.capitalRun) !== 0 &&
    SMALL_WORDS.has(surface) &&
    CAPITALS_BEHIND.test(masked.slice(end, end + 8))
  );
}

/**
 * "NLR family pyrin domain containing 3 (NLRP3)": where a numbered symbol is spelled out, its own first letters are no use
 * of theirs. To be asked of tokens in their order; linear in all.
 */
function namesIn(definitions: readonly Definition[], masked: string): (token: Token) => boolean {
  const numbered = definitions
    .filter(({ short }) => isDigit(masked.charCodeAt(short.end - 1)))
    .sort((a, b) => a.long.start - b.long.start);
  let next = 0;
  return ({ start, end, surface }) => {
    while (next < numbered.length && numbered[next]!.long.end <= start) next++;
    const around = numbered[next];
    if (around === undefined || start < around.long.start || around.long.end < end) return false;
    const { short } = around;
    return short.end - short.start > surface.length && masked.startsWith(surface, short.start);
  };
}

const CHEMOKINE = /^(?:CC|CXC|CX3C|XC)L\d{1,2}$/;

const NONE: readonly BlockMention[] = [];

/** The mentions of a block, in order. Linear in its tokens (and, for word-like short forms, its length). */
export function mentionsOf(
  { block, facts: { tokens, definitions } }: PlacedBlock,
  role: Role,
  { words, macros }: Defined,
  resolve: (surface: string) => readonly Part[],
): readonly BlockMention[] {
  const { masked } = block;
  const all = words.size === 0 ? tokens : withWords(tokens, findWords(masked, words));
  if (all.length === 0) return NONE;
  const mentions: BlockMention[] = [];
  const isInName = definitions.length === 0 ? undefined : namesIn(definitions, masked);
  const isDefining = definitions.length === 0 ? undefined : touching(definitions.map(({ short }) => short));
  // Terms that an author's commands print are opaque.
  const expansion = masked.includes(Fill.opaque) ? lazily(() => expandTerms(block)) : undefined;
  for (const token of all) {
    if (isSmallWord(token, masked) || isNoted(token, masked) || isInName?.(token) === true) continue;
    const parts = token.key === undefined ? resolve(token.surface) : partsOfMacro(token.key, macros);
    const named =
      parts.length === 2 && parts.some(({ form }) => CHEMOKINE.test(form)) ? aliased(token) : token;
    // Nearly all tokens stand as they read.
    const isPlain =
      token.key === undefined && expansion === undefined && token.end - token.start === token.surface.length;
    for (const part of parts) {
      const { key, form } = part;
      const span = isPlain ? undefined : partSpan(masked, expansion, token, part);
      const start = span?.start ?? token.start + part.from;
      const end = span?.end ?? token.start + part.to;
      const defining = isDefining?.({ start, end }) === true;
      mentions.push({ kind: 'mention', key, block, role, form, start, end, token: named, defining });
    }
  }
  return mentions;
}

/** "GRO/CXCL1": two names of one thing. */
function aliased(token: Token): Token {
  return { ...token, evidence: token.evidence | Evidence.alias };
}

/** What a macro prints is one part, and stands for the whole of it. */
function partsOfMacro(macro: string, macros: Defined['macros']): readonly Part[] {
  const printed = macros.get(macro);
  return printed === undefined ? [] : [{ from: 0, to: 0, ...printed }];
}

/** The span of a part inside its block. */
function partSpan(
  masked: string,
  expansion: (() => Expansion | undefined) | undefined,
  token: Token,
  part: Part,
): Span {
  if (token.key !== undefined) return token;
  const expanded = expansion !== undefined && isPrinted(masked, token) ? expansion() : undefined;
  if (expanded === undefined) return partWritten(masked, token, part);
  const start = expanded.place(token.start);
  const end = start + token.surface.length;
  return expanded.origin(partWritten(expanded.masked, { ...token, start, end }, part));
}

/** Whether a command prints the token or a part of it. */
function isPrinted(masked: string, { start, end }: Token): boolean {
  for (let at = start; at < end; at++) if (masked.charCodeAt(at) === OPAQUE) return true;
  return false;
}

/** The same where the masked text has it. Transparent fill may lie between its letters. */
function partWritten(masked: string, token: Token, part: Part): Span {
  if (token.end - token.start === token.surface.length) {
    return { start: token.start + part.from, end: token.start + part.to };
  }
  let start = -1;
  let seen = 0;
  let at = token.start;
  for (; at < token.end; at++) {
    if (masked.charCodeAt(at) === TRANSPARENT) continue;
    if (seen === part.from && start < 0) start = at;
    if (++seen === part.to) break;
  }
  const end = part.to === token.surface.length ? token.end : Math.min(at + 1, token.end);
  return { start: Math.max(start, token.start), end };
}

function withWords(tokens: readonly Token[], found: readonly Token[]): readonly Token[] {
  const extra = found.filter(
    word => !tokens.some(token => token.start <= word.start && word.end <= token.end),
  );
  if (extra.length === 0) return tokens;
  // The CM of "CM 010" is no other abbreviation.
  const isInWord = touching(extra);
  return [...tokens.filter(token => !isInWord(token)), ...extra].sort((a, b) => a.start - b.start);
}
