import { cloth, knit, plush, rubber, type Colour, type Material } from '../studio/material.ts';
import { ellipsoid, lathe, smooth } from '../studio/shapes.ts';
import type { Piece } from '../studio/lay-flat.ts';
import type { Scene } from '../studio/photograph.ts';

/** Every garment lies on a square of 1000 units and reaches close to its edges. */
const size = 1000;

const darker = ([r, g, b]: Colour, by = 0.78): Colour => [Math.round(r * by), Math.round(g * by), Math.round(b * by)];

export function tShirt(colour: Colour, print?: string): Scene {
  const material: Material = print
    ? { ...cloth(colour, 260), art: `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="1000" height="1000" fill="rgb(${colour.join(',')})"/>${print}</svg>` }
    : cloth(colour, 260);
  const pieces: Piece[] = [
    { path: 'M395 60Q500 120 605 60L600 130Q500 190 400 130Z', material: cloth(darker(colour, 0.6), 260), puff: 8 },
    { path: 'M245 130L20 330Q12 345 25 360L140 470Q155 480 170 465L300 330Z', material, puff: 14, folds: ['M250 180Q230 280 210 400', 'M180 240Q190 320 160 400'] },
    { path: 'M755 130L980 330Q988 345 975 360L860 470Q845 480 830 465L700 330Z', material, puff: 14, folds: ['M750 180Q770 280 790 400', 'M820 240Q810 320 840 400'] },
    {
      path: 'M385 62Q300 85 240 135Q262 250 262 330L250 930Q250 950 270 952Q500 972 730 952Q750 950 750 930L738 330Q738 250 760 135Q700 85 615 62Q590 165 500 168Q410 165 385 62Z',
      material, puff: 16,
      folds: ['M300 300Q380 480 330 760', 'M700 290Q640 450 690 740', 'M420 260Q470 420 440 560', 'M560 620Q600 760 570 900', 'M390 880Q470 800 480 700'],
    },
    { path: 'M383 60Q405 178 500 182Q595 178 617 60L596 56Q580 155 500 158Q420 155 404 56Z', material: knit(darker(colour, 0.92), 240, 120), puff: 6 },
  ];
  return { size, pieces };
}

export function jumper(colour: Colour): Scene {
  const wool = knit(colour, 90, 110);
  const rib = knit(darker(colour, 0.88), 150, 30);
  const pieces: Piece[] = [
    { path: 'M390 70Q500 40 610 70L600 130Q500 160 400 130Z', material: knit(darker(colour, 0.55), 150, 30), puff: 10 },
    { path: 'M250 140Q190 170 165 260L60 800Q58 818 75 822L185 850Q200 852 205 838L320 480Z', material: wool, puff: 24, folds: ['M240 300Q200 420 190 560', 'M220 480Q170 600 160 720'] },
    { path: 'M750 140Q810 170 835 260L940 800Q942 818 925 822L815 850Q800 852 795 838L680 480Z', material: wool, puff: 24, folds: ['M760 300Q800 420 810 560', 'M780 480Q830 600 840 720'] },
    { path: 'M58 790L206 830L190 905Q186 918 172 915L52 885Q40 880 42 868Z', material: rib, puff: 14 },
    { path: 'M942 790L794 830L810 905Q814 918 828 915L948 885Q960 880 958 868Z', material: rib, puff: 14 },
    {
      path: 'M390 72Q300 95 245 142Q270 260 268 380L258 880L742 880L732 380Q730 260 755 142Q700 95 610 72Q570 140 500 142Q430 140 390 72Z',
      material: wool, puff: 26, folds: ['M300 420Q370 560 330 780', 'M700 420Q650 600 680 760', 'M450 300Q480 480 440 640', 'M570 520Q600 640 560 820'],
    },
    { path: 'M256 866L744 866L738 945Q736 958 722 958L278 958Q264 958 262 945Z', material: rib, puff: 14 },
    { path: 'M386 66Q420 158 500 160Q580 158 614 66Q600 44 585 50Q560 116 500 118Q440 116 415 50Q400 44 386 66Z', material: rib, puff: 12 },
  ];
  return { size, pieces };
}

export function socks(colour: Colour, toe: Colour): Scene {
  const wool = knit(colour, 120, 140);
  const tip = knit(toe, 120, 140);
  const sock = (dx: number, dy: number): Piece[] => {
    const shifted = (path: string): string => path.replace(/(\d+) (\d+)/g, (_, x: string, y: string) => `${Number(x) + dx} ${Number(y) + dy}`);
    return [
      { path: shifted('M130 150L350 150L352 560Q360 640 440 690L560 770Q620 830 570 890Q520 930 440 910L240 850Q130 800 132 680Z'), material: wool, puff: 26, folds: [shifted('M180 600Q260 620 330 560'), shifted('M170 660Q260 690 340 620')] },
      { path: shifted('M470 708L560 770Q620 830 570 890Q520 930 440 910L420 902Q480 810 470 708Z'), material: tip, puff: 20 },
      { path: shifted('M132 640Q230 700 250 852Q130 800 132 680Z'), material: tip, puff: 20 },
      { path: shifted('M122 40Q240 24 358 40L354 170L126 170Z'), material: knit(toe, 200, 20), puff: 16 },
    ];
  };
  return { size, pieces: [...sock(330, 20), ...sock(20, 40)] };
}

