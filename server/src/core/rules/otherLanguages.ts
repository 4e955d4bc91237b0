/** Whether a place stands in a text of another language: of some, "a" is no article, and a translated abstract has its own words. */
import type { Span, Text } from '../types.ts';

const WORDS_OF_OTHERS =
  /\b(?:além|ao|aos|che|com|como|con|da|dans|das|del|della|des|dos|el|em|entre|est|foi|gli|il|la|las|les|los|mais|nas|nel|não|nos|onde|os|para|pela|pelo|per|por|que|según|sono|su|sur|um|uma|un|una|y)\b/g;
/** "de la Cruz et al. in El País": so many different ones stand in no English sentence. */
const FEWEST = 3;

/** How far (in UTF-16 units) around a place its language is told. */
const LOOK = 100;

/** Whether `text[start, end)` stands among Spanish, Portuguese, Italian or French: by the small words around it. */
export function isInOtherLanguage(text: Pick<Text, 'slice'>, { start, end }: Span): boolean {
  return new Set(text.slice(Math.max(0, start - LOOK), end + LOOK).match(WORDS_OF_OTHERS)).size >= FEWEST;
}
