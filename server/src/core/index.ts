/** The core's only public door. */

export {
  type AcceptedFinding,
  accepted,
  type Baseline,
  NO_BASELINE,
  type Sifted,
  sift,
} from './baseline/baseline.ts';
export type { BaselineProblem } from './baseline/file.ts';
export { staleEntries } from './baseline/stale.ts';
export { type Bibliography, citeFrom } from './citations/referenceEdit.ts';
export {
  abbreviationList,
  type ListFormat,
  listWriters,
} from './features/abbreviationList.ts';
export { type Action, actionsAt, type ProjectText } from './features/codeActions.ts';
export { type CompletionItem, type CompletionList, complete } from './features/completion.ts';
export { createFeatureContext, type FeatureContext } from './features/context.ts';
export { type DefinitionAnswer, definitionsAt } from './features/definition.ts';
export {
  comparison,
  comparisonMarkdown,
  factNotes,
  facts,
  factsMarkdown,
  insertableFacts,
  type TherapyComparison,
  type TherapyReport,
} from './features/facts.ts';
export { applyEdits, type Choice, type Fixed, fixAll, safeFix } from './features/fixAll.ts';
export { type GlossaryTerm, termAt, unknownTerm } from './features/glossaryTerm.ts';
export { type Hover, hover } from './features/hover.ts';
export {
  citation,
  citedIn,
  comparisonTable,
  type Destination,
  definitionText,
  factSentence,
  insertedText,
} from './features/insertion.ts';
export { type LookupResult, lookUpEntries, lookup } from './features/lookup.ts';
export { type HoverOptions, linkedCommands } from './features/markdown.ts';
export { type ProfileChanges, profileChanges, profileChangesMarkdown } from './features/profileChanges.ts';
export { type Renameable, rename, renameableAt } from './features/rename.ts';
export { repairFirstUses } from './features/repair.ts';
export { silences } from './features/silence.ts';
export { type TriageRow, triage } from './features/triage.ts';
export { type ListUpdate, newListIn, newListStyles, updateList } from './features/updateList.ts';
export {
  bundledEntries,
  createBundledGlossary,
  entryFiles,
  type GlossaryFiles,
} from './glossary/bundled.ts';
export type { ImportedRow } from './glossary/imports/importedRow.ts';
export { type Imported, importedRows } from './glossary/imports/index.ts';
export { createGlossary, type GlossaryContent } from './glossary/index.ts';
export { addToLayer, type Conflict, type LayerAddition } from './glossary/layerEdit.ts';
export { GLOSSARY_ENDINGS } from './glossary/layerFile.ts';
export type { PackedLayer } from './glossary/layerPack.ts';
export type { LayerRow } from './glossary/layerRow.ts';
export type { LayerProblem } from './glossary/layerRows.ts';
export { pack } from './glossary/pack.ts';
export { createSearch, type GlossarySearch, type SearchHit } from './glossary/search.ts';
export { lazily } from './lazily.ts';
export { type ListStyle, listStyles } from './list/styles.ts';
export {
  addressOf,
  fileUri,
  nameOf,
  normalizeUri,
  parentOf,
  pathWithin,
  resolvePath,
} from './project/addresses.ts';
export {
  acceptedIn,
  BASELINE_NAME,
  baselineOf,
  createBaselineFinder,
  idleEntries,
  type LoadedBaseline,
  pathInProject,
  renewedBaseline,
  WITHOUT_BASELINE,
} from './project/baselines.ts';
export { findBibliographies } from './project/bibliography.ts';
export { configurationOf, type PersonalSettings, profileNamed, profilesOf } from './project/configuration.ts';
export { createManuscriptDetector, type ManuscriptDetector } from './project/detect.ts';
export { createProjectFinder, type LoadedProject, loadProject, WITHOUT_PROJECT } from './project/discover.ts';
export { fileFindings, fileRules } from './project/fileFindings.ts';
export type { FileContent, FileProblem, Files, FolderEntry } from './project/files.ts';
export {
  createGlossaryLayers,
  GLOSSARY_FOLDER,
  type GlossaryLayers,
  type LayerStack,
  NO_LAYERS,
  unresolvedNames,
  withLayers,
} from './project/glossaryLayers.ts';
export { addIgnore, type ProjectEdit, removeIgnore } from './project/ignoreList.ts';
export { type ManuscriptSources, sectionWithin, withInclusions } from './project/inclusions.ts';
export { knownNames } from './project/knownNames.ts';
export type { LayerFile, LayerStore } from './project/layerReading.ts';
export {
  declaredManuscripts,
  type ManuscriptFiles,
  type ManuscriptProblem,
  manuscriptOf,
} from './project/manuscripts.ts';
export { parseProject } from './project/parseProject.ts';
export { type ChosenProfile, profileInText, setProfile, withProfile } from './project/profileChoice.ts';
export { profiles } from './project/profiles.ts';
export {
  type KnownNames,
  NO_PROJECT,
  PROJECT_FILE_NAME,
  type Project,
  type ProjectProblem,
} from './project/project.ts';
export {
  expandGlob,
  hasKnownEnding,
  isGlob,
  languageOfFile,
  manuscriptFilter,
  walk,
} from './project/selection.ts';
export { filesOfProject, unusedIgnores } from './project/unusedIgnores.ts';
export { isProfileFile, type ProfileFile, readProfiles } from './project/workspaceProfiles.ts';
export { formatOf, formats } from './prose/formats.ts';
export { CellLanguages } from './prose/notebook/cellFormats.ts';
export { sameTerms } from './prose/terms.ts';
export { rules } from './rules/index.ts';
export { createService, type Service } from './service.ts';
export { finished, type Steps } from './steps.ts';
export type { ComparedTopic, StatedFact } from './therapies/facts.ts';
export { referenceLine, shortReference } from './therapies/references.ts';
export type * from './types.ts';
export { Fill } from './types.ts';
