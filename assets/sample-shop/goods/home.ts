import { basketry, brass, cloth, glaze, plastic, printed, steel, wood, type Material } from '../studio/material.ts';
import { addVertex, emptyMesh, joinGrid, place } from '../studio/mesh.ts';
import { curve, ellipsoid, lathe, ring, roundedBox, smooth, tube } from '../studio/shapes.ts';
import type { Part, Scene } from '../studio/photograph.ts';

export function tableLamp(foot: Material, shade: Material): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0.08, 1.5], [0.1, 1.4], [0.34, 1.1], [0.46, 0.7], [0.36, 0.25], [0.3, 0.06], [0.3, 0], [0, 0]], 10)), material: foot },
    { mesh: tube([[0, 1.4, 0], [0, 1.9, 0]], () => 0.05), material: brass },
    { mesh: lathe([[0.52, 2.75], [0.55, 2.76], [0.92, 1.68], [0.89, 1.67]]), material: shade },
  ];
  return { parts, view: { elevation: 4 } };
}

export function candle(art: string): Scene {
  const parts: Part[] = [
    { mesh: lathe([[0.62, 1.1], [0.64, 1.3], [0.68, 1.3], [0.7, 1.26], [0.7, 0.1], [0.62, 0], [0, 0]]), material: glaze([122, 70, 34]) },
    { mesh: lathe([[0, 1.12], [0.4, 1.12], [0.63, 1.16]]), material: plastic([240, 226, 200]) },
    { mesh: tube(curve(8, (t) => [0.03 * t, 1.1 + 0.22 * t, 0]), () => 0.022, 10), material: plastic([60, 52, 46]) },
    { mesh: lathe([[0.706, 0.95], [0.706, 0.35]], { from: -58, to: 58 }), material: printed(art, 0.7) },
  ];
  return { parts, view: { elevation: 20 } };
}

export function cuttingBoard(): Scene {
  const parts: Part[] = [
    { mesh: roundedBox([1.5, 2.2, 0.16], 0.07), material: wood([188, 136, 84], 9) },
    { mesh: roundedBox([0.42, 0.9, 0.16], 0.07, [0, 1.45, 0]), material: wood([188, 136, 84], 9) },
    { mesh: place(ring(0.1, 0.02), { turn: [90, 0, 0], move: [0, 1.68, 0.075] }), material: wood([92, 58, 34], 9) },
    { mesh: place(lathe([[0, 0], [0.1, 0]]), { turn: [90, 0, 0], move: [0, 1.68, 0.085] }), material: wood([60, 40, 26], 9) },
  ];
  return { parts: parts.map((part) => ({ ...part, mesh: place(part.mesh, { turn: [0, 0, -38] }) })), view: { elevation: 6, turn: -12 } };
}

export function basket(): Scene {
  const material = basketry([196, 152, 96]);
  const handle = (side: number): Part => ({
    mesh: tube(curve(24, (t) => [side * (0.9 + 0.1 * Math.sin(t * Math.PI)), 1.15 + 0.42 * Math.sin(t * Math.PI), 0.45 * Math.cos(t * Math.PI)]), () => 0.06),
    material: basketry([150, 106, 60], 4, 30),
  });
  const body = lathe([[0.6, 0.2], [0.8, 1.2], ...smooth([[0.84, 1.22], [0.9, 1.18], [1.02, 0.6], [0.86, 0.04], [0, 0]], 10)]);
  return { parts: [{ mesh: body, material }, handle(-1), handle(1)], view: { elevation: 17, turn: 24 } };
}

export function cushion(material: Material): Scene {
  const mesh = emptyMesh();
  const steps = 90;
  const plump = (t: number): number => Math.max(0, 1 - t ** 4) ** 0.55;
  for (let row = 0; row <= steps; row += 1) {
    for (let column = 0; column <= steps; column += 1) {
      const [u, v] = [(column / steps) * 2 - 1, 1 - (row / steps) * 2];
      // the sides of a filled pillow draw in between its corners
      const x = u * (1 - 0.09 * (1 - v * v) * Math.abs(u));
      const y = v * (1 - 0.09 * (1 - u * u) * Math.abs(v));
      const crease = 0.16 * Math.sin(9 * Math.atan2(v, u)) * Math.hypot(u, v) ** 3;
      const tilt = (a: number, b: number): number => 1.5 * a ** 3 * plump(b) + crease * b;
      addVertex(mesh, [x, y, 0.4 * plump(u) * plump(v)], [tilt(u, v), tilt(v, u), 1], (u + 1) / 2, (1 - v) / 2);
    }
  }
  joinGrid(mesh, 0, steps, steps);
  return { parts: [{ mesh, material }], view: { elevation: 4, turn: 12 } };
}

