import type { Topic } from '../types.ts';

/** Words by which a sentence speaks of a topic; none of them is at home in another one. */
export const topicWords: readonly (readonly [Topic, RegExp])[] = [
  ['cost', /\b(?:costs?|costly|expensive|affordable|price[sd]?|cheaper)\b/i],
  [
    'availability',
    /\b(?:off[- ]the[- ]shelf|ready[- ]made|readily available|accessib(?:le|ility)|availability)\b/i,
  ],
  ['manufacturing', /\b(?:manufactur\w{1,6}|leukapheres[ie]s|expanded ex vivo|ex vivo expansion)\b/i],
  [
    'safety',
    /\b(?:gvhd|graft[- ]versus[- ]host|crs|cytokine release|icans|neurotoxic\w{0,4}|toxicit(?:y|ies)|safe|safer|safety)\b/i,
  ],
  ['persistence', /\b(?:persist\w{0,5}|long[- ]lived|short[- ]lived)\b/i],
  ['efficacy', /\b(?:efficacy|remissions?|response rates?|overall survival)\b/i],
  ['indication', /\b(?:approved|licen[sc]ed|indicated) (?:for|by|in)\b/i],
  ['limitation', /\b(?:limitations?|limited by|hampered|drawbacks?|antigen escape)\b/i],
];
