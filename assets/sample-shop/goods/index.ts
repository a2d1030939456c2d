import { cloth, clay, glaze, lacquer, plastic, plush, rubber, steel, stoneware, wood } from '../studio/material.ts';
import type { Scene } from '../studio/photograph.ts';
import * as clothes from './clothes.ts';
import * as home from './home.ts';
import { wornShirt } from './model.ts';
import * as tea from './tea.ts';
import * as toys from './toys.ts';
import * as vessels from './vessels.ts';

/** A paper label, three wide and two high. */
const label = (word: string, ink: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#efe6d2"/><rect x="24" y="24" width="552" height="352" fill="none" stroke="${ink}" stroke-width="5"/><text x="300" y="235" font-size="96" text-anchor="middle" fill="${ink}" font-family="Noto Sans CJK SC, Noto Sans, sans-serif">${word}</text></svg>`;

/** Every thing the shop sells, set up for its picture. */
export const goods = {
  'dragon-well-tin': () => tea.teaTin('#1f5242', '#ead9aa', 'Dragon Well', '龙井'),
  'jasmine-tin': () => tea.teaTin('#8c3a46', '#f2dfc0', 'Jasmine', '茉莉'),
  'black-tea-box': () => tea.teaBox('#8a3329', '#f2dfb0', 'Black tea', '红茶'),
  'green-tea-pouch': () => tea.pouch('#66783f', '#3c4722', 'Green tea', '绿茶'),
  teapot: () => vessels.teapot(clay([140, 72, 52]), clay([140, 72, 52])),
  gaiwan: () => vessels.gaiwan(glaze([138, 182, 162]), glaze([138, 182, 162])),
  whisk: () => tea.whisk(),
  scoop: () => tea.scoop(),
  tray: () => tea.tray(),
  caddy: () => vessels.jar(glaze([36, 66, 104]), wood([150, 100, 60]), label('TEA', '#24304a')),
  'blue-mug': () => vessels.mug(stoneware([92, 128, 146])),
  'rust-mug': () => vessels.mug(stoneware([178, 92, 62]), 1.6),
  bowl: () => vessels.bowl(glaze([40, 66, 104]), stoneware([206, 194, 170])),
  plate: () => vessels.plate(glaze([214, 198, 168]), glaze([88, 128, 110])),
  'clay-vase': () => vessels.vase([[0.3, 2.6], [0.26, 2.3], [0.3, 2], [0.8, 1.3], [0.85, 0.8], [0.5, 0.1], [0.45, 0]], clay([190, 104, 70])),
  'slate-vase': () => vessels.vase([[0.52, 2.2], [0.44, 2.05], [0.42, 1.85], [0.72, 1.4], [0.9, 0.9], [0.74, 0.25], [0.56, 0.03], [0.5, 0]], stoneware([88, 98, 112])),
  'honey-jar': () => ({ ...vessels.jar(glaze([206, 150, 62]), wood([150, 100, 60]), label('OATS', '#5a3418')), view: { elevation: 34 } }),
  bottle: () => vessels.bottle(steel([96, 140, 152]), plastic([40, 44, 46]), label('500 ml', '#24404a')),
  'soap-dispenser': () => vessels.dispenser(glaze([106, 64, 36]), label('SOAP', '#5a3418')),
  planter: () => vessels.planter(clay([196, 104, 72]), rubber([66, 126, 74])),
  lamp: () => home.tableLamp(glaze([58, 112, 124]), cloth([218, 190, 140])),
  candle: () => home.candle(label('FIG', '#5a3418')),
  'cutting-board': () => home.cuttingBoard(),
  basket: () => home.basket(),
  cushion: () => home.cushion(home.linen('#c9a878', '#7a4a34')),
  clock: () => home.wallClock(),
  kettle: () => home.kettle(lacquer([200, 74, 56])),
  towels: () => home.foldedTowels([plush([86, 128, 150], 200), plush([216, 180, 128], 200), plush([176, 88, 78], 200)]),
  'sun-shirt': () => clothes.tShirt([66, 108, 150], clothes.sunPrint('#f2c14e')),
  'striped-shirt': () => wornShirt([206, 186, 150], [47, 74, 94]),
  jumper: () => clothes.jumper([178, 74, 62]),
  socks: () => clothes.socks([86, 116, 96], [206, 172, 108]),
  tote: () => clothes.tote([216, 190, 140], clothes.leafPrint('#2f5d46')),
  scarf: () => clothes.scarf([58, 82, 126], [222, 188, 124]),
  beanie: () => clothes.beanie([206, 152, 62], [226, 208, 184]),
  cap: () => clothes.cap([56, 92, 80]),
  teddy: () => toys.teddy(plush([180, 126, 80]), plush([222, 186, 140])),
  duck: () => toys.duck(),
  rings: () => toys.stackingRings(),
  blocks: () => toys.blocks(),
  'spinning-top': () => toys.spinningTop(),
  car: () => toys.car([204, 62, 50]),
  matryoshka: () => toys.matryoshka(),
  ball: () => toys.ball(),
  train: () => toys.pullTrain(),
} satisfies Record<string, () => Scene>;

export type GoodsId = keyof typeof goods;
