/** Edits of the core as workspace edits, in the richest shape that the client understands. */
import type {
  AnnotatedTextEdit,
  TextEdit as LspTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../../core/index.ts';
import { lined } from '../linedText.ts';
import type { Query } from '../query.ts';

/** A file with the text that edits of it count in. */
export interface FileText {
  readonly uri: string;
  readonly text: string;
  /** The version of the open document that has this text; by default, that of the one that we follow. */
  readonly version?: number | null;
}

export interface EditOptions {
  /** Files that edits may be of, besides the manuscript's documents. */
  readonly beside?: readonly (FileText | undefined)[];
  /** A file that must be made first. */
  readonly creates?: string | undefined;
  /** What the edits do, where the writer should look at them before they are applied. */
  readonly review?: string;
}

const reviewId = 'review';

/** `undefined` where the client can't do it: making a file takes `documentChanges` with `create`. */
export function workspaceEdit(
  { view, positions, client, versionOf }: Query,
  edits: readonly TextEdit[],
  { beside = [], creates, review }: EditOptions = {},
): WorkspaceEdit | undefined {
  const texts = new Map(beside.flatMap(file => (file ? [[file.uri, file] as const] : [])));
  const annotated = review !== undefined && client.reviewsEdits;
  const byUri = new Map<string, (LspTextEdit | AnnotatedTextEdit)[]>();
  for (const { uri, start, end, newText } of edits) {
    const own = texts.get(uri);
    const content = own ? lined(own.text) : view.content(uri);
    if (!content) return undefined;
    const edit = { range: positions.range(content, { start, end }), newText };
    const all = byUri.get(uri) ?? [];
    all.push(annotated ? { ...edit, annotationId: reviewId } : edit);
    byUri.set(uri, all);
  }
  if (!client.editsDocuments) {
    return creates === undefined ? { changes: Object.fromEntries(byUri) } : undefined;
  }
  const changes = [...byUri].map(([uri, own]): TextDocumentEdit => {
    const version = texts.get(uri)?.version ?? versionOf(uri);
    return { textDocument: { uri, version }, edits: own };
  });
  if (annotated) {
    const changeAnnotations = { [reviewId]: { label: review, needsConfirmation: true } };
    return { documentChanges: changes, changeAnnotations };
  }
  if (creates === undefined) return { documentChanges: changes };
  if (!client.createsFiles) return undefined;
  return {
    documentChanges: [{ kind: 'create', uri: creates, options: { ignoreIfExists: true } }, ...changes],
  };
}
