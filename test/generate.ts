/**
 * `npm run generate`: writes what follows from the code: in package.json and in the project file's schema a
 * setting for each rule, the languages that wake the extension, for the client the documents that it follows
 * and the commands that hovers may link to, in README.md the table of rules, the heads of the rules' pages, which it begins
 * where they are missing. A test holds the committed files against it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  fileRules,
  formats,
  linkedCommands,
  profiles,
  type Rule,
  type RuleSource,
  rules,
} from '../server/src/core/index.ts';

type Described = Pick<Rule, 'id' | 'summary' | 'severity' | 'sources' | 'safe'>;

const languages = [...new Set(formats.flatMap(format => format.languageIds))];
/** What can be given a severity. */
const settable: readonly Described[] = [...rules, ...fileRules];

/** Each generated file, with the text that it should have, made from the text that it has. */
export const generators: Readonly<Record<string, (text: string) => string>> = {
  'package.json': manifest,
  'client/src/generated.json': forClient,
  'README.md': ruleTable,
  'glossary/schema/immunogloss.schema.json': projectSchema,
  ...Object.fromEntries(
    settable.map(rule => [`docs/rules/${rule.id}.md`, (text: string) => rulePage(text, rule)]),
  ),
};

const severities = ['default', 'error', 'warning', 'information', 'hint', 'off'];

function manifest(text: string): string {
  const json = JSON.parse(text);
  json.activationEvents = [
    ...languages.map(id => `onLanguage:${id}`),
    'onLanguage:xml', // the client looks whether it is an article
    'onNotebook:jupyter-notebook', // its cells wake no language until one is edited
    'workspaceContains:immunogloss.yaml',
  ];
  const { configuration } = json.contributes;
  const own = Object.entries(configuration.properties).filter(
    ([name]) => !name.startsWith('immunogloss.rules.'),
  );
  const ofRules = settable.map(({ id, summary, severity }, index) => [
    `immunogloss.rules.${id}`,
    {
      type: 'string',
      enum: severities,
      default: 'default',
      order: 100 + index,
      description: `${summary} By default: ${severity}.`,
    },
  ]);
  configuration.properties = Object.fromEntries([...own, ...ofRules]);
  const chosen = configuration.properties['immunogloss.profile'];
  chosen.enum = ['', ...profiles.keys()];
  chosen.enumItemLabels = ['(none)', ...profiles.keys()];
  chosen.enumDescriptions = ['Nothing chosen: default', ...[...profiles.values()].map(each => each.name)];
  return `${JSON.stringify(json, null, 2)}\n`;
}

function forClient(): string {
  const extensions = [...new Set(formats.flatMap(format => format.extensions))];
  return `${JSON.stringify({ languages, extensions, linkedCommands }, null, 2)}\n`;
}

function projectSchema(text: string): string {
  const json = JSON.parse(text);
  json.properties.rules.properties = Object.fromEntries(
    settable.map(({ id, summary, severity }) => [
      id,
      { description: `${summary} By default: ${severity}.`, enum: severities },
    ]),
  );
  json.properties.profile.anyOf[0].enum = [...profiles.keys()];
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The table of rules, between the two comments that mark its place. */
function ruleTable(text: string): string {
  const rows = rules.map(
    ({ id, summary, severity }) => `| [\`${id}\`](docs/rules/${id}.md) | ${summary} | ${severity} |`,
  );
  const table = ['| rule | finds | by default |', '| --- | --- | --- |', ...rows].join('\n');
  return text.replace(/(<!-- rules -->\n).*?(?=<!-- \/rules -->)/s, `$1${table}\n`);
}

/** What a guide says, where, and whether it was read there. */
function sourceLine({ says, where, through, read }: RuleSource): string {
  const when = read === undefined ? '' : `, read on ${read}`;
  const from =
    through === undefined ? when : `; taken from ${through}${when}: the guide itself could not be read`;
  return `- ${says} — ${where}${from}`;
}

/** The head of a rule's page, between the two comments that mark its place. The rest is written by hand. */
function rulePage(text: string, { id, summary, severity, sources = [], safe }: Described): string {
  const head = [
    `# ${id}`,
    summary,
    `By default: **${severity}**. Set it in \`immunogloss.yaml\` (\`rules:\`, \`${id}: warning\`) or, for yourself, as \`immunogloss.rules.${id}\`.${safe === true ? ' Its fix changes no meaning, so "fix all" applies it.' : ''}`,
    ...(sources.length === 0 ? [] : [`Why:\n\n${sources.map(sourceLine).join('\n')}`]),
  ].join('\n\n');
  return text.replace(/(<!-- rule -->\n).*?(?=<!-- \/rule -->)/s, (_, start: string) => `${start}${head}\n`);
}

/** What a new rule's page begins with; its author writes what is missing, and the tests ask for it. */
const NEW_PAGE = `<!-- rule -->
<!-- /rule -->

## Reported

## Not reported

## Options

## Example

Before:

After:
`;

const root = join(import.meta.dirname, '..');

/** The path of a generated file. */
export function pathOf(file: string): string {
  return join(root, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, generate] of Object.entries(generators)) {
    const path = pathOf(file);
    writeFileSync(path, generate(existsSync(path) ? readFileSync(path, 'utf8') : NEW_PAGE));
  }
}
