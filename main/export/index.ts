export { copyInto, exportNames } from './copies.ts';
export { newFolder } from './new-folder.ts';
export { pictureAddress, reportChannels } from './report-photos.ts';
export { reportWords, type ReportLanguage } from './words.ts';
