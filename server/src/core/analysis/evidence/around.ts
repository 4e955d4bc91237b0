import { ofAliases } from './aliases.ts';
import { ofExplanations } from './explanations.ts';
import { ofNames } from './names.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { ofPeople } from './people.ts';
import { ofReagents } from './reagents.ts';
import { ofSigns } from './signs.ts';
import { ofSoftware } from './software.ts';
import { ofWords } from './words.ts';

/** The evidence that the surroundings of `text[start, end)` give: bits of `Evidence`. Bounded work for each token. */
export function evidenceAround(text: string, start: number, end: number): number {
  const around = new Neighbourhood(text, start, end);
  return (
    ofWords(around) |
    ofNames(around) |
    ofAliases(around) |
    ofPeople(around) |
    ofReagents(around) |
    ofSoftware(around) |
    ofExplanations(around) |
    ofSigns(around)
  );
}
