import type { Block, Reader } from '../../types.ts';

/** Styles of headings that are told apart: no manuscript has more. */
const MOST_STYLES = 16;
const SEPARATOR = '\n';

/**
 * A reader that knows the order in which a text first uses its styles of headings, around one that reads its lines: the
 * first is the highest level (reStructuredText, whose adornments have no order of their own). A line above the
 * title makes another style than one below it alone.
 *
 * The state: the styles so far (two units each, the adornment and whether it stands above, too), the adornment of the line
 * right before, then the other's.
 */
export function underlinedReader(lines: Reader<string>): Reader<string> {
  return {
    start: lines.start,
    sameState: (a, b) => a === b,
    readBlocks(text, at, state) {
      const [seen, above, inner] = parse(state);
      const read = lines.readBlocks(text, at, inner);
      let styles = seen;
      const blocks = read.blocks.map((block): Block => {
        const adornment = block.kind === 'heading' ? adornmentBelow(text, at, block) : '';
        if (adornment === '') return block;
        const style = adornment + (above === adornment ? '=' : '-');
        if (levelOf(styles, style) === 0 && styles.length < 2 * MOST_STYLES) styles += style;
        return { ...block, level: levelOf(styles, style) || MOST_STYLES };
      });
      return { ...read, blocks, state: stateOf(styles, lineOfAdornment(text, at, read.next), read.state) };
    },
  };
}

/** All that is known, ahead of the other reader's state; empty where both are. */
function stateOf(styles: string, above: string, inner: string): string {
  return styles === '' && above === '' && inner === '' ? '' : styles + above + SEPARATOR + inner;
}

function parse(state: string): readonly [styles: string, above: string, inner: string] {
  const end = Math.max(0, state.indexOf(SEPARATOR));
  const styles = end - (end % 2);
  return [state.slice(0, styles), state.slice(styles, end), state.slice(state === '' ? 0 : end + 1)];
}

/** The place of a style among those so far, from 1; 0 where it is none of them. */
function levelOf(styles: string, style: string): number {
  for (let at = 0; at < styles.length; at += 2) if (styles.startsWith(style, at)) return at / 2 + 1;
  return 0;
}

/** The adornment of the line below a title, which is blank in its mask; empty where none stands there. */
function adornmentBelow(text: string, at: number, { masked }: Block): string {
  const source = text.slice(at, at + masked.length).trimEnd();
  const line = source.slice(source.lastIndexOf('\n') + 1);
  const isBelow =
    line.length < source.length && masked.slice(source.length - line.length, source.length).trim() === '';
  return isBelow ? line.charAt(0) : '';
}

/** The adornment that all of a line is made of; empty where it holds anything else. */
function lineOfAdornment(text: string, at: number, next: number): string {
  const char = text.charAt(at);
  if (/[\w\s]/.test(char)) return '';
  let end = at;
  while (end < next && text.charAt(end) === char) end++;
  return end - at > 2 && text.slice(end, next).trim() === '' ? char : '';
}
