export { suggestFolders } from './suggest.ts';
export { createWatching, type Watching } from './watching.ts';
