/** What the definition rules share: the first offending use in each scope, and how often the scope uses the form. */
import { isDisplay, isProse, scopeOf } from '../analysis/roles.ts';
import type { Abbreviation, Configuration, Finding, Fix, Mention, ScopeName, Status } from '../types.ts';

const scopeNames: readonly ScopeName[] = ['abstract', 'main'];

/** A scope in which an abbreviation has the status that a rule is about. */
export interface Offence {
  readonly abbreviation: Abbreviation;
  readonly scope: ScopeName;
  /** The first use there: in running text, else in a caption or table. */
  readonly mention: Mention;
  /** How often the scope's running text, captions and tables use it. */
  readonly uses: number;
  /** Below the minimum that makes an abbreviation worth its while. */
  readonly rare: boolean;
  /** Names the finding: the same abbreviation in the same scope. */
  readonly identity: string;
}

const NONE: readonly Offence[] = [];

/** Every scope in which an abbreviation has this status, one finding each: definition findings never pile up. */
export function offencesOf(
  abbreviation: Abbreviation,
  status: Status,
  { minimumUses, standard }: Configuration,
): readonly Offence[] {
  const { abstract, main } = abbreviation.scopes;
  if (abstract !== status && main !== status) return NONE;
  // The journal's own list; what is defined all the same must still come first.
  if (status !== 'used-before-definition' && standard?.has(abbreviation.short)) return NONE;
  const offences: Offence[] = [];
  for (const scope of scopeNames) {
    if (abbreviation.scopes[scope] !== status) continue;
    let here: Mention | undefined;
    let shown: Mention | undefined;
    let uses = 0;
    for (const mention of abbreviation.mentions) {
      if (scopeOf(mention.role) === scope) here ??= mention;
      else if (scope === 'main' && isDisplay(mention.role)) shown ??= mention;
      else continue;
      uses++;
    }
    const mention = here ?? shown;
    if (mention === undefined) continue;
    const identity = `${scope}:${abbreviation.key}`;
    offences.push({ abbreviation, scope, mention, uses, rare: uses < minimumUses, identity });
  }
  return offences;
}

/** The finding of an offence: at the first use in its scope, the other uses beside it; a hint where we aren't sure. */
export function findingOf(
  { abbreviation, mention, identity }: Offence,
  message: string,
  fixes: () => readonly Fix[],
): Finding {
  const { analysis, start, end } = mention;
  return {
    analysis,
    start,
    end,
    short: abbreviation.short,
    identity,
    message,
    doubtful: abbreviation.confidence < 0.5,
    related: otherUses(abbreviation, mention),
    fixes,
  };
}

const NUMBERS = ['never', 'once', 'twice'];

/** "once", "twice", "3 times". */
export function times(count: number): string {
  return NUMBERS[count] ?? `${count} times`;
}

/** Places elsewhere that a finding names at most. */
const MOST_RELATED = 20;

/** Where else the text uses the abbreviation (no heading, list or reference does), as related information. */
function otherUses(
  abbreviation: Abbreviation,
  except: Mention,
): { uri: string; start: number; end: number; message: string }[] {
  const related = [];
  for (const mention of abbreviation.mentions) {
    if (mention === except || !isProse(mention.role)) continue;
    const { analysis, start, end } = mention;
    related.push({ uri: analysis.document.uri, start, end, message: 'Also used here.' });
    if (related.length === MOST_RELATED) break;
  }
  return related;
}
