import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checked, Desk } from './program.ts';

const desk = new Desk();

interface Lookup {
  readonly query: string;
  readonly results: readonly { readonly id: string; readonly short: string; readonly long: string }[];
}

interface Fact {
  readonly topic: string;
  readonly statement: string;
  readonly citable: readonly string[];
}

interface Facts {
  readonly therapy: { readonly id: string };
  readonly facts: readonly Fact[];
  readonly references: readonly { readonly id: string }[];
}

interface Comparison {
  readonly therapies: readonly { readonly id: string }[];
  readonly topics: readonly {
    readonly topic: string;
    readonly first: readonly Fact[];
    readonly second: readonly Fact[];
  }[];
}

describe('lookup', () => {
  const found = async (...query: string[]) => {
    const { code, out } = await desk.run(['lookup', '--format', 'json', ...query]);
    assert.equal(code, 0);
    return checked<Lookup>('lookup', out);
  };

  test('finds short forms, long forms and misspellings, best first', async () => {
    assert.deepEqual((await found('CAR')).results[0], {
      id: 'car',
      short: 'CAR',
      long: 'chimeric antigen receptor',
      origin: 'bundled',
    });
    assert.equal((await found('IL2')).results[0]?.short, 'IL-2');
    assert.equal((await found('chimric', 'antigen')).query, 'chimric antigen');
    assert.equal((await found('chimric', 'antigen')).results[0]?.short, 'CAR');
  });

  test('text has one entry after the other', async () => {
    const { code, out } = await desk.run(['lookup', 'GvHD']);
    assert.equal(code, 0);
    assert.match(out, /^GvHD {2}graft-versus-host disease {2}\(/);
    // An address may be longer than a line.
    assert.ok(out.split('\n').every(line => line.length <= 100 || /^\s*https?:\S+$/.test(line)));
  });

  test('nothing found is 1, nothing asked is 2', async () => {
    const { code, out } = await desk.run(['lookup', '--format', 'json', '???', '!']);
    assert.equal(code, 1);
    assert.deepEqual(checked<Lookup>('lookup', out).results, []);
    const text = await desk.run(['lookup', '???']);
    assert.equal(text.code, 1);
    assert.equal(text.out, '');
    assert.match(text.err, /nothing like "\?\?\?"/);
    assert.equal((await desk.run(['lookup'])).code, 2);
    assert.equal((await desk.run(['lookup', '--format', 'markdown', 'CAR'])).code, 2);
  });
});

describe('facts', () => {
  test('of one therapy, each with what may be cited for it', async () => {
    const { code, out } = await desk.run(['facts', 'CAR-NK', '--format', 'json']);
    assert.equal(code, 0);
    const { therapy, facts, references } = checked<Facts>('facts', out);
    assert.equal(therapy.id, 'car-nk');
    assert.ok(facts.length > 3);
    const known = new Set(references.map(each => each.id));
    for (const { citable } of facts) for (const key of citable) assert.ok(known.has(key), key);
  });

  test('of two therapies, topic by topic', async () => {
    const { code, out } = await desk.run(['facts', 'CAR-NK cells', '--compare', 'CAR T', '--format', 'json']);
    assert.equal(code, 0);
    const { therapies, topics } = checked<Comparison>('comparison', out);
    assert.deepEqual(
      therapies.map(each => each.id),
      ['car-nk', 'car-t'],
    );
    assert.ok(topics.some(each => each.first.length > 0 && each.second.length > 0));
  });

  test('as text and as Markdown', async () => {
    const json = (await desk.run(['facts', 'CAR-T', '--format', 'json'])).out;
    const { facts } = checked<Facts>('facts', json);
    const { code, out } = await desk.run(['facts', 'CAR-T']);
    assert.equal(code, 0);
    const words = out.replace(/\s+/g, ' ');
    for (const { statement } of facts) assert.ok(words.includes(statement), statement);
    assert.match(out, /\nSources\n {2}1 {3}\S/);
    // An address may be longer than a line.
    assert.ok(out.split('\n').every(line => line.length <= 100 || /^\s*https?:\S+$/.test(line)));
    assert.match((await desk.run(['facts', 'CAR-T', '--format', 'markdown'])).out, /^## .*\n\n/);
    const table = await desk.run(['facts', 'CAR-T', '--compare', 'CAR-NK', '--format', 'markdown']);
    assert.match(table.out, /^\| \| .* \| .* \|\n\| --- \| --- \| --- \|\n/);
    const latex = await desk.run(['facts', 'CAR-T', '--compare', 'CAR-NK', '--format', 'latex']);
    assert.match(latex.out, /^\\begin\{table\}[\s\S]*\\cite\{[\w,-]+\}[\s\S]*\\end\{table\}\n$/);
    assert.equal((await desk.run(['facts', 'CAR-T', '--format', 'latex'])).code, 2);
    assert.match((await desk.run(['facts', 'CAR-T', '--compare', 'CAR-NK'])).out, /^.* and .*\n\n/);
  });

  test('an unknown therapy is 1 and names the known ones; no therapy is 2', async () => {
    for (const args of [['homeopathy'], ['CAR-T', '--compare', 'homeopathy']]) {
      const { code, out, err } = await desk.run(['facts', ...args]);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, /"homeopathy" is no therapy that is known\n.*known are: .*CAR-NK/);
    }
    assert.equal((await desk.run(['facts'])).code, 2);
    assert.equal((await desk.run(['facts', 'CAR-T', '--format', 'xml'])).code, 2);
  });
});
