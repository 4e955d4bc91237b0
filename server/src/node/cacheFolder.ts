/** Where we keep what can be made anew at any time: a folder of the user's own, never one of a workspace. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Our cache folder, which needn't be there: below `XDG_CACHE_HOME` (freedesktop.org, "XDG Base Directory Specification"), else
 * below the folder that the system has for it. `null` where it has none: a relative path would lead into a workspace; and
 * where the user wants none: `NODE_DISABLE_COMPILE_CACHE` is how Node's own cache is turned off.
 */
export function cacheFolder({
  env,
  platform,
}: Pick<NodeJS.Process, 'env' | 'platform'> = process): string | null {
  if (env.NODE_DISABLE_COMPILE_CACHE !== undefined) return null;
  const home = homedir();
  const usual = {
    win32: env.LOCALAPPDATA,
    darwin: join(home, 'Library', 'Caches'),
  };
  const parents = [env.XDG_CACHE_HOME, usual[platform as keyof typeof usual], join(home, '.cache')];
  const parent = parents.find(path => path !== undefined && isAbsolute(path));
  return parent === undefined ? null : join(parent, 'immunogloss');
}
