import { lacquer, plastic, plush, printed, rubber, wood, type Colour, type Material } from '../studio/material.ts';
import { place } from '../studio/mesh.ts';
import { curve, ellipsoid, lathe, ring, roundedBox, smooth, tube } from '../studio/shapes.ts';
import type { Part, Scene } from '../studio/photograph.ts';

export function stackingRings(): Scene {
  const colours: Colour[] = [[206, 66, 54], [228, 144, 52], [238, 200, 76], [104, 162, 92], [68, 124, 176]];
  const parts: Part[] = [{ mesh: lathe(smooth([[0.7, 0.16], [1, 0.14], [1.02, 0.04], [0.98, 0]], 6)), material: wood([214, 176, 124]) }];
  colours.toReversed().forEach((colour, i) => {
    parts.push({ mesh: ring(0.62 - i * 0.075, 0.24, [0, 0.38 + i * 0.42, 0]), material: lacquer(colour) });
  });
  parts.push({ mesh: ellipsoid([0.24, 0.24, 0.24], [0, 2.5, 0]), material: wood([214, 176, 124]) });
  return { parts, view: { elevation: 12 } };
}

export function blocks(): Scene {
  const cube = (x: number, y: number, z: number, turn: number, colour: Colour): Part => ({
    mesh: place(roundedBox([0.9, 0.9, 0.9], 0.08), { turn: [0, turn, 0], move: [x, y, z] }),
    material: { ...lacquer(colour), roughness: 0.35 },
  });
  const roof = place(lathe([[0, 0.75], [0.62, 0], [0, 0]], { segments: 4, crease: 10 }), { turn: [0, 62, 0], move: [0.04, 1.38, 0] });
  return {
    parts: [
      cube(-0.55, 0, 0, 8, [214, 78, 60]),
      cube(0.55, 0, 0.1, -14, [62, 122, 170]),
      cube(0, 0.91, 0.05, 17, [236, 190, 70]),
      { mesh: roof, material: wood([206, 160, 106]) },
    ],
    view: { elevation: 18, turn: -24 },
  };
}

export function teddy(fur: Material, muzzle: Material): Scene {
  const ball = (radii: readonly [number, number, number], centre: readonly [number, number, number], material = fur): Part => ({ mesh: ellipsoid(radii, centre), material });
  const pair = (build: (side: number) => Part): Part[] => [build(-1), build(1)];
  const eye = plastic([24, 20, 18]);
  return {
    parts: [
      ball([0.72, 0.8, 0.6], [0, 0.75, 0]),
      ball([0.42, 0.5, 0.2], [0, 0.72, 0.46], muzzle),
      ball([0.62, 0.56, 0.56], [0, 1.85, 0.05]),
      ball([0.28, 0.22, 0.24], [0, 1.72, 0.52], muzzle),
      ball([0.09, 0.07, 0.06], [0, 1.82, 0.75], eye),
      ...pair((side) => ball([0.23, 0.23, 0.12], [side * 0.5, 2.3, 0.02])),
      ...pair((side) => ball([0.14, 0.14, 0.08], [side * 0.49, 2.3, 0.1], muzzle)),
      ...pair((side) => ball([0.07, 0.08, 0.05], [side * 0.24, 1.96, 0.56], eye)),
      ...pair((side) => ({ mesh: place(ellipsoid([0.24, 0.56, 0.25]), { turn: [-18, 0, side * 38], move: [side * 0.78, 0.98, 0.16] }), material: fur })),
      ...pair((side) => ({ mesh: place(ellipsoid([0.3, 0.3, 0.6]), { turn: [0, side * 24, 0], move: [side * 0.5, 0.22, 0.55] }), material: fur })),
      ...pair((side) => ball([0.2, 0.21, 0.06], [side * 0.74, 0.24, 1.1], muzzle)),
    ],
    view: { elevation: 6, turn: -10 },
  };
}

export function duck(): Scene {
  const yellow = rubber([246, 198, 48]);
  return {
    parts: [
      { mesh: ellipsoid([1.05, 0.68, 0.8], [0.1, 0.6, 0]), material: yellow },
      { mesh: place(ellipsoid([0.5, 0.26, 0.3]), { turn: [0, 0, 42], move: [0.98, 1.02, 0] }), material: yellow },
      { mesh: ellipsoid([0.58, 0.56, 0.54], [-0.5, 1.5, 0]), material: yellow },
      { mesh: place(ellipsoid([0.34, 0.09, 0.26]), { turn: [0, 0, -8], move: [-1.04, 1.42, 0.08] }), material: plastic([226, 106, 40]) },
      { mesh: ellipsoid([0.09, 0.11, 0.06], [-0.76, 1.66, 0.44]), material: plastic([24, 22, 22]) },
      { mesh: place(ellipsoid([0.52, 0.32, 0.14]), { turn: [0, -8, 10], move: [0.25, 0.72, 0.74] }), material: rubber([240, 186, 40]) },
    ],
    view: { elevation: 10, turn: -14 },
  };
}

