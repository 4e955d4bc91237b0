/** The tests by which a form is classified. Their order is the policy. */
import type { ClassTest } from '../policy.ts';
import { ofField, ofOthers, ofOtherThings } from './field.ts';
import { ofGenes, ofMolecules } from './molecules.ts';
import { ofNames } from './names.ts';
import { ofUnknown } from './unknown.ts';

/** All of them, in their order. The last always decides. */
export const classTests: readonly ClassTest[] = [
  ...ofNames,
  ...ofMolecules,
  ...ofOtherThings,
  ...ofGenes,
  ...ofField,
  ...ofOthers,
  ...ofUnknown,
];
