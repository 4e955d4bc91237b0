/** What needs Node itself: files. Server and command line share it. */
export { packedGlossary, readBundledGlossary } from './bundledGlossary.ts';
export {
  BYTE_ORDER_MARK,
  blockingNodeFiles,
  decode,
  homeFolder,
  nodeFiles,
  pathOf,
  uriOf,
} from './files.ts';
export { readGlossaryFiles, rulePages } from './glossaryFiles.ts';
export { createLayerStore, layerStore } from './layerStore.ts';
export { optimizeFor } from './optimizing.ts';
export { writeProblem } from './writeProblem.ts';
export { replaceFile, writeWhole } from './writing.ts';
