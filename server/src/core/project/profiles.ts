/** The journal profiles that ship: data of `glossary/profiles/`, which a schema and a test watch over. */
import blood from '../../../../glossary/profiles/blood.json';
import bmc from '../../../../glossary/profiles/bmc.json';
import byDefault from '../../../../glossary/profiles/default.json';
import jImmunol from '../../../../glossary/profiles/j-immunol.json';
import plos from '../../../../glossary/profiles/plos.json';
import thesis from '../../../../glossary/profiles/thesis.json';
import type { Profile } from '../types.ts';

/** By id, `default` first. */
export const profiles: ReadonlyMap<string, Profile> = new Map(
  ([byDefault, blood, bmc, jImmunol, plos, thesis] as readonly Profile[]).map(profile => [
    profile.id,
    profile,
  ]),
);
