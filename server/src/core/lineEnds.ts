/** The line end that a text goes by: Windows' where it has any. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** `content` with the line ends of the text that it goes into: Windows ones where that has any. */
export function withLineEnds(text: string, content: string): string {
  return content.includes('\n') && text.includes('\r\n') ? content.replaceAll(/\r?\n/g, '\r\n') : content;
}
