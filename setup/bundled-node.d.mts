/** The Node 24 that `npm ci` brought along below `root`; null where this platform has none. */
export declare function bundledNode(root: string, platform?: string, arch?: string): string | null;
/** The bundled Node, or the running one where it is new enough. Throws where neither can run the engine. */
export declare function requireNode24(root: string): string;