export function wallClock(): Scene {
  const hours = Array.from({ length: 12 }, (_, i) => `<rect x="394" y="60" width="12" height="${i % 3 ? 40 : 70}" fill="#2c2c2c" transform="rotate(${i * 30} 400 400)"/>`);
  const face = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><rect width="800" height="800" fill="#efe9dc"/>${hours.join('')}</svg>`;
  const hand = (length: number, width: number, degrees: number): Part => ({
    mesh: place(roundedBox([width, length, 0.03], 0.012, [0, length / 2 - 0.08, 0]), { turn: [0, 0, degrees], move: [0, 0, 0.16] }),
    material: plastic([32, 32, 34]),
  });
  const dial = lathe([[0, 0.08], [0.97, 0.08]]);
  // the lathe unrolls its surface; a dial is printed flat
  for (let i = 0; i < dial.positions.length / 3; i += 1) {
    dial.uvs[i * 2] = (dial.positions[i * 3] ?? 0) / 2 + 0.5;
    dial.uvs[i * 2 + 1] = (dial.positions[i * 3 + 2] ?? 0) / 2 + 0.5;
  }
  const parts: Part[] = [
    { mesh: place(dial, { turn: [90, 0, 0] }), material: printed(face, 0.6) },
    { mesh: place(lathe(smooth([[0.95, 0.1], [0.98, 0.2], [1.06, 0.22], [1.12, 0.14], [1.12, -0.1], [1, -0.16]], 6)), { turn: [90, 0, 0] }), material: wood([170, 112, 62], 5) },
    hand(0.62, 0.06, 52),
    hand(0.84, 0.045, -64),
    { mesh: ellipsoid([0.06, 0.06, 0.04], [0, 0, 0.18]), material: brass },
  ];
  return { parts, view: { elevation: 0, turn: 14 } };
}

export function kettle(body: Material): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0.42, 1.42], [0.6, 1.36], [0.86, 1], [0.98, 0.4], [0.98, 0.1], [0.92, 0], [0, 0]], 10)), material: body },
    { mesh: lathe(smooth([[0, 1.56], [0.22, 1.54], [0.42, 1.44], [0.42, 1.4]], 6)), material: body },
    { mesh: ellipsoid([0.12, 0.12, 0.12], [0, 1.66, 0]), material: wood([62, 42, 30]) },
    { mesh: tube(curve(30, (t) => [-0.72 - 0.95 * t, 0.5 + 0.95 * t ** 0.8, 0]), (t) => 0.15 - 0.08 * t), material: body },
    { mesh: tube(curve(50, (t) => [-0.72 * Math.cos(t * Math.PI), 1.12 + 1.05 * Math.sin(t * Math.PI) ** 0.7, 0]), () => 0.04), material: steel() },
    { mesh: tube(curve(30, (t) => [-0.4 + 0.8 * t, 2.12 + 0.06 * Math.sin(t * Math.PI), 0]), () => 0.1), material: wood([62, 42, 30]) },
  ];
  return { parts, view: { elevation: 10, turn: 16 } };
}

export function foldedTowels(colours: readonly Material[]): Scene {
  const parts = colours.flatMap((material, i): Part[] => {
    const y = i * 0.34;
    return [
      { mesh: roundedBox([2.2, 0.18, 1.5], 0.085, [0, y, 0]), material },
      { mesh: roundedBox([2.16, 0.18, 1.46], 0.085, [0, y + 0.16, -0.02]), material },
    ];
  });
  return { parts, view: { elevation: 22, turn: -28 } };
}

export const linen = (a: string, b: string): Material => ({
  ...cloth([255, 255, 255], 170),
  art: `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="900" height="900" fill="${a}"/>${Array.from({ length: 9 }, (_, i) => `<rect x="0" y="${i * 100 + 40}" width="900" height="${i % 2 ? 12 : 30}" fill="${b}"/>`).join('')}</svg>`,
});