export function tote(colour: Colour, print: string): Scene {
  const canvas = cloth(colour, 190);
  const strap = cloth(darker(colour, 0.93), 190);
  const bag: Material = { ...canvas, art: `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="1000" height="1000" fill="rgb(${colour.join(',')})"/>${print}</svg>` };
  return {
    size,
    pieces: [
      { path: 'M320 400Q300 30 500 26Q700 30 680 400L634 400Q650 82 500 76Q350 82 366 400Z', material: strap, puff: 8 },
      { path: 'M160 340Q500 352 840 340L862 940Q862 968 834 970Q500 984 166 970Q138 968 138 940Z', material: bag, puff: 18, folds: ['M240 420Q300 600 250 800', 'M770 400Q720 620 770 860', 'M420 880Q500 780 610 760', 'M380 380Q420 470 400 560'] },
      { path: 'M158 338Q500 350 842 338L844 386Q500 398 156 386Z', material: strap, puff: 7 },
      { path: 'M306 372L380 374L376 470L314 470Z', material: strap, puff: 6 },
      { path: 'M620 374L694 372L686 470L624 470Z', material: strap, puff: 6 },
    ],
  };
}

export function scarf(colour: Colour, stripe: Colour): Scene {
  const stripes = Array.from({ length: 6 }, (_, i) => `<rect y="${640 + i * 52}" width="1000" height="26" fill="rgb(${stripe.join(',')})"/>`).join('');
  const wool: Material = { ...knit(colour, 130, 150), art: `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="1000" height="1000" fill="rgb(${colour.join(',')})"/>${stripes}</svg>` };
  const fringe = (from: number, to: number): Piece => ({
    path: Array.from({ length: Math.round((to - from) / 24) }, (_, i) => {
      const x = from + i * 24;
      const lean = (i % 3) * 3;
      return `M${x} 900L${x + 16} 900L${x + 18 + lean} 985L${x + 2 + lean} 985Z`;
    }).join(''),
    material: knit(colour, 200, 30),
    puff: 5,
  });
  return {
    size,
    pieces: [
      fringe(222, 470),
      { path: 'M215 330L480 300L470 915Q340 925 215 915Z', material: wool, puff: 24, folds: ['M300 420Q320 600 290 860', 'M400 400Q420 620 400 840'] },
      fringe(522, 780),
      { path: 'M520 300L790 340L790 915Q650 925 520 915Z', material: wool, puff: 24, folds: ['M610 420Q590 600 620 860', 'M710 420Q700 620 720 840'] },
      { path: 'M220 380Q190 60 500 30Q810 60 782 390Q760 470 640 440Q700 180 500 172Q300 180 350 430Q240 460 220 380Z', material: { ...wool, ...knit(colour, 130, 150) }, puff: 34, folds: ['M270 330Q280 130 500 96', 'M730 330Q720 130 500 120'] },
    ],
  };
}

export function beanie(colour: Colour, bobble: Colour): Scene {
  return {
    parts: [
      { mesh: lathe(smooth([[0, 1.62], [0.5, 1.52], [0.88, 1.16], [1, 0.62], [1.01, 0.4]], 10)), material: knit(colour, 64, 46) },
      { mesh: lathe(smooth([[0.98, 0.58], [1.08, 0.54], [1.1, 0.3], [1.08, 0.04], [1, 0], [0, 0]], 8)), material: knit(colour, 110, 10) },
      { mesh: ellipsoid([0.34, 0.32, 0.34], [0, 1.78, 0]), material: plush(bobble, 60) },
    ],
    view: { elevation: 6 },
  };
}

export function cap(colour: Colour): Scene {
  const seams = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect width="1200" height="400" fill="rgb(${colour.join(',')})"/>${Array.from({ length: 6 }, (_, i) => `<rect x="${i * 200 + 98}" width="5" height="400" fill="rgba(0,0,0,.35)"/>`).join('')}</svg>`;
  const peak = lathe(smooth([[0.9, 0.1], [1.3, 0.12], [1.7, 0.02], [1.72, -0.03], [1.3, 0.06], [0.9, 0.04]], 6), { from: -58, to: 58 });
  return {
    parts: [
      { mesh: lathe(smooth([[0, 1.06], [0.5, 0.98], [0.88, 0.66], [1, 0.2], [1, 0]], 10)), material: { ...cloth(colour, 260), art: seams } },
      { mesh: peak, material: cloth(darker(colour, 0.85), 260) },
      { mesh: ellipsoid([0.09, 0.06, 0.09], [0, 1.07, 0]), material: rubber(darker(colour, 0.7)) },
    ],
    view: { elevation: 24, turn: -38 },
  };
}

export const leafPrint = (ink: string): string =>
  `<g fill="none" stroke="${ink}" stroke-width="9" stroke-linecap="round"><path d="M500 780V480"/>${[0, 1, 2, 3].map((i) => `<path d="M500 ${740 - i * 66}Q${590 - i * 10} ${720 - i * 66} ${620 - i * 16} ${640 - i * 62}Q${540 - i * 6} ${640 - i * 62} 500 ${740 - i * 66}Z"/><path d="M500 ${740 - i * 66}Q${410 + i * 10} ${720 - i * 66} ${380 + i * 16} ${640 - i * 62}Q${460 + i * 6} ${640 - i * 62} 500 ${740 - i * 66}Z"/>`).join('')}</g>`;

export const sunPrint = (ink: string): string => `<circle cx="500" cy="430" r="95" fill="${ink}"/>${Array.from({ length: 5 }, (_, i) => `<rect x="380" y="${545 + i * 24}" width="240" height="${14 - i * 2}" fill="${ink}"/>`).join('')}`;
