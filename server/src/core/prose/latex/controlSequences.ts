import { readArguments, readKnown, readOptional, readUnknown, UNKNOWN } from './arguments.ts';
import { beginEnvironment, endEnvironment, readItem, readVerbatim } from './beginEnd.ts';
import { commandOf, compileSignature } from './commands.ts';
import { skipBlanks } from './delimiters.ts';
import { SWITCHED_OFF } from './frames.ts';
import { coverMarkup, cut, cutAfter, endOpening, nameAt, type Scan } from './scan.ts';
import { printers } from './signatures.ts';
import { readMath, readSeparator } from './signs.ts';
import { accents, characters } from './symbols.ts';

const PRINTER = compileSignature('[o]{o}');

/** Reads the command that begins here. */
export function readCommand(scan: Scan): void {
  const start = scan.at;
  const name = nameAt(scan, start + 1);
  if (name === '') {
    readSymbol(scan);
    return;
  }
  scan.at = start + 1 + name.length;
  switch (name) {
    case 'begin':
      beginEnvironment(scan, start);
      return;
    case 'end':
      endEnvironment(scan, start);
      return;
    case 'verb':
    case 'Verb':
    case 'lstinline':
    case 'mintinline':
    case 'mint':
      readVerbatim(scan, start, name);
      return;
    case 'item':
      readItem(scan, start);
      return;
    case 'par':
      scan.mask.space(start, scan.at);
      cutAfter(scan);
      return;
    case 'maketitle':
      endOpening(scan);
      break;
    case 'appendix':
      scan.mask.space(start, scan.at);
      scan.appendix = true;
      cut(scan, start);
      return;
    case 'iffalse':
      scan.mask.opaque(start, scan.at);
      if (scan.nested) return;
      cut(scan, start, { kind: 'opaque' });
      scan.frames.openEnvironment(SWITCHED_OFF);
      return;
  }
  const character = characters.get(name);
  const accent = accents.get(name);
  const role = printers.get(name);
  const command = commandOf(name);
  const term = scan.terms.get(name);
  if (term !== undefined) {
    scan.blocks.mark('term', start, scan.at, term, name);
    scan.mask.opaque(start, scan.at);
  } else if (character !== undefined) {
    readCharacter(scan, start, character);
  } else if (accent !== undefined) {
    readAccent(scan, start, accent);
  } else if (role !== undefined) {
    cut(scan, start, { kind: 'opaque', role });
    scan.mask.opaque(start, scan.at);
    readArguments(scan, { name, command: PRINTER, start, next: 0 });
    cutAfter(scan);
  } else if (command !== undefined) {
    readKnown(scan, start, name, command);
  } else {
    readUnknown(scan, { name, command: UNKNOWN, start, next: 0 });
  }
}

/** A backslash before something that is no letter. */
function readSymbol(scan: Scan): void {
  const start = scan.at;
  const char = scan.text.charAt(start + 1);
  const end = Math.min(scan.end, start + 2);
  const accent = accents.get(char);
  if (char === '(' || char === '[') {
    readMath(scan, `\\${char}`, char === '(' ? '\\)' : '\\]');
  } else if (char === '\\') {
    readSeparator(scan, end - start);
    if (scan.text.charAt(scan.at) === '*') coverMarkup(scan, scan.at + 1);
    if (scan.text.charAt(scan.at) === '[') readOptional(scan, scan.at, '-', 0x5d);
  } else if ('%&$#_{}'.includes(char) && char !== '') {
    scan.mask.transparent(start, start + 1);
    scan.at = end;
  } else if (scan.frames.inTabbing && '=><+-'.includes(char) && char !== '') {
    scan.mask.cell(start, end);
    scan.at = end;
  } else if (accent !== undefined) {
    scan.at = end;
    readAccent(scan, start, accent);
  } else if ('-/!@'.includes(char)) {
    coverMarkup(scan, end);
  } else {
    scan.mask.space(start, end);
    scan.at = end;
  }
}

/** A command that prints one character. TeX eats the space behind it, which matters inside words only. */
function readCharacter(scan: Scan, start: number, character: string): void {
  const next = scan.text.charCodeAt(scan.at + 1) | 0x20;
  const joined =
    /[ßøØłŁæÆœŒåÅij]/.test(character) && scan.text.charAt(scan.at) === ' ' && next >= 0x61 && next <= 0x7a;
  const end = Math.min(scan.end, joined ? scan.at + 1 : scan.at);
  scan.mask.letter(start, end, character);
  scan.at = end;
}

/** An accent on a letter, in braces or bare: read as the one composed letter. */
function readAccent(scan: Scan, start: number, accent: string): void {
  const text = scan.text;
  let at = skipBlanks(text, scan.at, scan.end);
  const braced = text.charAt(at) === '{';
  if (braced) at++;
  const dotless = text.charAt(at) === '\\' && /[ij]/.test(text.charAt(at + 1));
  const letter = text.charAt(dotless ? at + 1 : at);
  at += dotless ? 2 : 1;
  if (braced && text.charAt(at) === '}') at++;
  else if (braced) at = scan.end + 1;
  const composed = (letter + accent).normalize('NFC');
  if (at > scan.end || !/^\p{L}$/u.test(letter)) {
    scan.mask.markup(start, scan.at);
    return;
  }
  scan.mask.letter(start, at, composed.length === 1 ? composed : letter);
  scan.at = at;
}