export function spinningTop(): Scene {
  const stripes = ['#c8402e', '#f0d9a8', '#2f6f86', '#e8b13c'];
  const art = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="800">${Array.from({ length: 16 }, (_, i) => `<rect y="${i * 50}" width="64" height="50" fill="${stripes[i % 4]}"/>`).join('')}</svg>`;
  const mesh = lathe(smooth([[0, 2.3], [0.12, 2.28], [0.14, 2.1], [0.09, 1.7], [0.14, 1.4], [0.6, 1.24], [1.15, 0.95], [1.1, 0.75], [0.6, 0.35], [0.14, 0.1], [0, 0]], 10));
  return { parts: [{ mesh: place(mesh, { turn: [0, 0, -14] }), material: printed(art, 0.2) }], view: { elevation: 14 } };
}

export function car(colour: Colour): Scene {
  const wheel = (x: number, z: number): Part[] => [
    { mesh: place(lathe(smooth([[0, 0.14], [0.3, 0.14], [0.38, 0.1], [0.4, 0], [0.38, -0.1], [0.3, -0.14], [0, -0.14]], 4)), { turn: [90, 0, 0], move: [x, 0.36, z] }), material: rubber([44, 42, 44]) },
    { mesh: place(ellipsoid([0.18, 0.18, 0.07]), { move: [x, 0.36, z + (z > 0 ? 0.14 : -0.14)] }), material: wood([220, 182, 130]) },
  ];
  return {
    parts: [
      { mesh: roundedBox([2.6, 0.62, 1.1], 0.24, [0, 0.72, 0]), material: lacquer(colour) },
      { mesh: roundedBox([1.35, 0.66, 0.94], 0.26, [0.12, 1.18, 0]), material: lacquer(colour) },
      { mesh: roundedBox([0.98, 0.32, 0.97], 0.08, [0.12, 1.22, 0]), material: plastic([64, 78, 88]) },
      { mesh: ellipsoid([0.05, 0.13, 0.13], [-1.29, 0.8, 0.34]), material: plastic([246, 232, 180]) },
      { mesh: ellipsoid([0.05, 0.13, 0.13], [-1.29, 0.8, -0.34]), material: plastic([246, 232, 180]) },
      ...wheel(-0.78, 0.54), ...wheel(0.8, 0.54), ...wheel(-0.78, -0.54), ...wheel(0.8, -0.54),
    ],
    view: { elevation: 16, turn: -34 },
  };
}

export function matryoshka(): Scene {
  const petals = Array.from({ length: 8 }, (_, i) => `<ellipse cx="512" cy="620" rx="28" ry="60" fill="#f3c9b0" transform="rotate(${i * 45} 512 690)"/>`);
  const art = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024"><rect width="1024" height="1024" fill="#b8382c"/><rect y="860" width="1024" height="164" fill="#2d4f49"/>
    <ellipse cx="512" cy="260" rx="92" ry="105" fill="#f1d3b5"/><path d="M420 250Q440 165 512 158Q584 165 604 250Q560 190 512 186Q464 190 420 250Z" fill="#4a2c1c"/>
    <circle cx="480" cy="262" r="10" fill="#2c2c2c"/><circle cx="544" cy="262" r="10" fill="#2c2c2c"/><path d="M492 310q20 16 40 0" stroke="#b8382c" stroke-width="8" fill="none"/><circle cx="455" cy="296" r="17" fill="#e79a84"/><circle cx="569" cy="296" r="17" fill="#e79a84"/>
    ${petals.join('')}<circle cx="512" cy="690" r="32" fill="#e8b13c"/><path d="M400 400Q512 470 624 400" stroke="#e8b13c" stroke-width="16" fill="none"/></svg>`;
  const mesh = lathe(smooth([[0, 2.5], [0.3, 2.44], [0.52, 2.15], [0.52, 1.85], [0.56, 1.65], [0.82, 1.2], [0.88, 0.75], [0.72, 0.15], [0.62, 0.02], [0, 0]], 12));
  return { parts: [{ mesh, material: printed(art, 0.16) }], view: { elevation: 5 } };
}

export function ball(): Scene {
  const bands = ['#d04a3a', '#f4efe2', '#3d7ea6', '#f4efe2', '#e6b23e', '#f4efe2'];
  const art = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="64">${bands.map((colour, i) => `<rect x="${i * 160}" width="160" height="64" fill="${colour}"/>`).join('')}</svg>`;
  return { parts: [{ mesh: place(ellipsoid([1, 1, 1], [0, 0, 0], 128), { turn: [24, 20, -22] }), material: printed(art, 0.22) }], view: { elevation: 0 } };
}

export function pullTrain(): Scene {
  const beam = wood([214, 176, 124]);
  const wheel = (x: number, z: number): Part => ({ mesh: place(lathe([[0, 0.09], [0.26, 0.09], [0.28, 0.05], [0.28, -0.05], [0.26, -0.09], [0, -0.09]]), { turn: [90, 0, 0], move: [x, 0.26, z] }), material: lacquer([206, 66, 54]) });
  const boiler = place(lathe([[0, 1.1], [0.42, 1.1], [0.46, 1.06], [0.46, 0], [0, 0]]), { turn: [0, 0, 90], move: [0.35, 0.94, 0] });
  return {
    parts: [
      { mesh: roundedBox([2.5, 0.22, 0.9], 0.05, [0, 0.42, 0]), material: beam },
      { mesh: boiler, material: lacquer([68, 124, 176]) },
      { mesh: roundedBox([0.85, 1.25, 0.9], 0.06, [0.76, 1.12, 0]), material: lacquer([104, 162, 92]) },
      { mesh: roundedBox([1.05, 0.14, 1.06], 0.05, [0.76, 1.8, 0]), material: lacquer([206, 66, 54]) },
      { mesh: place(lathe(smooth([[0.22, 0.55], [0.24, 0.5], [0.15, 0.2], [0.14, 0]], 5)), { move: [-0.4, 1.34, 0] }), material: plastic([46, 46, 50]) },
      wheel(-0.8, 0.48), wheel(0, 0.48), wheel(0.8, 0.48), wheel(-0.8, -0.48), wheel(0.8, -0.48),
      { mesh: tube(curve(20, (t) => [-1.25 - 0.5 * t, 0.42 - 0.25 * Math.sin(t * 3), 0.1 * t]), () => 0.025, 10), material: plush([190, 160, 120]) },
    ],
    view: { elevation: 15, turn: -28 },
  };
}
