import { BACKSLASH } from '../../signs.ts';
import type { Block, Reader, Span } from '../../types.ts';
import { isBareTrigger, maskBareAt } from '../bare.ts';
import { BlockList } from '../blockList.ts';
import { directiveIn } from '../markdown/angles.ts';
import { Mask } from '../mask.ts';
import { asciiSet, blankLines, indexWithin, isLetter, nextOf } from '../scan.ts';
import type { Element, Elements } from './elements.ts';
import { maskFormula } from './formula.ts';
import { COMMENT, Frames } from './frames.ts';
import { closeInline, type Inline } from './inline.ts';
import { isFormula, isReference, noteBehind, pageRoleOf } from './pageRoles.ts';
import { behindLine, endOfStretch } from './stretch.ts';
import { attributeOf, nextEndTag, type Tag, tagAt } from './tags.ts';
import { endOfAddress, maskEntity, maskTexMath, opensTexMath, startOfNextCell } from './units.ts';

const DEEPEST_INLINE = 64;
const NO_ELEMENT: Element = {};

/**
 * A reader of HTML or XML: tags are masked, elements tell blocks. The state: names of the open elements that matter.
 * @param isPage attributes tell blocks, too
 */
export function markupReader(elements: Elements, isPage = false): Reader<string> {
  return {
    start: () => '',
    sameState: (a, b) => a === b,
    readBlocks(text, at, state) {
      const blank = blankLines(text, at);
      if (blank.end > at) {
        const block: Block = { kind: 'blank', masked: text.slice(at, blank.end) };
        return { blocks: [block], next: blank.end, looked: blank.looked, state };
      }
      const { end, looked } = endOfStretch(text, at, elements);
      const scan = new MarkupScan(elements, isPage, text, at, end, state);
      return { blocks: scan.read(), next: end, looked, state: scan.state };
    },
  };
}

/** The units at which something may begin that isn't plain text. */
const SPECIAL = asciiSet('<&\\.:@');

/** Scans one stretch: one pass, with stacks of bounded height. */
class MarkupScan {
  readonly #elements: Elements;
  readonly #isPage: boolean;
  readonly #text: string;
  readonly #end: number;
  readonly #mask: Mask;
  readonly #frames: Frames;
  readonly #blocks: BlockList;
  readonly #inline: Inline[] = [];
  #at: number;
  /** No address begins before this. */
  #plain: number;
  /** Where the run of units ends that an address may hold; looked for once. */
  #run: number;
  /** False once a `<` was met that no `>` follows: then no further tag is looked for. */
  #tags = true;
  /** False once math was met that nothing closes. */
  #closesMath = true;

  constructor(elements: Elements, isPage: boolean, text: string, start: number, end: number, state: string) {
    this.#elements = elements;
    this.#isPage = isPage;
    this.#text = text;
    this.#at = start;
    this.#plain = start;
    this.#run = start;
    this.#end = end;
    this.#mask = new Mask(text, start, end);
    this.#frames = new Frames(elements, state);
    this.#blocks = new BlockList(start, this.#frames.shape);
  }

  get state(): string {
    return this.#frames.names;
  }

