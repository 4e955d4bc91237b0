/** The command line's own grammar: what each command takes, and what it says when it gets something else. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** How a run ended. The larger wins: `failed` is bad usage or a file that cannot be read. */
export const ExitCode = { nothing: 0, found: 1, failed: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The arguments make no sense. Its message goes to the user, with the way to the help. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's arguments; everything but its options is positional. Throws `UsageError`. */
export function parse<T extends Options>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. To specify')[0] : String(error));
  }
}

/** The value of an option that takes one of a few. Throws `UsageError`. */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  values: readonly [T, ...T[]],
): T {
  const found = value === undefined ? values[0] : values.find(each => each === value);
  if (found === undefined) throw new UsageError(`--${option} is one of ${values.join(', ')}, not "${value}"`);
  return found;
}

/** Options that every command which reads manuscripts takes. */
export const manuscriptOptions = {
  config: { type: 'string' },
  'stdin-filename': { type: 'string' },
  manuscript: { type: 'boolean' },
  'no-manuscript': { type: 'boolean' },
} as const satisfies Options;

/** The values of `manuscriptOptions`. */
export interface ManuscriptOptions {
  readonly config?: string | undefined;
  readonly 'stdin-filename'?: string | undefined;
  readonly manuscript?: boolean | undefined;
  readonly 'no-manuscript'?: boolean | undefined;
}

export const GENERAL_HELP = `ImmunoGloss: abbreviations in immunology manuscripts

Usage: immunogloss COMMAND [ARGUMENTS]

  check [PATHS…]      report undefined and misused abbreviations
  analyze [PATHS…]    print all that was found, as JSON
  export [PATHS…]     print the abbreviation list of a manuscript
  import FILES…       add the abbreviations of other files to a glossary of your own
  lookup QUERY        search the glossary
  facts THERAPY       what is known of a therapy, with its sources

  -h, --help          help, also for each command: immunogloss check --help
  -v, --version       print the version

Nothing is sent anywhere: all work is done on this machine.
`;

const PATHS_HELP = `PATHS are files, folders (searched for manuscripts), globs, or - for standard input.
Without PATHS, the manuscript that immunogloss.yaml declares is read.
`;

const MANUSCRIPT_HELP = `  --config FILE                 read this project file, not the nearest immunogloss.yaml
  --stdin-filename NAME         where the text on standard input belongs
  --manuscript                  read all PATHS as one manuscript, in the order given
  --no-manuscript               read every file as a manuscript of its own
`;

const EXIT_HELP = 'Exit code: 0 without findings, 1 with findings, 2 on bad usage or an unreadable file.\n';

export const COMMAND_HELP = {
  check: `Usage: immunogloss check [PATHS…] [OPTIONS]

Reports undefined and misused abbreviations.
${PATHS_HELP}
  --format FORMAT               pretty (default), summary (by abbreviation, the most often
                                flagged first), json, github (annotations of a GitHub workflow)
  --min-severity SEVERITY       error, warning, information (default) or hint: what counts
  --fix                         mend what can safely be mended, then report what is left
                                (of standard input: print the fixed text instead)
  --dry-run                     with --fix: write nothing, print what would change as a unified diff
  --write-baseline              accept all findings of today: only new ones are reported then
                                (kept in .immunogloss/baseline.json, or where immunogloss.yaml says)
${MANUSCRIPT_HELP}  -h, --help                    print this

${EXIT_HELP}`,
  analyze: `Usage: immunogloss analyze [PATHS…] [--format json] [OPTIONS]
       immunogloss analyze --ndjson < RECORDS

Prints every abbreviation, definition and finding as JSON (glossary/schema/output.schema.json).
${PATHS_HELP}
  --format json                 the only format, and the default
  --ndjson                      read records {"id", "text", "languageId"}, one a line, on standard
                                input, and answer one line each, in order
${MANUSCRIPT_HELP}  -h, --help                    print this

Exit code: 0, or 2 on bad usage or an unreadable file.
`,
  export: `Usage: immunogloss export [PATHS…] [--format FORMAT] [OPTIONS]

Prints what a manuscript defines: each short form with its long form, sorted.
${PATHS_HELP}
  --format FORMAT               csv (default; a glossary file, if kept in .immunogloss/),
                                latex (\\newacronym), myst or quarto (front matter),
                                abbr (*[X]: …), jats (<def-list>)
${MANUSCRIPT_HELP}  -h, --help                    print this

Exit code: 0, or 2 on bad usage or an unreadable file.
`,
  import: `Usage: immunogloss import FILES… [--into FILE] [--dry-run]

Adds the abbreviations of files to a glossary file. Nothing in it is replaced: where a short form
stands for something else already, that is said and left as it is.
FILES are CSV or TSV, LaTeX (\\newacronym, \\newabbreviation, \\DeclareAcronym), bib2gls' .bib,
YAML or JSON (ours, MyST's abbreviations, Quarto's acronyms, Contextive's contexts), or manuscripts
with definitions of their own.

  --into FILE                   a .yaml, .json, .csv or .tsv (default: .immunogloss/glossary.yaml)
  --dry-run                     write nothing, print what would change as a unified diff
  -h, --help                    print this

Exit code: 0, 1 where something was left out, 2 on bad usage or a file that cannot be read or
written.
`,
  lookup: `Usage: immunogloss lookup QUERY [--format text|json]

Searches the glossary by short or long form; misspellings are forgiven.

  --format FORMAT               text (default) or json
  -h, --help                    print this

Exit code: 0, 1 without a result, 2 on bad usage.
`,
  facts: `Usage: immunogloss facts THERAPY [--compare OTHER] [--format text|json|markdown|latex]

Prints what is known of a therapy, each fact with its sources.

  --compare OTHER               set two therapies side by side, topic by topic
  --format FORMAT               text (default), json or markdown; with --compare, latex too:
                                a table with citations
  -h, --help                    print this

Exit code: 0, 1 where a therapy is unknown, 2 on bad usage.
`,
} as const;

export type CommandName = keyof typeof COMMAND_HELP;
