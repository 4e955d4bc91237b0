/** Text of any origin must act nowhere: what hovers show is rendered here as an editor renders it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { escapeMarkdown } from '../../server/src/core/features/markdown.ts';
import { parseLayerFile } from '../../server/src/core/glossary/layerFile.ts';
import { layeredGlossary, withOrigin } from '../../server/src/core/glossary/layers.ts';
import {
  comparison,
  comparisonMarkdown,
  complete,
  createFeatureContext,
  createSearch,
  facts,
  factsMarkdown,
  hover,
  type Profile,
  profileChangesMarkdown,
} from '../../server/src/core/index.ts';
import { glossary, service } from '../bundled.ts';

/** All that could act, in as many notations as Markdown has. */
const attacks = [
  '<img src=x onerror=alert(1)>',
  '<a href="command:workbench.action.terminal.new">receptor</a>',
  '[receptor](command:workbench.action.terminal.new)',
  '![receptor](https://example.org/pixel.png)',
  '<command:workbench.action.quit>',
  '<https://example.org/x>',
  'https://example.org/x',
  'www.example.org/x',
  'mail@example.org',
  'mailto:mail@example.org',
  'xmpp:mail@example.org',
  '[receptor][1]',
  '[1]: command:workbench.action.quit',
  '$(alert) $(sync~spin)',
  '`code` **bold** _it_ ~~gone~~ | cell |',
  '&lt;script&gt; &#91;x](y) &amp;',
  '\\[receptor\\](command:x)',
  '<script>alert(1)</script>',
  '<!-- comment -->',
  '# heading',
  '--- ===',
];

/** As editors do, raw HTML and any link allowed: so that nothing which acts is hidden from the test. */
function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** Elements that only look, and links that are ours: places of the manuscript and sources by their DOI. */
const harmless =
  /<\/?(?:p|strong|em|ul|li|hr|br|h[12]|table|thead|tbody|tr|t[hd])(?: \/)?>|<a href="(?:command:immunogloss\.(?:showPlace|showFacts|compareTherapies|insertFact)\?[\w%.~!*'-]*|https:\/\/doi\.org\/[\w./~%-]+)">|<\/a>/g;

/** An editor's icon: `$(name)` without a backslash before it. */
const icon = /(?<!\\)\$\(/;

function assertHarmless(markdown: string): void {
  const rest = rendered(markdown).replace(harmless, '');
  assert.doesNotMatch(rest, /</, markdown);
  assert.doesNotMatch(markdown, icon);
}

/** HTML as one reads it. */
function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('escaped text shows itself, whatever it holds, and does nothing', () => {
  const piece = fc.oneof(fc.constantFrom(...attacks, ' ', '\n\n', '@', ':', '//', '](', '\\'), fc.string());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
      const markdown = `${escapeMarkdown(pieces.join(''))}`;
      const shown = rendered(markdown).replace(/^<p>|<\/p>$/g, '');
      assert.doesNotMatch(shown, /</);
      assert.equal(decoded(shown), pieces.join('').replace(/\s+/g, ' ').trim().replaceAll('\0', '\uFFFD'));
      assert.doesNotMatch(markdown, icon);
    }),
    { numRuns: 1000 },
  );
});

const readers: Readonly<Record<string, (attack: string) => { text: string; ending: string }>> = {
  markdown: attack => ({
    ending: 'md',
    text: `---\ntitle: ${attack}\nabbreviations:\n  EVL: ${attack} evil\n---\n\n# ${attack}\n\nThe epsilon ${attack} vector line (EVL) acts. EVL is ${attack}.\n\n*[XQZ]: ${attack}\n\nEach XQZ and EVL.\n\n# Abbreviations\n\nYQZ: ${attack} list\n`,
  }),
  latex: attack => ({
    ending: 'tex',
    text: `\\newacronym{evl}{EVL}{${attack} evil}\n\\section{${attack}}\nThe epsilon ${attack} vector line (EVL). EVL and \\gls{evl}.\n`,
  }),
  html: attack => ({
    ending: 'html',
    text: `<h1>${attack}</h1><p><abbr title="${attack.replaceAll('"', '&quot;')}">EVL</abbr> and EVL (epsilon ${attack} vector line).</p>`,
  }),
  plaintext: attack => ({
    ending: 'txt',
    text: `${attack}\n\nAbbreviations\n\nEVL: ${attack} evil; XQZ, ${attack}\n\nIntroduction\n\nEVL and XQZ.\n`,
  }),
};

