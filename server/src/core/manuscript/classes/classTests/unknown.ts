/** What a form is that neither the glossary nor the manuscript knows. */
import type { ClassTest } from '../policy.ts';
import { ofNeighbours } from './surroundings.ts';
import { ofUnknownGenes } from './unknownGenes.ts';
import { ofLabels, ofUnknownNames } from './unknownNames.ts';
import { ofUnknownShapes } from './unknownShapes.ts';

/** In their order; the last of them always decides. */
export const ofUnknown: readonly ClassTest[] = [
  ...ofLabels,
  ...ofNeighbours,
  ...ofUnknownGenes,
  ...ofUnknownNames,
  ...ofUnknownShapes,
];
