/** What the server makes of `initialize`, whatever stands in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { InitializeParams } from 'vscode-languageserver';
import { readClient } from '../../server/src/lsp/client.ts';

/** Each field of `initialize` that is looked at may hold anything. */
const nonsense = fc.record(
  {
    rootUri: fc.anything(),
    workspaceFolders: fc.oneof(
      fc.anything(),
      fc.array(fc.oneof(fc.anything(), fc.record({ uri: fc.anything() }))),
    ),
    initializationOptions: fc.oneof(fc.anything(), fc.record({ commands: fc.anything() })),
    capabilities: fc.oneof(
      fc.anything(),
      fc.record({
        general: fc.oneof(fc.anything(), fc.record({ positionEncodings: fc.anything() })),
        workspace: fc.record({ workspaceEdit: fc.record({ resourceOperations: fc.anything() }) }),
      }),
    ),
  },
  { requiredKeys: [] },
);

test('any greeting is understood as far as it goes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), nonsense), params => {
      const { folders, commands } = readClient(params as InitializeParams);
      assert.ok([...folders, ...commands].every(each => typeof each === 'string' && each !== ''));
    }),
    { numRuns: 1000 },
  );
});

test('folders of a workspace that are none do not hide the others', () => {
  const workspaceFolders = [null, {}, { uri: 5 }, { uri: 'file:///w', name: 'w' }];
  const { folders } = readClient({ workspaceFolders } as unknown as InitializeParams);
  assert.deepEqual(folders, ['file:///w']);
});
