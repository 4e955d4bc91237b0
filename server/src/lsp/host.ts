/** The port to the machine that a session runs on. */
import type { Files, LayerStore, Service } from '../core/index.ts';

/** What the session needs of the machine that it runs on. */
export interface Host {
  readonly files: Files;
  /** The folder that holds the writer's own `.immunogloss/`, as a URI. */
  readonly home: string | null;
  /** The folder of the rules' pages, as a URI that ends with a slash. */
  readonly rulePages: string | null;
  /** Where packed glossaries are kept; left out where there is no place for them. */
  readonly layerStore?: LayerStore | undefined;
  /** Writes a whole file; answers with what went wrong, as the end of a sentence that begins with its path, or `null`. */
  readonly write: (uri: string, text: string) => Promise<string | null>;
  /** Reads the glossary and makes the service; called once, when something first asks. */
  readonly loadService: () => Promise<Service>;
  /** Called whenever findings were shown. */
  readonly shown?: () => void;
}
