import { overlays } from '../overlays.ts';
import { product, shows, squareChannels, whiteChannels } from './shelf.ts';

export const tea = [
  product('teapot', 'Red clay teapot, 350 ml', '紫砂茶壶 350毫升', 4200),
  product('gaiwan', 'Celadon gaiwan', '青瓷盖碗', 2600),
  product('black-tea-box', 'Black tea, 20 bags', '红茶 20包', 550),
  product('dragon-well-tin', 'Dragon Well green tea, 100 g', '龙井绿茶 100克', 1450, [
    { overlay: overlays.watermark, shows: [shows('watermark')] },
  ]),
  product('jasmine-tin', 'Jasmine tea, 100 g', '茉莉花茶 100克', 1250, [
    { ground: { kind: 'plain', colour: [250, 250, 250] }, shows: [shows('background-not-white', whiteChannels)] },
  ]),
  product('green-tea-pouch', 'Everyday green tea, 250 g', '日常绿茶 250克', 890, [
    { overlay: overlays.psoriasis, fill: 0.62, centre: [0.5, 0.45], shows: [shows('text-overlay', ['amazon-main', 'google-merchant', 'walmart', 'ebay', 'tmall']), shows('clutter', ['tmall', 'jd', 'pdd'])] },
  ]),
  product('whisk', 'Bamboo matcha whisk', '竹制茶筅', 1100, [{ blur: 14, shows: [shows('blurry')] }]),
  product('scoop', 'Walnut tea scoop', '胡桃木茶勺', 750, [{ size: [3000, 2200], shows: [shows('wrong-aspect', squareChannels)] }]),
  product('tray', 'Serving tray', '木质茶盘', 3400, [{ exposure: 0.06, shows: [shows('too-dark')] }]),
  product('caddy', 'Porcelain tea caddy', '瓷茶叶罐', 2200, [
    { format: 'png', extension: 'jpg', size: [1200, 1200], shows: [shows('extension-mismatch', ['google-merchant'])] },
  ]),
];
