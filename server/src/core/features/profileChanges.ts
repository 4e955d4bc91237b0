/** What another journal profile would change: the findings that come, those that go, those that weigh otherwise. */
import { type Baseline, sift } from '../baseline/baseline.ts';
import { nameOf } from '../project/addresses.ts';
import type { Service } from '../service.ts';
import type { Configuration, Diagnostic, Manuscript, Profile } from '../types.ts';
import { escapeMarkdown } from './markdown.ts';

export interface ProfileChanges {
  readonly coming: readonly Diagnostic[];
  readonly going: readonly Diagnostic[];
  /** As they would be. */
  readonly weighed: readonly Diagnostic[];
}

/** Compares what the rules say by two configurations, without what was accepted. As costly as two lints. */
export function profileChanges(
  service: Service,
  manuscript: Manuscript,
  before: Configuration,
  after: Configuration,
  baseline: Baseline,
): ProfileChanges {
  const { analyses, included } = manuscript;
  const found = (configuration: Configuration) => {
    const read = service.assemble(analyses, included, configuration.firstUse);
    const { fresh } = sift(service.lint(read, configuration), baseline);
    return new Map(fresh.map(each => [keyOf(each), each] as const));
  };
  const [now, then] = [found(before), found(after)];
  const kept = [...then].filter(([key]) => now.has(key));
  return {
    coming: [...then].flatMap(([key, each]) => (now.has(key) ? [] : [each])),
    going: [...now].flatMap(([key, each]) => (then.has(key) ? [] : [each])),
    weighed: kept.flatMap(([key, each]) => (now.get(key)!.severity === each.severity ? [] : [each])),
  };
}

/** A finding as two lints of one text have it. */
function keyOf({ rule, identity, analysis, start }: Diagnostic): string {
  return `${rule}\n${identity}\n${analysis.document.uri}\n${start}`;
}

/** Findings of one kind that a page lists: nobody reads more. */
const MOST_LISTED = 200;

/** The changes as a page to read before they are made, with what the journal says. */
export function profileChangesMarkdown(profile: Profile, changes: ProfileChanges): string {
  const { coming, going, weighed } = changes;
  const isSame = coming.length + going.length + weighed.length === 0;
  const parts = [
    `# ${escapeMarkdown(profile.name)}`,
    escapeMarkdown(profile.description),
    ...(isSame ? ['## No finding changes'] : []),
    ...section(counted(coming.length, 'comes', 'come'), coming),
    ...section(counted(going.length, 'goes', 'go'), going),
    ...section(counted(weighed.length, 'weighs otherwise', 'weigh otherwise'), weighed),
    '## What it rests on',
    profile.sources
      .map(({ says, where }) => `- ${escapeMarkdown(says)} — ${escapeMarkdown(where)}`)
      .join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, findings: readonly Diagnostic[]): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.slice(0, MOST_LISTED).map(({ severity, message, rule, analysis }) => {
    const file = escapeMarkdown(nameOf(analysis.document.uri));
    return `- **${severity}** ${escapeMarkdown(message)} *${rule}*, ${file}`;
  });
  const more = findings.length - lines.length;
  return [`## ${title}`, lines.join('\n'), ...(more > 0 ? [`… and ${more} more.`] : [])];
}

function counted(count: number, one: string, several: string): string {
  return count === 1 ? `1 finding ${one}` : `${count} findings ${several}`;
}
