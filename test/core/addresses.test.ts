import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import {
  fileUri,
  nameOf,
  normalizeUri,
  parentOf,
  pathWithin,
  resolvePath,
} from '../../server/src/core/project/addresses.ts';
import { pathOf, uriOf } from '../../server/src/node/files.ts';
import { withSmallDrive } from '../onWindows.ts';

/** Names as people give them: spaces, Unicode, signs that addresses reserve, per cents that look like bytes. */
const name = fc
  .string({
    unit: fc.constantFrom(...'aZ9é日😀 .%#?&+:@[]()!*~_-', '%41', '%zz', '%C3%A9'),
    minLength: 1,
    maxLength: 8,
  })
  .filter(each => !/^\.+$/.test(each));
const root = fc.constantFrom(
  ...[
    'file:///',
    'file:///C:/',
    'file:///c%3A/',
    'file://server/share/',
    'file://Server/share/',
    'file://wsl%24/x/',
  ],
  ...[
    'vscode-remote://ssh-remote+host/home/',
    'https://user@example.org:80/x/',
    'untitled:',
    'vscode-notebook-cell:/x/',
  ],
);
const ending = fc.constantFrom('', '', '', '#W0sZmlsZQ==', '?{"ref":"~ a"}', '?a=b#c');
/** Addresses in many spellings: encoded as `URI` does it, as `encodeURI` does it, or not at all. */
const address = fc
  .tuple(root, fc.array(name, { maxLength: 4 }), fc.nat(2), ending)
  .map(([from, names, spelling, end]) => {
    const path = names.map(each =>
      spelling === 0
        ? encodeURIComponent(each)
        : spelling === 1
          ? encodeURI(each).replace(/[#?]/g, '_')
          : each.replace(/[#?/%]/g, '_'),
    );
    return from + path.join('/') + end;
  });

describe('addresses are spelt and read as editors do', () => {
  test('one spelling', () => {
    fc.assert(
      fc.property(address, uri => {
        assert.equal(normalizeUri(uri), URI.parse(uri).toString());
        assert.equal(normalizeUri(normalizeUri(uri)), normalizeUri(uri));
      }),
    );
  });

  test('names and folders', () => {
    fc.assert(
      fc.property(address, uri => {
        const parsed = URI.parse(uri);
        assert.equal(nameOf(uri), Utils.basename(parsed));
        // That of a drive, and of a path without a root, is our own (`projectFaults.test.ts`).
        if (!/^(?:\/[a-z]:)?\/?$|^[^/]*$/i.test(Utils.dirname(parsed).path)) {
          assert.equal(parentOf(uri), Utils.dirname(parsed).toString());
        }
      }),
    );
  });

  test('paths as seen from a folder', () => {
    const path = fc
      .tuple(
        fc.constantFrom('', '/', './', '../', '../../'),
        fc.array(fc.oneof(name, fc.constantFrom('.', '..', '')), { maxLength: 4 }),
      )
      .map(([up, names]) => up + names.join('/'));
    fc.assert(
      fc.property(address, path, (folder, relative) => {
        fc.pre(!folder.startsWith('untitled:'));
        assert.equal(
          resolvePath(folder, relative),
          Utils.resolvePath(URI.parse(folder), relative).toString(),
        );
      }),
    );
  });

  test('a folder holds what is resolved from it, however both are written', () => {
    fc.assert(
      fc.property(address, fc.array(name, { minLength: 1, maxLength: 3 }), (folder, names) => {
        fc.pre(!folder.startsWith('untitled:'));
        const path = names.join('/');
        assert.equal(pathWithin(folder, resolvePath(folder, path)), path);
        assert.equal(pathWithin(normalizeUri(folder), resolvePath(folder, path)), path);
      }),
    );
  });
});

test('the address of a file is that of its path', () => {
  const start = fc.constantFrom('/', '/C:/', '/c:/', 'C:/', '//Server/share/', '//server/');
  fc.assert(
    fc.property(start, fc.array(name, { maxLength: 4 }), (from, names) => {
      const path = from + names.join('/');
      assert.equal(fileUri(path), URI.file(path).toString());
    }),
  );
});

test('a path of this machine comes back from its address, a Windows drive in small', () => {
  const own = process.platform === 'win32' ? name.filter(each => !/[:?*]/.test(each)) : name;
  // What begins like a drive is one wherever addresses are read, as in editors.
  const first = own.filter(each => !/^[a-z]:/i.test(each));
  const within = fc.tuple(first, fc.array(own, { maxLength: 3 })).map(([top, names]) => [top, ...names]);
  fc.assert(
    fc.property(within, names => {
      const path = resolve('/', ...names);
      assert.equal(pathOf(uriOf(path)), withSmallDrive(path));
    }),
  );
});

const odd = fc.string({ unit: fc.constantFrom(...'/:?#%[]@.\\ a1Cé\n', '\ud800', '\udc00', '%ff', '..') });

test('no text is too odd for an address', () => {
  fc.assert(
    fc.property(odd, odd, (uri, path) => {
      for (const each of [uri, `file://${uri}`, `%ff${uri}\ud800`]) {
        const written = normalizeUri(each);
        assert.equal(normalizeUri(written), written);
        assert.ok(!nameOf(each).includes('/'));
        assert.match(parentOf(each), /^[^:]+:/);
        pathWithin(each, written);
        assert.match(resolvePath(each, path), /^[^:]+:/);
      }
    }),
  );
});

test('bytes that are no UTF-8 stay as they are written', () => {
  assert.equal(nameOf('file:///x/%FF.md'), '%FF.md');
  assert.equal(normalizeUri('file:///x/%C3%A9%20%28'), 'file:///x/%C3%A9%20%28');
});
