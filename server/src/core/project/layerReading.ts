/** Reads glossary files, and remembers of each what it last said: as long as that stays, it is the same object. */
import { type EntryRows, rowsOf } from '../glossary/entryRows.ts';
import { type LayerContent, parseLayerFile } from '../glossary/layerFile.ts';
import { type PackedLayer, packLayer, unpackLayer } from '../glossary/layerPack.ts';
import type { LayerProblem } from '../glossary/layerRows.ts';
import { type Layer, withOrigin } from '../glossary/layers.ts';
import { lazily } from '../lazily.ts';
import type { Origin } from '../types.ts';
import type { Files } from './files.ts';

/** A glossary file as it is now. */
export interface LayerFile extends Layer {
  readonly rows: EntryRows;
  /** Its text, for the places of `problems`; empty where there can be none, as it may be as large as all else. */
  readonly text: string;
  /** What is wrong in it. After an `error` its entries are those of its last good state. */
  readonly problems: readonly LayerProblem[];
}

/**
 * The port to where packed glossaries are kept from session to session. Each is kept for a file and the print of its text:
 * what a file says anew takes the place of what it said.
 */
export interface LayerStore {
  /** What was kept for a file with this text; `undefined` where there is nothing, or nothing whole. Never throws. */
  readonly find: (uri: string, print: string) => PackedLayer | undefined;
  /** Keeps it when there is time, which may be never. Never throws. */
  readonly keep: (uri: string, print: string, pack: () => PackedLayer) => void;
}

export interface LayerReader {
  /** A file as it is now; asked of the disk once until the next `reset`. */
  readonly read: (origin: Origin) => Promise<LayerFile>;
  /** Asks the disk again. A file that is broken by then keeps its last good state. */
  readonly reset: () => void;
}

/** What is known of one file. */
interface Known {
  readonly file: LayerFile;
  /** Of the text that it was last read from. */
  readonly print: string;
  /** Which reading that was: an earlier one that ends later says nothing. */
  readonly reading: number;
}

/** Characters below which a file is read as soon as a packed one would be: some fifty rows. */
const LEAST_PACKED = 2_000;

/** `store`: where what takes long to read is kept; left out by hosts that have no place for it. */
export function createLayerReader(files: Files, store?: LayerStore): LayerReader {
  const known = new Map<string, Known>();
  let readings = 0;
  let reading = new Map<string, Promise<LayerFile>>();

  async function read(origin: Origin, name: string): Promise<LayerFile> {
    readings += 1;
    const reading = readings;
    const content = await files.read(origin.uri);
    const before = known.get(name);
    if (before !== undefined && reading < before.reading) return before.file;
    const text = 'text' in content ? content.text : '';
    const print = fingerprint(text);
    const isSame = before?.print === print;
    let file = isSame && text !== '' ? before.file : undefined;
    file ??= fromStore(text, print, origin);
    if (file === undefined) {
      const rows = 'text' in content ? parsed(text, origin.uri) : unreadable(content.problem.message);
      // An empty file, or still none that can be read.
      file =
        isSame && sameProblems(before.file.problems, rows.problems)
          ? before.file
          : layerFile(rows, text, origin, before?.file);
      keep(file, text, print);
    }
    known.set(name, { file, print, reading });
    return file;
  }

  /** A file whose text was read before, perhaps in another session. */
  function fromStore(text: string, print: string, origin: Origin): LayerFile | undefined {
    const packed = text.length < LEAST_PACKED ? undefined : store?.find(origin.uri, print);
    const rows = packed && unpackLayer(packed, origin);
    return rows && packedFile(rows, origin);
  }

  /** Files in which something is wrong aren't kept, nor those that hold no entries but facts or therapies. */
  function keep({ origin, rows, problems }: LayerFile, text: string, print: string): void {
    if (text.length < LEAST_PACKED || rows.count === 0 || problems.length > 0) return;
    store?.keep(origin.uri, print, () => packLayer(rows));
  }

  return {
    read(origin) {
      const name = `${origin.layer} ${origin.uri}`;
      const file = reading.get(name) ?? read(origin, name);
      reading.set(name, file);
      return file;
    },
    reset() {
      reading = new Map();
    },
  };
}

/** `before`: what the file last said, which counts where it cannot be read. */
function layerFile(
  content: LayerContent,
  text: string,
  origin: Origin,
  before: LayerFile | undefined,
): LayerFile {
  const { problems } = content;
  const good = isBroken(content) ? before : goodRows(content, origin);
  const { entries, rows, knowledge } = good ?? goodRows(NO_ROWS, origin);
  const hasPlaces = problems.length > 0 || knowledge !== undefined;
  return { origin, text: hasPlaces ? text : '', entries, rows, knowledge, problems };
}

function goodRows(
  { entries, knowledge }: LayerContent,
  origin: Origin,
): Pick<LayerFile, 'entries' | 'rows' | 'knowledge'> {
  const own = withOrigin(entries, origin);
  return { entries: own, rows: rowsOf(own), knowledge };
}

/** A file from what was kept of it: its entries are made when somebody wants them all. */
function packedFile(rows: EntryRows, origin: Origin): LayerFile {
  const entries = lazily(() => Array.from({ length: rows.count }, (_, row) => rows.entryAt(row)));
  return {
    origin,
    text: '',
    problems: [],
    rows,
    knowledge: undefined,
    get entries() {
      return entries();
    },
  };
}

/** Characters beyond which no glossary is read: parsing would keep the editor waiting. */
const MOST_CHARACTERS = 20_000_000;

function parsed(text: string, uri: string): LayerContent {
  if (text.length <= MOST_CHARACTERS) return parseLayerFile(text, uri);
  return unreadable('has more than 20 million characters: split it');
}

const NO_ROWS: LayerContent = { entries: [], places: [], problems: [] };

function isBroken({ problems }: LayerContent): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function unreadable(message: string): LayerContent {
  return {
    ...NO_ROWS,
    problems: [{ start: 0, end: 0, severity: 'error', message: `The glossary ${message}.` }],
  };
}

/** Tells the states of one file apart, by 64 bits and the length. */
function fingerprint(text: string): string {
  let [first, second] = [0x811c9dc5, 0x2f0b4a27];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x9e3779b1) ^ (second >>> 15);
  }
  return `${text.length} ${first} ${second}`;
}

function sameProblems(a: readonly LayerProblem[], b: readonly LayerProblem[]): boolean {
  return a.length === b.length && a.every(({ message }, index) => message === b[index]!.message);
}
