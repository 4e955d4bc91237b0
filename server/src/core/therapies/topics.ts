import type { Topic } from '../types.ts';

/** The topics of facts, in the order in which facts are given. */
export const topics: readonly Topic[] = [
  'mechanism',
  'manufacturing',
  'availability',
  'indication',
  'efficacy',
  'persistence',
  'safety',
  'limitation',
  'cost',
];
