import { product, shows, whiteChannels } from './shelf.ts';

export const toys = [
  product('teddy', 'Teddy bear', '泰迪熊', 2400),
  product('train', 'Pull-along train', '木制拖拉火车', 2800),
  product('blocks', 'Building blocks', '积木', 2600),
  product('car', 'Wooden car', '木制小汽车', 1700),
  product('duck', 'Bath duck', '洗澡小黄鸭', 600, [{ format: 'gif', size: [1400, 1400], shows: [shows('wrong-format', ['walmart'])] }]),
  product('rings', 'Stacking rings', '套圈塔', 2100, [{ format: 'avif', size: [1600, 1600], shows: [shows('wrong-format', ['amazon-main', 'google-merchant', 'walmart'])] }]),
  product('spinning-top', 'Spinning top', '陀螺', 900, [{ ground: { kind: 'plain', colour: [176, 196, 206] }, shows: [shows('background-not-white', whiteChannels)] }]),
  product('matryoshka', 'Nesting doll', '套娃', 3000, [{ blur: 9, shows: [shows('blurry')] }]),
  product('ball', 'Beach ball', '沙滩球', 1300, [{ fill: 0.95, centre: [0.3, 0.55], shows: [shows('cropped', ['amazon-main', 'google-merchant', 'walmart'])] }]),
];
