/** `immunogloss analyze --ndjson`: one text a line in, one answer a line out, however many there are. */
import { type Configuration, formats, type Service, silences } from '../../core/index.ts';
import { STANDARD_INPUT } from '../inputs.ts';
import { Lines } from '../lines.ts';
import { abbreviationRecord, definitionRecords, diagnosticRecord } from '../records.ts';

const NEWLINE = 0x0a;
/** A longer line, in bytes, is refused: it would not fit into one string. */
const MAX_LINE = 256 * 2 ** 20;

/** One line of input; `null` where it is too long to be read. */
type InputLine = Buffer | null;

/**
 * Answers every record, in order: a bad one with `{"line", "error"}`, a blank line not at all. Waits for the
 * reader of its output before it reads on, so memory holds one record at a time.
 */
export async function analyzeRecords(
  input: AsyncIterable<Buffer>,
  service: Service,
  configuration: Configuration,
  print: (text: string) => Promise<void>,
): Promise<void> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    const answer = answerTo(line, number, service, configuration);
    if (answer !== null) await print(`${JSON.stringify(answer)}\n`);
  }
}

function answerTo(
  line: InputLine,
  number: number,
  service: Service,
  configuration: Configuration,
): object | null {
  try {
    const text = textOf(line);
    if (text.trim() === '') return null;
    return analyzeRecord(recordOf(text), number, service, configuration);
  } catch (error) {
    return { line: number, error: error instanceof Error ? error.message : String(error) };
  }
}

interface InputRecord {
  readonly id: unknown;
  readonly text: string;
  readonly languageId: string;
}

function textOf(line: InputLine): string {
  if (line === null) throw new RangeError(`the line is longer than ${MAX_LINE} bytes`);
  try {
    // A byte order mark at its start is left out.
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    throw new SyntaxError('the line is not valid UTF-8');
  }
}

function recordOf(line: string): InputRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new SyntaxError(`the line is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('the line is not an object with "id", "text" and "languageId"');
  }
  const { id = null, text, languageId = 'markdown' } = value as Partial<Record<keyof InputRecord, unknown>>;
  if (typeof text !== 'string') throw new TypeError('"text" is not a string');
  if (typeof languageId !== 'string' || !formats.some(format => format.languageIds.includes(languageId))) {
    throw new TypeError(`"languageId" is not one that is known: ${JSON.stringify(languageId)}`);
  }
  return { id, text: text.startsWith('\uFEFF') ? text.slice(1) : text, languageId };
}

function analyzeRecord(
  { id, text, languageId }: InputRecord,
  number: number,
  service: Service,
  configuration: Configuration,
): object {
  const analysis = service.analyze({ uri: `ndjson:${number}`, languageId, version: 0, text });
  const manuscript = service.assemble([analysis], undefined, configuration.firstUse);
  const silenceOf = silences(manuscript, configuration, []);
  const document = { path: STANDARD_INPUT, analysis, lines: new Lines(text) };
  return {
    id,
    languageId,
    words: analysis.words,
    definitions: definitionRecords(document),
    abbreviations: manuscript.abbreviations.map(each => abbreviationRecord(each, () => document, silenceOf)),
    diagnostics: service
      .lint(manuscript, configuration)
      .map(diagnostic => diagnosticRecord(diagnostic, document.lines)),
  };
}

/** Cuts a stream of bytes at its newlines. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<InputLine> {
  let pieces: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer) => {
    length += piece.length;
    if (length <= MAX_LINE) pieces.push(piece);
    else pieces = [];
  };
  const line = (): InputLine => {
    const whole = length <= MAX_LINE ? Buffer.concat(pieces) : null;
    pieces = [];
    length = 0;
    return whole;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      from = at + 1;
      yield line();
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
