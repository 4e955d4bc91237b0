/** Notebooks as an editor has them open, and what the command line finds in the same ones. */
import { NotebookCellKind } from 'vscode-languageserver';
import {
  configurationOf,
  manuscriptOf,
  profileInText,
  WITHOUT_PROJECT,
} from '../../server/src/core/index.ts';
import { service } from '../bundled.ts';

/** A cell as nbformat 4 has it; `languageId`: of code, as the editor has it. */
export interface Cell {
  readonly type: 'markdown' | 'code' | 'raw';
  readonly languageId?: string;
  readonly source: string;
}

const linesOf = (source: string): readonly string[] => source.split(/(?<=\n)/).filter(line => line !== '');

/** The file, as Jupyter writes it. */
export function fileOf(cells: readonly Cell[]): string {
  const own = cells.map(({ type, source }) => ({ cell_type: type, metadata: {}, source: linesOf(source) }));
  return `${JSON.stringify({ cells: own, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

/** What VS Code calls the kind and the language of a cell. */
export const kindOf = ({ type }: Cell): NotebookCellKind =>
  type === 'markdown' ? NotebookCellKind.Markup : NotebookCellKind.Code;
export const languageOf = ({ type, languageId = 'python' }: Cell): string =>
  type === 'code' ? languageId : type;

/** What the command line finds, each as `cell:start rule text`, sorted. */
export function foundInFile(cells: readonly Cell[]): readonly string[] {
  const text = fileOf(cells);
  const uri = 'file:///w/study.ipynb';
  const analysis = service.analyze({ uri, languageId: 'jupyter', version: 0, text });
  const own = service.within([analysis]);
  const configuration = configurationOf(WITHOUT_PROJECT.project, {}, profileInText([analysis])?.id);
  const manuscript = own.assemble([analysis], manuscriptOf([uri]).included, configuration.firstUse);
  const places = placesOf(text, cells);
  const decoded = (start: number, end: number): string => JSON.parse(`"${text.slice(start, end)}"`);
  // Between two lines stand quotes, a comma and blanks.
  const shown = (start: number, end: number): string =>
    JSON.parse(`"${text.slice(start, end).replace(/(?<=\\n)",\s*"/g, '')}"`);
  return own
    .lint(manuscript, configuration)
    .map(({ rule, start, end }) => {
      const { cell, ahead, place } = places.findLast(each => each.place <= start)!;
      return `${cell}:${ahead + decoded(place, start).length} ${rule} ${shown(start, end)}`;
    })
    .sort();
}

/** Where each line of each cell begins in the file, and how much of the cell stands ahead of it. */
function placesOf(text: string, cells: readonly Cell[]) {
  let at = 0;
  return cells.flatMap(({ source }, cell) => {
    at = text.indexOf('"source":', at) + '"source":'.length;
    let ahead = 0;
    return linesOf(source).map(line => {
      const written = JSON.stringify(line);
      const place = text.indexOf(written, at) + 1;
      at = place + written.length - 1;
      const found = { cell, ahead, place };
      ahead += line.length;
      return found;
    });
  });
}
