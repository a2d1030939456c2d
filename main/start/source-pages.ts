import { allPacks } from '../../app/photo-check/index.ts';

const pages: ReadonlySet<string> = new Set(
  allPacks.flatMap(({ requirements, upcoming }) => [...requirements, ...upcoming.map(({ requirement }) => requirement)].map(({ source }) => new URL(source.url).href)),
);

/**
 * True for the pages that the channel packs name as their sources. They alone open in the person's browser, so that
 * a window gone wrong cannot carry anything out of the console in an address of its own making.
 */
export const isSourcePage = (address: string): boolean => URL.canParse(address) && pages.has(new URL(address).href);
