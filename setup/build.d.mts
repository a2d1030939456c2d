/** Builds the Electron process, the preloads and the pages into out/, unless nothing they are made of has changed. */
export declare function buildAll(root: string): Promise<void>;
