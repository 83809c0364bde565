import { homedir } from 'node:os';
import path from 'node:path';

/** Where this user's caches are kept on this system. The launcher keeps V8's code cache in the same place. */
export function cacheFolder(): string {
  const { env, platform } = process;
  const home = homedir();
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'courtesy');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'courtesy');
  const xdg = env.XDG_CACHE_HOME;
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), 'courtesy');
}
