/** `npm run pictures`: renews the README's pictures in `media/` from what the window has just shown. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import png from 'upng-js';
import { out, root } from './paths.ts';

/** What the README shows, by the name of its picture. */
const shown = ['problems', 'quick-fix', 'hover', 'completion', 'triage', 'profiles'];

/** The eye misses nothing on a screen of text, and the package of the extension stays small. */
const colours = 32;

for (const name of shown) {
  const { buffer } = new Uint8Array(readFileSync(join(out, 'screenshots', `${name}.png`)));
  const picture = png.decode(buffer);
  const smaller = png.encode(png.toRGBA8(picture), picture.width, picture.height, colours);
  writeFileSync(join(root, 'media', `${name}.png`), new Uint8Array(smaller));
  console.log(`media/${name}.png: ${Math.round(smaller.byteLength / 1000)} kB`);
}
