import { allPacks, sourcesOf } from '../../app/photo-check/index.ts';

const hrefOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).href : null);
const pages: ReadonlySet<string | null> = new Set(allPacks.flatMap(sourcesOf).map(({ url }) => hrefOf(url)));

/**
 * True for the pages that the console's packs name as their sources. They alone open in the person's browser without
 * a question, so that a window gone wrong cannot carry anything out of the console in an address of its own making.
 */
export const isSourcePage = (address: string): boolean => URL.canParse(address) && pages.has(new URL(address).href);

export interface LinkWays {
  /** pages that packs of the shop name */
  readonly ownPages: () => Promise<readonly string[]>;
  /** shows the whole address to the person, who decides */
  readonly confirm: (address: string) => Promise<boolean>;
  readonly open: (address: string) => void;
}

/** Opens a page that the console's packs name; one that a pack of the shop names, when the person says yes; no other. */
export async function openSourcePage(address: string, { ownPages, confirm, open }: LinkWays): Promise<void> {
  if (isSourcePage(address)) return open(address);
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return;
  const known = (await ownPages()).some((page) => hrefOf(page) === hrefOf(address));
  if (known && (await confirm(address))) open(address);
}
