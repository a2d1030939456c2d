export { analysePhoto, type AnalysisTools } from './analyse-photo.ts';
export type { ModelPreferences } from './messages.ts';
export { openPhotoWorkers, type PhotoWorkers, type PhotoWorkersOptions } from './photo-workers.ts';
export type { FixedFile, FixOrder, FixReport } from './fix-photo.ts';
