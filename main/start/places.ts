import path from 'node:path';
import { requireNode24 } from '../../setup/bundled-node.mjs';
import type { App } from 'electron';

/** Where the parts of this console lie; all absolute. */
export interface Places {
  /** what the merchant owns: database, pictures, backups */
  readonly data: string;
  readonly renderer: string;
  readonly modelWindow: string;
  readonly preload: string;
  readonly modelPreload: string;
  readonly engineEntry: string;
  readonly engineNode: string;
}

/** In a release the engine lies unpacked beside the archive, since plain Node cannot read one. */
export function findPlaces(app: App, env: NodeJS.ProcessEnv): Places {
  const root = app.getAppPath();
  const engineRoot = app.isPackaged ? `${root}.unpacked` : root;
  const node = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    data: env['VITRINE_DATA'] ? path.resolve(env['VITRINE_DATA']) : app.getPath('userData'),
    renderer: path.join(root, 'out', 'renderer'),
    modelWindow: path.join(root, 'out', 'model-window'),
    preload: path.join(root, 'out', 'preload', 'index.cjs'),
    modelPreload: path.join(root, 'out', 'preload', 'model-window.cjs'),
    engineEntry: path.join(engineRoot, 'main', 'engine', 'index.ts'),
    engineNode: app.isPackaged ? path.join(process.resourcesPath, node) : requireNode24(root),
  };
}