  read(): Block[] {
    while (this.#at < this.#end) {
      const closed = this.#frames.closed;
      if (closed !== undefined) {
        this.#skipClosed(closed);
        continue;
      }
      this.#at = nextOf(SPECIAL, this.#text, this.#at, this.#end);
      if (this.#at >= this.#end) break;
      const unit = this.#text.charCodeAt(this.#at);
      if (unit === 0x3c) this.#markup();
      else if (unit === 0x26) this.#pass(maskEntity(this.#mask, this.#text, this.#at, this.#end));
      else if (unit === BACKSLASH) this.#texMath();
      else if (isBareTrigger(this.#text, this.#at, this.#end)) this.#address();
      else this.#at++;
    }
    return this.#blocks.finish(this.#end, this.#mask);
  }

  #cut(at: number): void {
    this.#blocks.cut(at, this.#frames.shape);
  }

  /** Ends the block here, with the rest of the line if nothing is on it. */
  #cutAfter(): void {
    this.#at = behindLine(this.#text, this.#at, this.#end);
    this.#cut(this.#at);
  }

  #texMath(): void {
    if (!this.#closesMath || !opensTexMath(this.#text, this.#at)) {
      this.#at++;
      return;
    }
    const end = maskTexMath(this.#mask, this.#text, this.#at, this.#end);
    this.#closesMath = end > 0;
    this.#pass(end);
  }

  #address(): void {
    if (this.#at >= this.#run) this.#run = endOfAddress(this.#text, this.#at, this.#end);
    const end = this.#run;
    const done = maskBareAt(this.#mask, this.#text, this.#at, this.#plain, end);
    this.#at = Math.max(this.#at + 1, Math.min(end, done));
    this.#plain = this.#at;
  }

  /** Goes on behind what was masked; by a unit where nothing was. */
  #pass(end: number): void {
    this.#at = Math.max(this.#at + 1, end);
    if (end > 0) this.#plain = end;
  }

  #markup(): void {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith('<!--', at)) {
      this.#frames.open(COMMENT);
      this.#comment();
      return;
    }
    if (text.startsWith('<![CDATA[', at)) {
      this.#cover(at + 9);
      return;
    }
    const unit = text.charCodeAt(at + 1);
    const declaration = unit === 0x21 || unit === 0x3f;
    if (!this.#tags || !(declaration || unit === 0x2f || isLetter(unit))) {
      this.#at++;
      return;
    }
    const tag = declaration ? undefined : tagAt(text, at, this.#end);
    if (tag !== undefined) {
      this.#tag(tag);
      return;
    }
    const close = indexWithin(text, '>', at, this.#end);
    this.#tags = close >= 0;
    this.#cover(close < 0 ? at + 1 : close + 1);
  }

  #cover(end: number): void {
    this.#mask.markup(this.#at, Math.min(end, this.#end));
    this.#at = Math.min(end, this.#end);
    this.#plain = this.#at;
  }

  /** A comment from here to its end or the end of the stretch. */
  #comment(): void {
    const start = this.#at;
    const close = indexWithin(this.#text, '-->', start, this.#end);
    const end = close < 0 ? this.#end : close + 3;
    const words = this.#text.slice(start, close < 0 ? end : close);
    const directive = directiveIn(words.startsWith('<!--') ? words.slice(4) : words);
    if (directive !== undefined) this.#blocks.directive(directive, start, end);
    this.#mask.space(start, end);
    this.#at = end;
    this.#plain = end;
    if (close >= 0) this.#frames.close(COMMENT);
  }

  /** Covers the inside of an element that holds no prose, up to its end tag or the end of the stretch. */
  #skipClosed(name: string): void {
    if (name === COMMENT) {
      this.#comment();
      return;
    }
    const close = nextEndTag(this.#text, name, this.#at, this.#end);
    this.#mask.opaque(this.#at, close?.start ?? this.#end);
    this.#at = close?.start ?? this.#end;
    if (close === undefined) return;
    this.#frames.close(name);
    this.#mask.opaque(this.#at, close.end);
    this.#at = close.end;
    this.#plain = close.end;
    this.#cutAfter();
  }

  // --- Tags --------------------------------------------------------------------------------------------

