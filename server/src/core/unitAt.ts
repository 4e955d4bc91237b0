/**
 * The UTF-16 unit of a text at an offset; 0 outside of it, where `charCodeAt` gives NaN. An engine that met NaN once at a
 * place in the code makes a call there for ever after, at three times the price: what may look outside asks here.
 */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}
