import { lettered } from '../../lettered.ts';
import type { Costs } from './costs.ts';
import type { ShortForm } from './shortForm.ts';
import type { Unit } from './units.ts';
import { NUMBER_WORDS } from './words.ts';

/** Another way to read the units of a short form, and what it costs to read them so. */
export interface Reading {
  readonly units: readonly Unit[];
  readonly surcharge: number;
}

/** The readings that are tried beside the units as they stand, however well those align. */
export function alternatives(short: ShortForm, costs: Costs): Reading[] {
  const readings: Reading[] = [];
  const numeral = numeralReading(short);
  if (numeral) readings.push({ units: numeral, surcharge: 0 });
  const once = tandemReading(short);
  if (once) readings.push({ units: once, surcharge: 0 });
  const hemoglobin = hemoglobinReading(short);
  if (hemoglobin) readings.push({ units: hemoglobin, surcharge: 0 });
  if (WRITTEN_ODDLY.test(short.surface)) readings.push(...oddReadings(short, costs));
  const repeated = repeatedReading(short);
  if (repeated) readings.push({ units: repeated, surcharge: costs.repeated });
  return readings;
}

/** Small letters, hyphens or brackets: a look that spares most short forms the rest. */
const WRITTEN_ODDLY = /[a-z(-]/;

/** The readings of what few short forms hold: OH, a T behind its kind, "-seq", a modifier or descriptor in front. */
function oddReadings(short: ShortForm, costs: Costs): Reading[] {
  const readings: Reading[] = [];
  const hydroxyl = hydroxylReading(short);
  if (hydroxyl) readings.push({ units: hydroxyl, surcharge: 0 });
  const modified = modifiedReading(short);
  if (modified) readings.push({ units: modified, surcharge: costs.repeated });
  const inFront = modifiedInFront(short);
  if (inFront) readings.push({ units: inFront, surcharge: costs.modifierInFront });
  if (short.surface.startsWith('q') && short.surface.endsWith('PCR'))
    readings.push({
      units: [{ ...short.units[0]!, code: R }, ...short.units.slice(1)],
      surcharge: costs.realTime,
    });
  const subset = subsetReading(short);
  if (subset) readings.push({ units: subset, surcharge: costs.repeated });
  if (SEQUENCED.test(short.surface))
    readings.push({ units: short.units.slice(0, -3), surcharge: costs.descriptor });
  if (DESCRIBED.test(short.surface))
    readings.push({ units: short.units.slice(1), surcharge: costs.descriptor });
  return readings;
}

/** What Roman numerals end with. */
const NUMERALS = 'IVX';

/** The reading of a Roman numeral at the end as a digit (CaMKII), or null where there is none. */
export function numeralReading({ surface, units }: ShortForm): readonly Unit[] | null {
  if (!NUMERALS.includes(surface.charAt(surface.length - (surface.endsWith('s') ? 2 : 1)))) return null;
  const numeral = /(?:^|[^IVX])(I{2,3}|I?V|VI{1,3}|IX)s?$/.exec(surface)?.[1];
  const digit = numeral && NUMBER_WORDS.get(numeral.toLowerCase());
  if (!digit || numeral.length >= units.length) return null;
  const unit: Unit = {
    code: digit.charCodeAt(0),
    alias: 0,
    kind: 'digit',
    upper: false,
    piece: true,
    initial: false,
  };
  return [...units.slice(0, units.length - numeral.length), unit];
}

/**
 * A concentration and its place, "[Ca2+]i": spelled out, the place comes first (intracellular). Where this reading
 * aligns it is the right one, whatever the others cost.
 */
export function locatedReading({ surface, units }: ShortForm): Reading | null {
  if (surface[0] !== '[' || !/\](?:[a-z]|\([a-z]\))$/.test(surface)) return null;
  return { units: [units[units.length - 1]!, ...units.slice(0, -1)], surcharge: 0 };
}

/** "LC-MS/MS", liquid chromatography–tandem mass spectrometry: the reading without the repetition, or null. */
function tandemReading({ surface, units }: ShortForm): readonly Unit[] | null {
  const slash = surface.indexOf('/');
  const repeated = surface.slice(slash + 1);
  if (slash < 0 || repeated.length < 2 || !surface.slice(0, slash).endsWith(repeated)) return null;
  return units.slice(0, units.length - repeated.length);
}

