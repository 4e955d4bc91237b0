/** Plain text in LaTeX and XML. */

export function latexText(text: string): string {
  return text.replace(/[&%$#_{}]/g, '\\$&');
}

export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
