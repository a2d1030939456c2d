import { builtInChannelIds, type ChannelId, type RuleId } from '../../../app/photo-check/types.ts';
import type { GoodsId } from '../goods/index.ts';
import type { PictureSpec, Product, Shown } from '../picture.ts';

/** Channels that ask for a white main picture. */
export const whiteChannels: readonly ChannelId[] = ['amazon-main', 'walmart', 'tmall', 'jd'];
/** Channels that ask for a square. */
export const squareChannels: readonly ChannelId[] = ['walmart', 'tmall', 'pdd'];

/** Channels that ask for a picture without a frame. */
export const framelessChannels: readonly ChannelId[] = ['amazon-main', 'google-merchant', 'walmart', 'ebay', 'tmall', 'jd', 'pdd'];

/** A rule and the channels it is expected to speak in; all of them where none is named. */
export const shows = (rule: RuleId, channels: readonly ChannelId[] = builtInChannelIds): Shown => ({ rule, channels });

type PictureOf = Omit<PictureSpec, 'name' | 'goods' | 'shows'> & { readonly name?: string; readonly shows?: readonly Shown[] };

/** A product that stands in the studio under its own id; `pictures` default to one as it should be. */
export function product(id: GoodsId, en: string, chinese: string, amount: number, pictures: readonly PictureOf[] = [{}]): Product {
  return {
    id,
    name: { en, 'zh-CN': chinese },
    price: { amount, currency: 'GBP' },
    pictures: pictures.map((picture) => ({ name: id, goods: id, shows: [], ...picture })),
  };
}
