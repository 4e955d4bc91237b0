/** What stands between the client and every handler, with handlers that fail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { createGuard, type Lifecycle } from '../../server/src/lsp/guard.ts';

function guarded() {
  const log: string[] = [];
  const lifecycle: Lifecycle<string> = { client: 'client', shutDown: false };
  const guard = createGuard(
    lifecycle,
    line => log.push(line),
    async () => 'session',
  );
  return { log, lifecycle, guard };
}

const fails = () => {
  throw new TypeError('nobody thought of it');
};
const failsLater = async () => fails();
/** What isn't even an error. */
const throwsText = () => {
  throw 'a text';
};

test('a request whose handler fails is answered with nothing, and the log names it', async () => {
  const { log, guard } = guarded();
  for (const handler of [fails, failsLater, throwsText]) {
    assert.equal(await guard.answer('hover', handler)(null, CancellationToken.None), null);
  }
  assert.equal(log.length, 3);
  assert.match(log[0]!, /^hover: TypeError: nobody thought of it\n/);
  assert.match(log[1]!, /^hover: TypeError: nobody thought of it\n/);
  assert.equal(log[2], 'hover: a text');
});

test('a notification whose handler fails is logged, and that is all', async () => {
  const { log, guard } = guarded();
  for (const handler of [fails, failsLater, throwsText]) await guard.hear('didChange', handler)(null);
  assert.equal(log.length, 3);
  for (const line of log) assert.match(line, /^didChange: /);
});

test('a session that cannot be made answers nothing, each time', async () => {
  const log: string[] = [];
  const guard = createGuard<string, string>(
    { client: 'client', shutDown: false },
    line => log.push(line),
    failsLater,
  );
  assert.equal(await guard.answer('hover', session => session)(null, CancellationToken.None), null);
  await guard.hear('didOpen', () => {})(null);
  assert.equal(log.length, 2);
});

test('an answer that says itself what went wrong is passed on, and not logged', async () => {
  const { log, guard } = guarded();
  const refuses = () => {
    throw new ResponseError(-32801, 'the text has changed');
  };
  await assert.rejects(guard.answer('hover', refuses)(null, CancellationToken.None), { code: -32801 });
  assert.deepEqual(log, []);
});

test('before initialize and after shutdown no handler is called', async () => {
  const { lifecycle, guard } = guarded();
  const called: string[] = [];
  const handler = () => {
    called.push('called');
  };
  const states: readonly (readonly [Lifecycle<string>, number])[] = [
    [{ client: undefined, shutDown: false }, -32002],
    [{ client: 'client', shutDown: true }, -32600],
  ];
  for (const [state, code] of states) {
    Object.assign(lifecycle, state);
    await assert.rejects(guard.answer('hover', handler)(null, CancellationToken.None), { code });
    await guard.hear('didOpen', handler)(null);
  }
  assert.deepEqual(called, []);
});

test('a request that is cancelled while the session is made is never begun', async () => {
  let make = (_: string) => {};
  const guard = createGuard<string, string>(
    { client: 'client', shutDown: false },
    () => {},
    () =>
      new Promise(resolve => {
        make = resolve;
      }),
  );
  const source = new CancellationTokenSource();
  let begun = 0;
  const answer = guard.answer('hover', () => ++begun)(null, source.token);
  source.cancel();
  make('session');
  await assert.rejects(answer, { code: -32800 });
  assert.equal(begun, 0);
});
