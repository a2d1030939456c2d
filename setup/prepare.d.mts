export interface Prepared {
  readonly electron: { readonly executable: string; readonly version: string; readonly source: string };
  /** what the console's process needs in its environment, the screen included */
  readonly env: NodeJS.ProcessEnv;
  readonly virtualScreen: boolean;
  /** of Chromium's command line: what this user and this screen need */
  readonly switches: string[];
  readonly close: () => void;
}
/** Makes everything ready that the console needs to run here: Electron, its shared libraries, a screen. */
export declare function prepare(root: string, options?: { readonly alwaysVirtual?: boolean }): Promise<Prepared>;
