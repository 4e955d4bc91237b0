/** What the answer of `npm audit --json` comes to. */

export interface Verdict {
  readonly lines: readonly string[];
  /** The exit code. */
  readonly code: 0 | 1;
}

interface Hole {
  readonly name: string;
  readonly severity: string;
  /** What it is, or the package through which it comes in. */
  readonly via: readonly (string | { readonly title?: string; readonly url?: string })[];
}

const grave: ReadonlySet<string> = new Set(['high', 'critical']);

/** Anything but a report counts as no answer: it is told, and never taken for a clean one. */
export function verdictOf(answer: string): Verdict {
  const holes = holesIn(answer);
  if (holes === undefined) {
    return {
      lines: ['NOT AUDITED: the registry did not answer which packages have known holes.'],
      code: 0,
    };
  }
  const found = holes.filter(({ severity }) => grave.has(severity));
  if (found.length > 0) return { lines: found.map(describe), code: 1 };
  const others = holes.length === 0 ? '' : ` ${holes.length} of lower severity.`;
  return {
    lines: [`Audited: no package that ships has a known hole that is high or critical.${others}`],
    code: 0,
  };
}

function holesIn(answer: string): readonly Hole[] | undefined {
  try {
    const report = JSON.parse(answer) as {
      metadata?: { vulnerabilities?: unknown };
      vulnerabilities?: unknown;
    };
    const { metadata, vulnerabilities } = report;
    const isReport = typeof vulnerabilities === 'object' && typeof metadata?.vulnerabilities === 'object';
    return isReport ? Object.values(vulnerabilities as Record<string, Hole>) : undefined;
  } catch {
    return undefined;
  }
}

function describe({ name, severity, via }: Hole): string {
  const why = via.map(each => (typeof each === 'string' ? `through ${each}` : `${each.title} ${each.url}`));
  return `${severity}: ${name}: ${why.join('; ')}`;
}
