// The command table comes first: the shell builds its own table from it while it is still loading this page.
export { photoCommands } from './commands/photo-commands.ts';
export { learningCommands } from './learning/learning-commands.ts';
export { LearningPage } from './learning/learning-page.tsx';
export { PhotosPage } from './page/photos-page.tsx';
// First run takes photos in as well.
export { DropOverlay } from './add/drop-overlay.tsx';
export { mediaUrl } from './logic/media-url.ts';
export { useImport } from './add/use-import.ts';
// Photos come in from anywhere in the console.
export { useImportNews } from './add/use-import-news.ts';
export { useExportNews } from './export/use-export-news.tsx';
