import { product, shows, whiteChannels } from './shelf.ts';

export const home = [
  product('clay-vase', 'Terracotta vase', '陶土花瓶', 3100),
  product('lamp', 'Table lamp', '台灯', 6900),
  product('basket', 'Woven basket', '编织收纳篮', 2700),
  product('planter', 'Succulent in a clay pot', '陶盆多肉植物', 1600, [{ ground: { kind: 'table' }, fill: 0.7, centre: [0.5, 0.48], shows: [shows('background-not-white', whiteChannels)] }]),
  product('candle', 'Fig candle', '无花果香薰蜡烛', 2100, [{ fill: 0.975, shows: [shows('fill-too-large', ['google-merchant'])] }]),
  product('cushion', 'Striped cushion', '条纹靠垫', 2500, [{ quality: 100, shows: [shows('file-too-big', ['etsy', 'jd', 'pdd'])] }]),
  product('clock', 'Wall clock', '挂钟', 3900, [{ size: [5100, 5100], quality: 70, shows: [shows('too-large', ['shopify'])] }]),
];
