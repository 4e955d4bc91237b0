import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseEncoding, type PositionEncoding, positionsIn } from '../../server/src/lsp/convert.ts';
import { type LinedText, lined, lineEnd, replaced } from '../../server/src/lsp/linedText.ts';
import { PiecedText } from '../../server/src/lsp/piecedText.ts';

/** Text in which line ends of all kinds, surrogate pairs and lone surrogates meet often. */
const text = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'é', '漢', '😀', '\ud83d', '\ude00', 'e\u0301'), {
    maxLength: 30,
  })
  .map(parts => parts.join(''));
const encodings: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32'];

const edits = fc.array(fc.record({ inserted: text, a: fc.nat(), b: fc.nat() }), {
  minLength: 1,
  maxLength: 6,
});

test('lines after any edits are those of the new text read cold', () => {
  const starts = ({ lineStarts }: LinedText) =>
    Array.from({ length: lineStarts.length + 1 }, (_, line) => lineStarts.at(line));
  fc.assert(
    fc.property(text, edits, (begun, all) => {
      let edited = lined(begun);
      for (const { inserted, a, b } of all) {
        const before = edited.text.toString();
        const [start, end] = [a, b].map(at => at % (before.length + 1)).sort((x, y) => x - y);
        edited = replaced(edited, { start: start!, end: end! }, inserted);
        const cold = lined(before.slice(0, start) + inserted + before.slice(end));
        assert.equal(edited.text.toString(), cold.text.toString());
        assert.deepEqual(starts(edited), starts(cold));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a text in pieces is the text, after any edits', () => {
  const long = fc.tuple(text, fc.nat({ max: 2000 })).map(([part, times]) => part.repeat(times));
  const changes = fc.array(fc.record({ inserted: fc.oneof(text, long), a: fc.nat(), b: fc.nat() }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(long, changes, fc.nat(), fc.nat(), (begun, all, from, to) => {
      let whole = begun;
      let inPieces = PiecedText.of(begun);
      for (const { inserted, a, b } of all) {
        const [start = 0, end = 0] = [a, b].map(at => at % (whole.length + 1)).sort((x, y) => x - y);
        whole = whole.slice(0, start) + inserted + whole.slice(end);
        inPieces = inPieces.replaced({ start, end }, inserted);
        assert.equal(inPieces.length, whole.length);
        const stretch = [from % (whole.length + 2), to % (whole.length + 2)] as const;
        assert.equal(inPieces.slice(...stretch), whole.slice(...stretch));
        assert.equal(inPieces.slice(stretch[0]), whole.slice(stretch[0]));
      }
      assert.equal(inPieces.toString(), whole);
    }),
    { numRuns: 500 },
  );
});

test('an offset comes back from its position, in every encoding', () => {
  fc.assert(
    fc.property(text, fc.nat(), (content, at) => {
      const document = lined(content);
      const offset = at % (content.length + 1);
      for (const encoding of encodings) {
        const { position, offset: back } = positionsIn(encoding);
        const place = position(document, offset);
        const isInside = offset > lineEnd(document, place.line) || splitsPair(content, offset); // a place no cursor stands at
        if (!isInside) assert.equal(back(document, place), offset, encoding);
      }
    }),
    { numRuns: 2000 },
  );
});

test('whatever position a client sends, the offset is one of the text', () => {
  const odd = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.constantFrom(null, undefined, 'x', {}, []),
  ) as fc.Arbitrary<number>;
  fc.assert(
    fc.property(text, odd, odd, (content, line, character) => {
      for (const encoding of encodings) {
        const offset = positionsIn(encoding).offset(lined(content), { line, character });
        assert.ok(Number.isInteger(offset) && offset >= 0 && offset <= content.length, String(offset));
      }
    }),
  );
});

test('the three encodings count as their names say', () => {
  const document = lined('x\r\naé漢😀b');
  const after = 'x\r\naé漢😀'.length;
  const characters = encodings.map(encoding => positionsIn(encoding).position(document, after));
  assert.deepEqual(characters, [
    { line: 1, character: 5 },
    { line: 1, character: 10 },
    { line: 1, character: 4 },
  ]);
});

test('a swapped range is read as it was meant', () => {
  const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 1 } };
  assert.deepEqual(positionsIn('utf-16').span(lined('abcd'), range), { start: 1, end: 3 });
});

test('utf-16 is chosen where the client has it, else its first choice, else utf-16', () => {
  assert.equal(chooseEncoding(['utf-8', 'utf-16']), 'utf-16');
  assert.equal(chooseEncoding(['utf-32', 'utf-8']), 'utf-32');
  assert.equal(chooseEncoding(['utf-8']), 'utf-8');
  for (const nonsense of [undefined, null, 'utf-8', ['utf-7'], [1]]) {
    assert.equal(chooseEncoding(nonsense), 'utf-16');
  }
});

function splitsPair(content: string, offset: number): boolean {
  return (content.codePointAt(offset - 1) ?? 0) > 0xffff;
}

test('what lies outside a text or a line means its nearest place', () => {
  const document = lined('one\r\ntwo\nend');
  for (const encoding of encodings) {
    const { offset, position } = positionsIn(encoding);
    assert.equal(offset(document, { line: 99, character: 0 }), 12, encoding);
    assert.equal(offset(document, { line: -1, character: 2 }), 2);
    assert.equal(offset(document, { line: 0, character: 99 }), 3, 'before both units of the line end');
    assert.equal(offset(document, { line: 1, character: 99 }), 8);
    assert.deepEqual(position(document, 1e9), { line: 2, character: 3 });
    assert.deepEqual(position(document, -1), { line: 0, character: 0 });
    assert.deepEqual(position(document, Number.NaN), { line: 0, character: 0 });
  }
});
