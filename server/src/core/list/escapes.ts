/** Plain text in LaTeX and XML. */

/** Text as LaTeX prints it. */
export function latexText(text: string): string {
  return text.replace(/[&%$#_{}]/g, '\\$&');
}

/** Text as XML shows it. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