const HEMOGLOBIN = lettered`^Hb[\p{Lu}]$`;
const GLYCATED = /^HbA\(?1[cC]\)?$/;
const G = 0x67;

/** "HbF", fetal hemoglobin; "HbA1c", glycated hemoglobin: the reading with its kind in front, or null. */
function hemoglobinReading({ surface, units }: ShortForm): readonly Unit[] | null {
  if (!surface.startsWith('Hb')) return null;
  const isGlycated = GLYCATED.test(surface);
  if (!isGlycated && !HEMOGLOBIN.test(surface)) return null;
  const [h, b, kind] = units;
  const code = isGlycated ? G : kind!.code;
  return [{ ...kind!, code, initial: true }, { ...h!, initial: true }, b!];
}

/** "25-OHD", 25-hydroxyvitamin D: the reading of OH as it is spoken, or null. */
function hydroxylReading({ surface, units }: ShortForm): readonly Unit[] | null {
  if (!surface.includes('OH') || !/[\d-]OH|OH\)|[a-z]OH$/.test(surface)) return null;
  const at = units.findIndex(({ code, upper }, index) => upper && code === O && units[index + 1]?.code === H);
  return at < 0 ? null : [...units.slice(0, at), units[at + 1]!, units[at]!, ...units.slice(at + 2)];
}

const O = 0x6f;
const H = 0x68;
const R = 0x72;

const MODIFIED = lettered`^[\p{Ll}][\p{Lu}]{2,}-[\p{Lu}]{2,}$`;

/** "qRT-PCR", real-time quantitative PCR: the reading with what modifies the last piece before that, or null. */
function modifiedReading({ surface, units }: ShortForm): readonly Unit[] | null {
  if (!surface.includes('-') || !MODIFIED.test(surface)) return null;
  const last = surface.indexOf('-');
  return [...units.slice(1, last), { ...units[0]!, upper: true, initial: true }, ...units.slice(last)];
}

const MODIFIED_BEHIND = lettered`^[\p{Lu}]{2,}-[\p{Ll}][\p{Lu}]{2,}$`;

/** "RT-qPCR", quantitative reverse transcription PCR: the reading with what modifies the last piece in front, or null. */
function modifiedInFront({ surface, units }: ShortForm): readonly Unit[] | null {
  if (!surface.includes('-') || !MODIFIED_BEHIND.test(surface)) return null;
  const at = surface.indexOf('-');
  const modifier = { ...units[at]!, upper: true, initial: true };
  return [modifier, ...units.slice(0, at), ...units.slice(at + 1)];
}

const SUBSET = /^[a-z]T[a-z]{2,4}s?$/;

/** "iTregs", induced regulatory T cells: the reading with the T behind, or null. */
function subsetReading({ surface, units }: ShortForm): readonly Unit[] | null {
  if (!SUBSET.test(surface)) return null;
  const [kind, t, ...others] = units;
  const ending = others.filter(unit => unit.kind === 'plural');
  return [kind!, ...others.filter(unit => unit.kind !== 'plural'), { ...t!, initial: true }, ...ending];
}

/** "CITE-seq", cellular indexing of …: sequencing may go without saying. */
const SEQUENCED = /^[a-z]{0,2}[A-Z]{3,}-seq$/;

/** "L-NAME" (NG-nitro-L-arginine …): a descriptor stands in front, and elsewhere in the name or nowhere. */
const DESCRIBED = /^[DL]-[A-Z]{3,}$/;

const COUNTED = lettered`^[2-5][\p{Lu}]|[\p{Lu}][2-5](?:[\p{Lu}]|$)`;
const MIN_REPEATED = 3;
const MAX_REPEATED = 5;

/** A digit beside a capital that counts it: W3C (World Wide Web Consortium), 3Rs; or null where there is none. */
function repeatedReading({ surface, units }: ShortForm): readonly Unit[] | null {
  const at = units.findIndex(({ kind }) => kind === 'digit');
  if (at < 0 || !COUNTED.test(surface)) return null;
  const times = units[at]!.code - 0x30;
  const counted = at === 0 ? 1 : at - 1;
  const letter = units[counted];
  if (times > MAX_REPEATED || letter?.kind !== 'letter') return null;
  const repeated = new Array<Unit>(times).fill({ ...letter, initial: true });
  const all = [
    ...units.slice(0, Math.min(at, counted)),
    ...repeated,
    ...units.slice(Math.max(at, counted) + 1),
  ];
  return all.length < MIN_REPEATED ? null : all;
}
