export interface ElectronRuntime {
  readonly executable: string;
  readonly dist: string;
  readonly version: string;
  readonly source: 'override' | 'npm' | 'fallback';
}
/** Finds the Electron to run, fetching it the first time. Throws with what to do where none can be had. */
export declare function resolveElectron(root: string, env?: NodeJS.ProcessEnv): Promise<ElectronRuntime>;
