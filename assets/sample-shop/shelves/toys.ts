import { overlays } from '../overlays.ts';
import { framelessChannels, product, shows } from './shelf.ts';

export const toys = [
  product('teddy', 'Teddy bear', '泰迪熊', 2400),
  product('train', 'Pull-along train', '木制拖拉火车', 2800),
  product('blocks', 'Building blocks', '积木', 2600),
  product('car', 'Wooden car', '木制小汽车', 1700, [{ profile: 'p3', shows: [shows('colour-space')] }]),
  product('duck', 'Bath duck', '洗澡小黄鸭', 600, [{ orientation: 6, shows: [shows('orientation')] }]),
  product('rings', 'Stacking rings', '套圈塔', 2100, [{ size: [1600, 1600], quality: 8, shows: [shows('jpeg-artefacts')] }]),
  product('spinning-top', 'Spinning top', '陀螺', 900, [{ frame: { share: 0.03, colour: [168, 32, 40] }, shows: [shows('border', framelessChannels)] }]),
  product('matryoshka', 'Nesting doll', '套娃', 3000, [{ size: [1600, 1600], grain: 14, shows: [shows('noise')] }]),
  product('ball', 'Beach ball', '沙滩球', 1300, [{ overlay: overlays.noPicture, shows: [shows('placeholder')] }]),
];