  #tag(tag: Tag): void {
    const isAnchor = this.#isPage && tag.name === 'a' && !tag.closing && this.#blocks.kind !== 'table';
    const note = isAnchor ? noteBehind(this.#text, tag) : undefined;
    if (note !== undefined) {
      this.#blocks.cut(tag.start, { kind: note === 'metadata' ? note : 'paragraph', role: note });
    }
    const element = this.#elements.get(tag.name) ?? NO_ELEMENT;
    const alone = tag.selfClosing || element.empty === true;
    if (element.block) this.#blockTag(tag, element, alone);
    else if (
      !tag.closing &&
      !alone &&
      (element.content !== undefined ||
        element.mark === 'citation' ||
        (this.#isPage && isReference(this.#text, tag)))
    ) {
      this.#opaqueElement(tag, element);
    } else if (element.part !== undefined) this.#partTag(tag, element.part);
    else this.#inlineTag(tag, element, alone);
  }

  #blockTag(tag: Tag, element: Element, alone: boolean): void {
    const inWhole =
      this.#blocks.kind === 'table' || this.#blocks.kind === 'definition' || this.#inAbbreviation();
    const divides = !inWhole || element.kind !== undefined || element.role !== undefined;
    const role = this.#isPage ? pageRoleOf(this.#text, tag) : undefined;
    const isCounted = role !== undefined || this.#frames.isCounted(tag.name);
    const matters =
      isCounted ||
      (element.kind ?? element.role ?? element.content ?? element.section ?? element.list) !== undefined;
    if (alone) {
      if (divides) this.#cut(tag.start);
    } else if (!tag.closing) {
      if (matters) this.#frames.open(tag.name, role);
      if (element.division) this.#blocks.cut(tag.start, { kind: 'paragraph', role: 'body' });
      else if (divides) this.#cut(tag.start);
    }
    this.#mask.space(tag.start, tag.end);
    this.#at = tag.end;
    this.#plain = tag.end;
    if (!tag.closing) return;
    if (matters) this.#frames.close(tag.name);
    if (element.part === 'term') this.#mask.letter(tag.start, tag.end, ':');
    else if (divides) this.#cutAfter();
  }

  /** An inline element that prints something which is no prose. */
  #opaqueElement(tag: Tag, element: Element): void {
    this.#at = tag.end;
    const close = nextEndTag(this.#text, tag.name, this.#at, this.#end);
    const end = close?.end ?? this.#end;
    if (element.content === 'formula' || isFormula(this.#text, tag)) {
      const content = { start: tag.end, end: close?.start ?? end };
      maskFormula(this.#mask, this.#text, { start: tag.start, end }, content);
    } else this.#mask.opaque(tag.start, end);
    this.#at = end;
    this.#plain = end;
    if (element.mark === undefined) return;
    const key = attributeOf(this.#text, tag, 'rid');
    const isReference = this.#value(attributeOf(this.#text, tag, 'ref-type')) === 'bibr';
    if (isReference) this.#blocks.mark('citation', tag.start, end, this.#value(key));
  }

  #partTag(tag: Tag, part: NonNullable<Element['part']>): void {
    const inside = this.#inline.findLast(({ tag: open }) => open.name === 'abbrev');
    if (part === 'definition' && inside !== undefined) {
      if (tag.closing && inside.definition) inside.definition.end = tag;
      else if (!tag.closing) inside.definition = { start: tag };
      this.#mask.opaque(tag.start, tag.end);
    } else if (tag.closing && part === 'cell' && this.#blocks.kind === 'table') {
      this.#mask.cell(tag.start, tag.end);
      this.#mask.join(tag.end, startOfNextCell(this.#text, tag.end, this.#end));
    } else if (tag.closing && part === 'term') this.#mask.letter(tag.start, tag.end, ':');
    else this.#mask.space(tag.start, tag.end);
    this.#at = tag.end;
    this.#plain = tag.end;
  }

  #inlineTag(tag: Tag, element: Element, alone: boolean): void {
    if (tag.name === 'sup' || tag.name === 'sub') this.#mask.transparent(tag.start, tag.end);
    else if (tag.name === 'br' || tag.name === 'break') this.#mask.space(tag.start, tag.end);
    else this.#mask.markup(tag.start, tag.end);
    this.#at = tag.end;
    this.#plain = tag.end;
    if (alone) return;
    if (!tag.closing) {
      if (this.#inline.length < DEEPEST_INLINE) this.#inline.push({ tag });
      return;
    }
    const index = this.#inline.findLastIndex(({ tag: open }) => open.name === tag.name);
    if (index < 0) return;
    const open = this.#inline[index]!;
    this.#inline.length = index;
    closeInline(this.#text, this.#mask, this.#blocks, open, tag, element.mark);
  }

  #inAbbreviation(): boolean {
    return this.#inline.some(({ tag }) => tag.name === 'abbrev');
  }

  #value(span: Span | undefined): string | undefined {
    return span && this.#text.slice(span.start, span.end);
  }
}
