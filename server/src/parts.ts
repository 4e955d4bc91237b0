/**
 * What the command line and the language server load once they know what they have to do. They are built into one file, since
 * most of either is the core; each runs, and keeps compiled, its own half of it.
 */
export const commandLine = () => import('./cli/program.ts');
export const session = () => import('./lsp/nodeSession.ts');
/** The build packs the glossary with what will read it. */
export const packedGlossary = async () => (await import('./node/index.ts')).packedGlossary();
