export { watchingCommands } from './commands.ts';
export { FoldersPage } from './folders-page.tsx';
export { foldersPath } from './commands.ts';
export { useWatchFolder } from './use-watch-folder.ts';
export { WatchedFolders } from './watched-folders.tsx';
