/** The manuscripts of `examples/`, judged by hand: what is found, and what each format makes of its parts. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { languageOfFile, type Role } from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';
import type { Example } from './examples/example.ts';
import { examples } from './examples/index.ts';
import { type AnalysisRecord, checked } from './program.ts';

const SHORTEST = 900;
const LONGEST = 1800;

/** Beside its words, a place shows this many characters before and behind it. */
const AROUND = 20;

type DocumentRecord = AnalysisRecord['manuscripts'][number]['documents'][number];

/** The offsets of the words in a text. */
function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** The words around a finding, with the place in ⟦…⟧, as far as the expectation for it goes; else some characters. */
function shown(
  text: string,
  { start, end }: { start: number; end: number },
  places: readonly string[],
): string {
  const marked = (from: number, to: number): string =>
    `${text.slice(from, start)}⟦${text.slice(start, end)}⟧${text.slice(end, to)}`;
  const expected = places.find(place => {
    const [before = '', , after = ''] = place.split(/[⟦⟧]/);
    return marked(start - before.length, end + after.length) === place;
  });
  return expected ?? marked(Math.max(0, start - AROUND), end + AROUND);
}

/** The role of the block that holds an offset. */
function roleAt(path: string, text: string, offset: number): Role | undefined {
  const document = { uri: `file:///${path}`, languageId: languageOfFile(path), version: 1, text };
  return service.analyze(document).blocks.findLast(({ start }) => start <= offset)?.role;
}

for (const example of examples) {
  const { path, findings, scopes, classes, definitions, missed = {} } = example;
  describe(`examples/${path}`, () => {
    const [manuscript, ...others] = analyzed(example);
    const documents: readonly DocumentRecord[] = manuscript?.documents ?? [];
    const texts = new Map(documents.map(each => [each.path, readFileSync(each.path, 'utf8')]));

    test('is one manuscript, as long as a short paper', () => {
      assert.deepEqual(others, []);
      const words = documents.reduce((sum, each) => sum + each.words, 0);
      assert.ok(words >= SHORTEST && words <= LONGEST, `${words} words`);
    });

    test('is linted as a copy-editor would', () => {
      const places = findings.map(([, place]) => place);
      const said = documents.flatMap(each =>
        each.diagnostics.map(found => {
          const text = texts.get(each.path)!;
          return `${found.severity} ${found.rule}: ${shown(text, found, places)}`;
        }),
      );
      assert.deepEqual(
        said,
        findings.map(([rule, place]) => `${rule}: ${place}`),
      );
    });

    test('is known to miss what it misses', () => {
      const known = manuscript!.abbreviations.filter(({ short }) => short in missed);
      assert.deepEqual(
        known.map(({ short, status }) => `${short}: ${status}`).sort(),
        Object.keys(missed)
          .sort()
          .map(short => `${short}: exempt`),
      );
    });

    test('has its parts told apart', () => {
      for (const [scope, all] of Object.entries(scopes)) {
        for (const words of all) {
          const roles = Array.from(texts).flatMap(([file, text]) =>
            placesOf(text, words).map(start => roleAt(file, text, start)),
          );
          assert.deepEqual(roles, [scope], words);
        }
      }
    });

    test('says what needs no definition', () => {
      for (const [short, expected] of Object.entries(classes)) {
        const found = manuscript!.abbreviations.find(each => each.short === short);
        assert.deepEqual([short, found?.class, found?.status], [short, expected, 'exempt']);
      }
    });

    test('has its definitions found', () => {
      const found = documents.flatMap(each =>
        each.definitions.map(({ scope, short, long }) => `${scope}: ${short} = ${long.replace(/\s+/g, ' ')}`),
      );
      assert.deepEqual(found, definitions);
    });
  });
}

/** The manuscripts that the command line reads in an example. */
function analyzed({ path }: Example): AnalysisRecord['manuscripts'] {
  const args = ['dist/cli.js', 'analyze', '--format', 'json', join('examples', path)];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  return checked<AnalysisRecord>('analysis', stdout).manuscripts;
}
