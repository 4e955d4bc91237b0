/** Makes manuscripts of any length: the same text at every run, for a format and a number of words. */
import {
  firstWords,
  formulas,
  fourthWords,
  genes,
  headings,
  indexed,
  introductions,
  known,
  programs,
  secondWords,
  sentences,
  thirdWords,
} from './sentences.ts';

export type Format = 'markdown' | 'latex';

interface Term {
  readonly short: string;
  readonly long: string;
}

/** How a format writes what all manuscripts are made of. */
interface Markup {
  readonly begin: string;
  readonly end: string;
  readonly heading: (level: 1 | 2, text: string) => string;
  readonly emphasised: (text: string) => string;
  /** What the sentences write in Pandoc's markup: `**strong**`, `*emphasis*`, `K~d~`, `CD8^+^`. */
  readonly sentence: (text: string) => string;
  readonly cited: (number: number) => string;
  readonly code: (text: string) => string;
  readonly link: (text: string, address: string) => string;
  readonly figureNumber: (number: number) => string;
  readonly footnote: (number: number, text: string) => string;
  readonly formula: (formula: string) => string;
  readonly steps: (steps: readonly string[], details: readonly string[]) => string;
  readonly table: (rows: readonly (readonly string[])[]) => string;
  readonly figure: (caption: string) => string;
  readonly list: (terms: readonly Term[]) => string;
}

const markups: Readonly<Record<Format, Markup>> = {
  markdown: {
    begin: '---\ntitle: Late responses of invented cells\n---\n',
    end: '',
    heading: (level, text) => `${'#'.repeat(level)} ${text}`,
    emphasised: text => `*${text}*`,
    sentence: text => text,
    cited: number => `[@author${number}; @other${number}]`,
    code: text => `\`${text}\``,
    link: (text, address) => `[${text}](${address})`,
    figureNumber: number => `**Figure {@fig:${number}}**`,
    footnote: (_, text) => `^[${text}]`,
    formula: formula => `$$ ${formula.slice(1, -1)} $$ {#eq:growth}`,
    steps: (steps, details) =>
      [...steps.map(step => `- ${step}`), ...details.map(detail => `    1. ${detail}`)].join('\n'),
    table: rows =>
      `| Form | Reading | Patients |\n|------|---------|---------:|\n${rows.map(cells => `| ${cells.join(' | ')} |`).join('\n')}`,
    figure: caption => `![**Figure.** ${caption}](figure.png){width=80%}`,
    list: terms => terms.map(({ short, long }) => `${short}: ${long}`).join('\n\n'),
  },
  latex: {
    begin:
      '\\documentclass{article}\n\\title{Late responses of invented cells}\n\\begin{document}\n\\maketitle\n',
    end: '\\end{document}\n',
    heading: (level, text) => `\\${level === 1 ? '' : 'sub'}section{${text}}`,
    emphasised: text => `\\emph{${text}}`,
    sentence: text =>
      text
        .replace(/%/g, '\\%')
        .replace(/\*\*([^*]+)\*\*/g, '\\textbf{$1}')
        .replace(/\*([^*]+)\*/g, '\\emph{$1}')
        .replace(/~([^~\s]+)~/g, '\\textsubscript{$1}')
        .replace(/\^([^^\s]+)\^/g, '\\textsuperscript{$1}'),
    cited: number => `\\cite{author${number},other${number}}`,
    code: text => `\\texttt{${text.replace('_', '\\_')}}`,
    link: (text, address) => `\\href{${address}}{${text}}`,
    figureNumber: number => `Fig.~\\ref{fig:${number}}`,
    footnote: (_, text) => `\\footnote{${text}}`,
    formula: formula => `\\begin{equation}\n${formula.slice(1, -1)}\n\\label{eq:growth}\n\\end{equation}`,
    steps: (steps, details) =>
      `\\begin{itemize}\n${steps.map(step => `\\item ${step}`).join('\n')}\n\\begin{enumerate}\n${details.map(detail => `\\item ${detail}`).join('\n')}\n\\end{enumerate}\n\\end{itemize}`,
    table: rows =>
      `\\begin{table}\n\\begin{tabular}{llr}\nForm & Reading & Patients \\\\\n${rows.map(cells => `${cells.join(' & ')} \\\\`).join('\n')}\n\\end{tabular}\n\\end{table}`,
    figure: caption => `\\begin{figure}\n\\includegraphics{figure}\n\\caption{${caption}}\n\\end{figure}`,
    list: terms =>
      `\\begin{description}\n${terms.map(({ short, long }) => `\\item[${short}] ${long}`).join('\n')}\n\\end{description}`,
  },
};

