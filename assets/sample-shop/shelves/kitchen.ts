import { overlays } from '../overlays.ts';
import { product, shows, whiteChannels } from './shelf.ts';

export const kitchen = [
  product('blue-mug', 'Stoneware mug, blue', '粗陶马克杯 蓝色', 1200),
  product('bowl', 'Noodle bowl', '面碗', 1500, [
    { fill: 0.42, centre: [0.28, 0.55], beside: [{ goods: 'duck', fill: 0.36, centre: [0.74, 0.52] }], shows: [shows('several-products', ['amazon-main'])] },
  ]),
  product('kettle', 'Enamel kettle, 1.8 l', '珐琅水壶 1.8升', 4800, [{ enlarged: 2.5, shows: [shows('low-resolution-upscaled')] }]),
  product('rust-mug', 'Stoneware mug, rust', '粗陶马克杯 赭色', 1200, [{ fill: 0.34, shows: [shows('fill-too-small', ['amazon-main', 'google-merchant'])] }]),
  product('plate', 'Dinner plate, green rim', '绿边餐盘', 1400, [{ fill: 1.15, centre: [0.34, 0.6], shows: [shows('cropped', ['amazon-main', 'google-merchant', 'walmart'])] }]),
  product('honey-jar', 'Storage jar, amber glaze', '琥珀釉储物罐', 1800, [{ ground: { kind: 'shadow' }, shows: [shows('background-not-white', ['amazon-main', 'walmart'])] }]),
  product('bottle', 'Steel bottle, 500 ml', '不锈钢水杯 500毫升', 2400, [{ format: 'webp', size: [1800, 1800], shows: [shows('wrong-format', ['amazon-main', 'walmart'])] }]),
  product('cutting-board', 'Oak cutting board', '橡木砧板', 2900, [
    { size: [480, 480], shows: [shows('too-small', ['amazon-main', 'google-merchant', 'walmart', 'ebay', 'etsy', 'tmall', 'jd', 'pdd'])] },
  ]),
  product('soap-dispenser', 'Soap dispenser', '皂液器', 1900, [
    { overlay: overlays.sale, centre: [0.68, 0.51], shows: [shows('text-overlay', ['amazon-main', 'google-merchant', 'walmart', 'ebay', 'tmall'])] },
  ]),
  product('towels', 'Cotton towels, set of three', '纯棉毛巾三条装', 3200, [{ exposure: 19, ground: { kind: 'plain', colour: [198, 206, 212] }, shows: [shows('too-bright')] }]),
  product('slate-vase', 'Slate vase', '灰岩花瓶', 3600, [
    { light: [0.84, 0.93, 1], shows: [shows('colour-cast')] },
    {
      name: 'slate-vase-before-and-after',
      ground: { kind: 'halves', left: '#d9d2c7', right: '#8fa3ad' },
      fill: 0.42,
      centre: [0.25, 0.5],
      beside: [{ goods: 'clay-vase', fill: 0.44, centre: [0.75, 0.5] }],
      shows: [shows('background-not-white', whiteChannels), shows('collage', ['amazon-main', 'google-merchant', 'walmart', 'tmall', 'jd'])],
    },
  ]),
];
