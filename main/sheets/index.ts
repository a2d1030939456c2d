export { encodings, type Encoding } from './encoding.ts';
export { openSheet, type Sheet, type SheetChoices } from './open-sheet.ts';
export type { SheetError } from './sheet-error.ts';
export { listPictures } from './list-pictures.ts';
export { readProducts, type SheetProducts } from './read-products.ts';
