export * from './types.ts';
export * from './slots.ts';
export { FieldId, fieldIds, Mapping, sharedFields } from './import/fields.ts';
export { findHeader, guessMapping, headerScore, signatureOf, type FoundHeader } from './import/headings.ts';
export { delimiters, guessDelimiter, type Delimiter } from './import/delimiter.ts';
export { keepsRowOut, RowProblem, rowProblemCodes, RowProblemCode, sheetErrorCodes, type SheetErrorCode } from './import/problems.ts';
export { productReader, type ReadProducts } from './import/read-products.ts';
export type { SheetRow } from './import/row-cells.ts';
export { fileIndex, resolvePictures, type FileIndex } from './import/find-pictures.ts';
