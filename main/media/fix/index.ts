export { encodeWithin, type Encoded, type EncodedJpeg } from './encode-jpeg.ts';
export { cutOutPng, framePicture, groundColour, scalePicture } from './frame-picture.ts';
export { readProvenance, xmpOfSource, type Provenance } from './provenance.ts';