/** A manuscript of `words` words or a few more. */
export function manuscript(format: Format, words: number): string {
  const markup = markups[format];
  const random = createRandom(words);
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const terms: Term[] = [];
  let made = 0;

  const slots: Readonly<Record<string, () => string>> = {
    // A manuscript keeps talking of what it has named of late.
    '@t': () => terms[Math.max(0, terms.length - 1 - random(30))]?.short ?? 'swelling',
    '@k': () => one(known),
    '@g': () => markup.emphasised(one(genes)),
    '@i': () => markup.sentence(one(indexed)),
    '@c': () => markup.cited(random(400)),
    '@f': () => markup.figureNumber(1 + random(9)),
    '@u': () => markup.link('the repository', `https://example.org/cells/analysis-${random(90)}`),
    '@d': () => markup.code(one(programs)),
    '@m': () => one(formulas),
    '@o': () => markup.footnote(random(90), 'One patient withdrew consent.'),
    '@n': () => String(2 + random(90)),
  };

  /** Fills a sentence's slots. */
  const written = (sentence: string, fresh?: Term): string =>
    markup.sentence(sentence).replace(/@[a-z]/g, slot => {
      if (slot === '@l') return fresh!.long;
      if (slot === '@s') return fresh!.short;
      return slots[slot]!();
    });

  const paragraph = (): string => {
    const parts: string[] = [];
    if (random(2) === 0) {
      const fresh = term(terms.length);
      terms.push(fresh);
      // Some are never introduced: that is what a linter is for.
      if (random(4) > 0) parts.push(written(one(introductions), fresh));
    }
    for (let count = 4 + random(4); count > 0; count--) parts.push(written(one(sentences)));
    return parts.join('\n');
  };

  const blocks: string[] = [markup.begin];
  const add = (block: string): void => {
    blocks.push(block);
    made += countWords(block);
  };
  add(markup.heading(1, 'Abstract'));
  add(paragraph());
  add(markup.heading(1, 'Introduction'));
  for (let index = 0; made < words; index++) {
    if (index % 9 === 8) add(markup.heading(2, one(headings)));
    add(paragraph());
    if (index % 11 === 10) {
      const rows = Array.from({ length: 8 }, () => [
        one(known),
        written('seen in @n samples'),
        written('@n'),
      ]);
      add(markup.table(rows));
    }
    if (index % 13 === 12) add(markup.figure(written(one(sentences))));
    if (index % 15 === 14) {
      const item = (): string => written(one(sentences));
      add(markup.steps([item(), item()], [item(), item()]));
    }
    if (index % 17 === 16) add(markup.formula(one(formulas)));
  }
  add(markup.heading(1, 'Abbreviations'));
  add(markup.list(terms.slice(0, 20)));
  return `${[...blocks, markup.end].join('\n\n').trim()}\n`;
}

/** The invented term of a number: no two of one manuscript share both words and letters for a long while. */
function term(number: number): Term {
  const pick = (of: readonly string[], divisor: number): string =>
    of[Math.floor(number / divisor) % of.length]!;
  const words = [pick(firstWords, 1), pick(secondWords, 12), pick(thirdWords, 144), pick(fourthWords, 1728)];
  const round = Math.floor(number / 10368);
  const initials = words.map(word => word.charAt(0).toUpperCase()).join('');
  return { short: round === 0 ? initials : `${initials}${round}`, long: words.join(' ') };
}

/** White space parts words. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(word => word !== '').length;
}

/** A linear congruential generator of whole numbers below a bound. */
export function createRandom(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
