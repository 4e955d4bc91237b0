import type { SourceDocument, Text } from './types.ts';

/** The text of a document, for whoever needs no more than stretches of it: all of it may have to be joined first. */
export function textOf(document: SourceDocument): Text {
  return document.pieces ?? document.text;
}
