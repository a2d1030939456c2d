export { csvCell, csvLine, csvTable, byteOrderMark } from './csv.ts';
export { reportFoot, reportHead, reportPhoto } from './html.ts';
export { addToTally, emptyTally, gatherFindings, sumOf, type ReportInfo, type ReportPhoto, type Tally } from './model.ts';
