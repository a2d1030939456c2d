export interface Prepared {
  readonly electron: { readonly executable: string; readonly version: string; readonly source: string };
  /** what the console's process needs in its environment, the screen included */
  readonly env: NodeJS.ProcessEnv;
  readonly virtualScreen: boolean;
  /** `--no-sandbox` as root, else none */
  readonly sandboxSwitches: string[];
  readonly close: () => void;
}
/** Makes everything ready that the console needs to run here: Electron, its shared libraries, a screen. */
export declare function prepare(root: string, options?: { readonly alwaysVirtual?: boolean }): Promise<Prepared>;