for (const [languageId, write] of Object.entries(readers)) {
  test(`${languageId}: no hover or completion lets a manuscript's text act`, () => {
    let hovers = 0;
    for (const attack of attacks) {
      const { text, ending } = write(attack);
      const uri = `file:///w/${encodeURIComponent('a](x)<b>')}.${ending}`;
      const manuscript = service.assemble([service.analyze({ uri, languageId, version: 1, text })]);
      const configuration = { rules: {}, ignore: [], minimumUses: 3 };
      const search = createSearch(glossary.entries);
      const context = createFeatureContext({ manuscript, glossary, configuration, search });
      for (const { index } of text.matchAll(/EVL|XQZ|YQZ|evl/g)) {
        const answer = hover(context, uri, index + 1, { commandLinks: true });
        if (answer) {
          hovers++;
          assertHarmless(answer.markdown);
        }
        for (const item of complete(context, uri, index + 3).items) assertHarmless(item.documentation);
      }
    }
    assert.ok(hovers >= attacks.length, `only ${hovers} hovers`);
  });
}

test('a glossary that somebody else sent can say what it likes: nothing of it acts', () => {
  let hovers = 0;
  for (const attack of attacks) {
    const row = { short: 'EVL', long: `epsilon ${attack} line`, gloss: attack, note: attack, domain: attack };
    const { entries } = parseLayerFile(JSON.stringify([row, { ...row, long: attack }]), 'evil.json');
    const origin = { layer: 'workspace', uri: 'file:///w/%5Bx%5D(command%3Ay)/%3Cb%3E.json' } as const;
    const layered = layeredGlossary(glossary, [{ origin, entries: withOrigin(entries, origin) }], 2);
    const uri = 'file:///w/a.md';
    const document = { uri, languageId: 'markdown', version: 1, text: 'Each EVL.\n' };
    const manuscript = service.assemble([service.analyze(document)]);
    const configuration = { rules: {}, ignore: [], minimumUses: 3 };
    const search = createSearch(layered.entries);
    const context = createFeatureContext({ manuscript, glossary: layered, configuration, search });
    const answer = hover(context, uri, 6, { commandLinks: true });
    assert.match(answer?.markdown ?? '', /EVL/);
    assertHarmless(answer!.markdown);
    hovers += answer!.markdown.includes('epsilon') ? 1 : 0;
    for (const item of complete(context, uri, 8).items) assertHarmless(item.documentation);
  }
  assert.ok(hovers > 0);
});

test('therapies, facts, references and profiles that somebody else sent can say what they like, too', () => {
  const origin = { layer: 'workspace', uri: 'file:///w/.immunogloss/facts.json' } as const;
  for (const attack of attacks) {
    const reference = {
      ...{ id: 'evil', type: attack, title: attack, author: [{ family: attack, given: attack }] },
      ...{
        'container-title': attack,
        volume: attack,
        issue: attack,
        page: attack,
        DOI: attack,
        PMID: attack,
      },
      ...{ URL: attack, note: attack, issued: { 'date-parts': [[2024]] } },
    };
    const own = {
      'therapies.json': ['one', 'other'].map(id => ({
        ...{ id, name: `${id} ${attack}`, names: [`EVL-${id}`, attack], summary: attack },
      })),
      'facts.json': ['one', 'other'].map(therapy => ({
        ...{ id: `${therapy}-acts`, therapy, topic: 'safety', statement: attack, quotation: attack },
        source: { reference: 'evil', locator: attack, accessed: '2026-11-22' },
        cites: [{ reference: 'evil', supports: 'verified', note: attack }],
        contradicts: [{ fact: therapy === 'one' ? 'other-acts' : 'one-acts', note: attack }],
      })),
      'references.json': [reference],
    };
    const layers = Object.entries(own).map(([name, rows]) => ({
      ...parseLayerFile(JSON.stringify(rows), name),
      origin,
    }));
    const layered = layeredGlossary(glossary, layers, 3);
    assertHarmless(factsMarkdown(facts(layered, 'EVL-one')!));
    assertHarmless(comparisonMarkdown(comparison(layered, 'EVL-one', 'EVL-other')!));

    const text = 'Patients had EVL-one or EVL-other.\n';
    const uri = 'file:///w/a.md';
    const document = { uri, languageId: 'markdown', version: 1, text };
    const manuscript = service.assemble([service.analyze(document)]);
    const configuration = { rules: {}, ignore: [], minimumUses: 3 };
    const search = createSearch(layered.entries);
    const context = createFeatureContext({ manuscript, glossary: layered, configuration, search });
    const answer = hover(context, uri, 15, { commandLinks: true })!;
    assert.match(answer.markdown, /Safety/);
    assertHarmless(answer.markdown);

    const profile: Profile = {
      ...{ id: 'evil', name: attack, description: attack, rules: {} },
      sources: [{ rule: '*', says: attack, where: attack }],
    };
    const findings = service.lint(manuscript, configuration);
    assertHarmless(profileChangesMarkdown(profile, { coming: findings, going: findings, weighed: [] }));
  }
});
