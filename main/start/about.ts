import type { App } from 'electron';
import type { OutputOf } from '../../app/contract/index.ts';

/** What runs here. The scripts that start Electron say where they took it from; a release carries npm's. */
export function describeRuntime(app: App, engineNode: string, env: NodeJS.ProcessEnv): OutputOf<'system.about'> {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    electronSource: env['VITRINE_ELECTRON_SOURCE'] ?? 'npm',
    chromium: process.versions.chrome,
    node: process.versions.node,
    engineNode,
    platform: `${process.platform}-${process.arch}`,
    locale: app.getLocale(),
  };
}
