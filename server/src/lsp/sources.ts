/** The texts of documents as they stand: open ones as they are being written, closed ones as they were last read. */
import { type Files, languageOfFile, type SourceDocument } from '../core/index.ts';
import type { Documents } from './documents.ts';

export interface Sources {
  /** The text as it stands; `null` where there is none. At once where the document is open. */
  readonly of: (uri: string) => SourceDocument | Promise<SourceDocument | null>;
  /** Whether a text is still the one that its document has. */
  readonly isCurrent: (source: SourceDocument) => boolean;
  /** Forgets the text of a file: it was closed, or it changed on disk. */
  readonly forget: (uri: string) => void;
  /** Forgets all that isn't needed any more. */
  readonly release: (isNeeded: (uri: string) => boolean) => void;
}

/** A closed file: its text as it was read, once it is. */
interface ClosedFile {
  readonly reading: Promise<SourceDocument | null>;
  source: SourceDocument | null;
}

/** Reads each closed file once. `log` is told of those that can't be read. */
export function createSources(documents: Documents, files: Files, log: (message: string) => void): Sources {
  const closed = new Map<string, ClosedFile>();

  async function read(uri: string): Promise<SourceDocument | null> {
    const content = await files.read(uri);
    if ('text' in content) return { uri, languageId: languageOfFile(uri), version: 0, text: content.text };
    log(`${uri} ${content.problem.message}.`);
    return null;
  }

  return {
    of(uri) {
      const open = documents.get(uri);
      if (open) return open.source;
      const file = closed.get(uri) ?? { reading: read(uri), source: null };
      closed.set(uri, file);
      return file.reading.then(source => {
        file.source = source;
        return source;
      });
    },
    isCurrent(source) {
      const now = documents.get(source.uri)?.source ?? closed.get(source.uri)?.source;
      return now === source;
    },
    forget: uri => void closed.delete(uri),
    release(isNeeded) {
      for (const uri of closed.keys()) if (!isNeeded(uri)) closed.delete(uri);
    },
  };
}
