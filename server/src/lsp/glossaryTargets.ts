/** The glossary files that an entry may go to: of the manuscript's folders, then the writer's own. */
import { GLOSSARY_FOLDER, NO_LAYERS, nameOf, parentOf, resolvePath } from '../core/index.ts';
import type { GlossaryTarget } from './features/commandHost.ts';
import type { Places } from './places.ts';

/** Finds them for a document; for none (an empty URI), those of the first folder. Of each kind one at least, made if need be. */
export function createGlossaryTargets(
  places: Places,
  folders: () => readonly string[],
  home: string | null,
): (uri: string) => Promise<readonly GlossaryTarget[]> {
  return async uri => {
    const [folder] = folders();
    const at = uri !== '' ? uri : folder === undefined ? undefined : resolvePath(folder, 'manuscript.md');
    const { files } = at === undefined ? NO_LAYERS : (await places.place(at)).layers;
    const found = files
      .filter(({ knowledge, origin }) => knowledge === undefined && !origin.uri.includes('/node_modules/'))
      .map(({ origin }): GlossaryTarget => {
        const name = `${nameOf(parentOf(origin.uri))}/${nameOf(origin.uri)}`;
        return { ...origin, name, exists: true };
      });
    const near = found.filter(({ layer }) => layer !== 'user');
    const own = found.filter(({ layer }) => layer === 'user');
    return [
      ...(near.length > 0 ? near : fresh(at && places.newProjectFolder(at), 'workspace')),
      ...(own.length > 0 ? own : fresh(home, 'user')),
    ];
  };
}

/** The file that would be made in a folder on disk. */
function fresh(folder: string | null | undefined, layer: GlossaryTarget['layer']): readonly GlossaryTarget[] {
  if (!folder?.startsWith('file:')) return [];
  const name = `${GLOSSARY_FOLDER}/glossary.yaml`;
  const shown = layer === 'user' ? `~/${name}` : name;
  return [{ uri: resolvePath(folder, name), name: shown, layer, exists: false }];
}
