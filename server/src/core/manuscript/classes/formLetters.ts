/** What a form is by its letters alone, in whatever text it stands. */
import type { Glossary, GlossaryEntry, MentionClass, StandardForm } from '../../types.ts';
import { knownName, knownNames } from './knownNames.ts';

/** nM-1, mL–1, 100μm: a unit with its exponent or its number. */
const UNIT = /^\d*(?!\d)(.*?)(?:[-–−]\d)?$/;
const WITH_NUMBER = /^\d|[-–−]\d$/;

function unitOf(form: string): MentionClass | undefined {
  if (!WITH_NUMBER.test(form)) return undefined;
  const unit = UNIT.exec(form)?.[1] ?? '';
  return unit !== form && knownNames.get(unit) === 'unit' ? 'unit' : undefined;
}

/** A form, and what the glossary and our lists of names know of its letters. */
export class FormLetters {
  readonly form: string;
  /** The form, folded. */
  readonly key: string;
  /** What the glossary has it stand for. */
  readonly senses: readonly GlossaryEntry[];
  /** Those of them that are abbreviations of the field, rather than names. */
  readonly inField: readonly GlossaryEntry[];
  /** Its class, where it is a name or a unit that needs no expansion. */
  readonly named: MentionClass | undefined;
  readonly standard: StandardForm | undefined;
  readonly glossary: Glossary;

  constructor(form: string, key: string, glossary: Glossary) {
    this.form = form;
    this.key = key;
    this.senses = glossary.senses(key);
    this.inField = this.senses.filter(entry => entry.class === 'abbreviation');
    this.named = knownName(form) ?? unitOf(form);
    this.standard = glossary.standard(form);
    this.glossary = glossary;
  }
}
