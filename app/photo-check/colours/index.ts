export { declaredRegions } from './declared.ts';
export { distanceTo, matchColours, nameOfColour, type ColourMatch, type ProductColour } from './match.ts';
export { colourWords, type Region } from './words.ts';
