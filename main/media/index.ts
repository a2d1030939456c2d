export { decodePhoto, type DecodedPhoto } from './decode.ts';
export { derivativeNames, derivativesOf, writeDerivatives } from './derivatives.ts';
export { photoError, systemPhotoError } from './photo-errors.ts';
export { maxFileBytes, readPhotoFile } from './read-file.ts';
export { resizePicture } from './resize.ts';
export { smallPicture } from './small-picture.ts';
export { extensionOf, isPictureName, sniffFormat } from './sniff.ts';
export { findPhotos, type FoundPhotos } from './walk.ts';
