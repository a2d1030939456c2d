/**
 * Folder for what can be made again: the fallback Electron, converted models.
 * Absolute; may not exist yet.
 */
export declare function cacheDir(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string;
