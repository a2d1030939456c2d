import { cloth, plastic, rubber, type Colour, type Material } from '../studio/material.ts';
import { place, type Mesh, type Vector } from '../studio/mesh.ts';
import { curve, ellipsoid, lathe, smooth, tube, type ProfilePoint } from '../studio/shapes.ts';
import type { Part, Scene } from '../studio/photograph.ts';

const skin: Material = { ...rubber([206, 150, 118]), sheen: 0.15 };
const hair: Material = { ...rubber([52, 36, 28]), relief: (u, v, out) => { out.shade = 0.8 + 0.2 * Math.sin(u * 260 + v * 6); } };

/** A limb through joints: radius at each joint, smooth between. */
function limb(joints: readonly (readonly [Vector, number])[]): Mesh {
  const count = joints.length - 1;
  const at = (share: number): { from: readonly [Vector, number]; to: readonly [Vector, number]; t: number } => {
    const i = Math.min(count - 1, Math.floor(share * count));
    const last: readonly [Vector, number] = [[0, 0, 0], 0];
    return { from: joints[i] ?? last, to: joints[i + 1] ?? last, t: share * count - i };
  };
  const mix = (a: number, b: number, t: number): number => a + (b - a) * t * t * (3 - 2 * t);
  return tube(
    curve(40, (share) => {
      const { from, to, t } = at(share);
      return [from[0][0] + (to[0][0] - from[0][0]) * t, from[0][1] + (to[0][1] - from[0][1]) * t, from[0][2] + (to[0][2] - from[0][2]) * t];
    }),
    (share) => {
      const { from, to, t } = at(share);
      return mix(from[1], to[1], t);
    },
    28,
  );
}

const shirtArt = (ground: Colour, stripe: Colour): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="900"><rect width="64" height="900" fill="rgb(${ground.join(',')})"/>${Array.from({ length: 15 }, (_, i) => `<rect y="${i * 60}" width="64" height="24" fill="rgb(${stripe.join(',')})"/>`).join('')}</svg>`;

const torso: readonly ProfilePoint[] = [[0.1, 5.12], [0.3, 5.08], [0.72, 4.95], [0.8, 4.7], [0.74, 4.2], [0.66, 3.7], [0.7, 3.2], [0.74, 2.95], [0.7, 2.9]];

/** Somebody who wears the shirt, standing. Heights in units of about 30 cm. */
export function wornShirt(ground: Colour, stripe: Colour): Scene {
  const shirt: Material = { ...cloth(ground, 160), art: shirtArt(ground, stripe) };
  const trousers = cloth([58, 72, 98], 200);
  const shoes = plastic([92, 62, 44]);
  const both = (build: (side: number) => Part[]): Part[] => [...build(-1), ...build(1)];
  const parts: Part[] = [
    { mesh: place(lathe(smooth(torso, 8)), { scale: [1, 1, 0.58] }), material: shirt },
    { mesh: place(ellipsoid([0.72, 0.42, 0.42]), { move: [0, 2.84, 0] }), material: trousers },
    { mesh: tube([[0, 4.95, 0], [0, 5.2, 0.02], [0, 5.45, 0.05]], () => 0.2), material: skin },
    { mesh: ellipsoid([0.36, 0.49, 0.42], [0, 5.83, 0.06]), material: skin },
    { mesh: ellipsoid([0.41, 0.42, 0.43], [0, 6.02, -0.05]), material: hair },
    { mesh: place(ellipsoid([0.38, 0.14, 0.2]), { turn: [24, 0, 8], move: [0.02, 6.22, 0.28] }), material: hair },
    { mesh: ellipsoid([0.06, 0.1, 0.09], [0, 5.78, 0.48]), material: skin },
    { mesh: ellipsoid([0.12, 0.03, 0.03], [0, 5.58, 0.43]), material: rubber([168, 84, 78]) },
    ...both((side) => [
      { mesh: ellipsoid([0.05, 0.035, 0.03], [side * 0.14, 5.9, 0.44]), material: plastic([36, 28, 24]) },
      { mesh: place(ellipsoid([0.09, 0.018, 0.03]), { turn: [0, 0, side * -6], move: [side * 0.15, 6.0, 0.44] }), material: hair },
      { mesh: ellipsoid([0.06, 0.12, 0.09], [side * 0.37, 5.84, 0.02]), material: skin },
      { mesh: ellipsoid([0.3, 0.28, 0.28], [side * 0.68, 4.76, 0]), material: shirt },
      { mesh: limb([[[side * 0.7, 4.8, 0], 0.27], [[side * 0.9, 4.3, 0], 0.26], [[side * 1.0, 4.05, 0.02], 0.27]]), material: shirt },
      { mesh: limb([[[side * 0.96, 4.2, 0], 0.18], [[side * 1.06, 3.65, 0.04], 0.17], [[side * 1.08, 3.1, 0.16], 0.14], [[side * 1.06, 2.72, 0.28], 0.1]]), material: skin },
      { mesh: place(ellipsoid([0.11, 0.22, 0.15]), { move: [side * 1.06, 2.55, 0.32] }), material: skin },
      { mesh: limb([[[side * 0.34, 2.9, 0], 0.38], [[side * 0.4, 2.1, 0.02], 0.33], [[side * 0.42, 1.5, 0.05], 0.26], [[side * 0.44, 0.8, 0], 0.25], [[side * 0.45, 0.16, -0.02], 0.2]]), material: trousers },
      { mesh: place(ellipsoid([0.19, 0.17, 0.42]), { turn: [0, side * 14, 0], move: [side * 0.48, 0.12, 0.16] }), material: shoes },
    ]),
  ];
  return { parts, view: { elevation: 4, turn: -16, distance: 30 } };
}
