import { lacquer, plastic, printed, steel, wood } from '../studio/material.ts';
import { lathe, roundedBox, smooth, tube, curve } from '../studio/shapes.ts';
import { emptyMesh, addVertex, joinGrid, place } from '../studio/mesh.ts';
import type { Part, Scene } from '../studio/photograph.ts';
import { tin } from './vessels.ts';

const latin = 'font-family="Noto Sans CJK SC, Noto Sans, sans-serif"';

/** A label band for a tin: the front lies in the middle of the wrap. */
const wrap = (ground: string, ink: string, english: string, chinese: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="820"><rect width="2400" height="820" fill="${ground}"/><rect y="40" width="2400" height="10" fill="${ink}"/><rect y="764" width="2400" height="10" fill="${ink}"/>
  ${[0, 1200].map((x) => `<g transform="translate(${x} -70)"><rect x="-210" y="120" width="420" height="560" rx="14" fill="${ink}"/><text x="0" y="400" text-anchor="middle" font-size="170" font-weight="700" fill="${ground}" ${latin}>${chinese}</text><text x="0" y="540" text-anchor="middle" font-size="62" fill="${ground}" ${latin}>${english}</text><path d="M-60 600Q0 560 60 600Q0 640 -60 600Z" fill="${ground}"/></g>`).join('')}</svg>`;

export const teaTin = (ground: string, ink: string, english: string, chinese: string): Scene => tin(wrap(ground, ink, english, chinese), steel([196, 190, 178]));

export function teaBox(ground: string, ink: string, english: string, chinese: string): Scene {
  const art = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1300"><rect width="1000" height="1300" fill="${ground}"/><circle cx="500" cy="460" r="250" fill="none" stroke="${ink}" stroke-width="14"/><text x="500" y="540" text-anchor="middle" font-size="220" font-weight="700" fill="${ink}" ${latin}>${chinese}</text><text x="500" y="900" text-anchor="middle" font-size="96" fill="${ink}" ${latin}>${english}</text><rect x="300" y="980" width="400" height="6" fill="${ink}"/></svg>`;
  return { parts: [{ mesh: roundedBox([1.5, 1.95, 0.8], 0.025), material: printed(art, 0.55) }], view: { elevation: 10, turn: -24 } };
}

/** A stand-up pouch: two sheets puffed apart and sealed at the top. */
export function pouch(ground: string, ink: string, english: string, chinese: string): Scene {
  const art = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1500"><rect width="1000" height="1500" fill="${ground}"/><rect y="150" width="1000" height="8" fill="${ink}" opacity=".6"/><rect x="250" y="430" width="500" height="680" fill="#f3ead8"/><text x="500" y="760" text-anchor="middle" font-size="200" font-weight="700" fill="${ink}" ${latin}>${chinese}</text><text x="500" y="930" text-anchor="middle" font-size="80" fill="${ink}" ${latin}>${english}</text></svg>`;
  const mesh = emptyMesh();
  const [rows, columns] = [60, 40];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const [u, v] = [column / columns, row / rows];
      const x = (u - 0.5) * 1.6 * (1 - 0.05 * Math.sin(v * Math.PI));
      const across = Math.sin(u * Math.PI) ** 0.6;
      const puff = Math.max(0, v - 0.12) ** 0.8;
      const z = 0.42 * across * puff + 0.012 * Math.sin(u * 23 + v * 9) * v;
      const slopeX = -0.42 * 0.6 * Math.cos(u * Math.PI) * Math.PI * puff * 0.6;
      addVertex(mesh, [x, 2.4 * (1 - v), z], [slopeX + 0.1 * Math.sin(u * 23 + v * 9), 0.16 + 0.1 * Math.cos(v * 12 + u * 5), 1], u, v);
    }
  }
  joinGrid(mesh, 0, rows, columns);
  return { parts: [{ mesh, material: { ...printed(art, 0.35) } }], view: { elevation: 4, turn: 14 } };
}

export function whisk(): Scene {
  const bamboo = wood([212, 184, 120], 6);
  const parts: Part[] = [{ mesh: lathe(smooth([[0, 2.2], [0.28, 2.2], [0.32, 2.14], [0.31, 1.2], [0.34, 1.08]], 6)), material: bamboo }];
  parts.push({ mesh: lathe([[0.35, 1.14], [0.36, 1.1], [0.36, 1.02], [0.35, 0.98]]), material: lacquer([60, 48, 44]) });
  for (let i = 0; i < 44; i += 1) {
    const angle = (i / 44) * Math.PI * 2;
    for (const spread of [0.62, 0.34]) {
      const path = curve(12, (t) => {
        const r = 0.31 + (spread - 0.31) * Math.sin(t * Math.PI * 0.62);
        return [r * Math.sin(angle), 1.06 - 1.06 * t, r * Math.cos(angle)];
      });
      parts.push({ mesh: tube(path, (t) => 0.02 - 0.008 * t, 8), material: bamboo });
    }
  }
  return { parts: parts.map((part) => ({ ...part, mesh: place(part.mesh, { turn: [0, 0, 58] }) })), view: { elevation: 10 } };
}

export function scoop(): Scene {
  const parts: Part[] = [
    { mesh: tube(curve(30, (t) => [-1.1 + 1.5 * t, 0.1 + 0.12 * Math.sin(t * 2), 0]), (t) => 0.085 - 0.02 * Math.sin(t * Math.PI)), material: wood([150, 96, 54], 3) },
    { mesh: place(lathe([...smooth([[0, 0.06], [0.3, 0.1], [0.42, 0.26]], 6), ...smooth([[0.46, 0.26], [0.42, 0.12], [0.26, 0], [0, -0.04]], 6)]), { scale: [1.25, 1, 1], move: [0.86, 0, 0] }), material: wood([150, 96, 54], 5) },
  ];
  return { parts: parts.map((part) => ({ ...part, mesh: place(part.mesh, { turn: [0, 0, 18] }) })), view: { elevation: 34, turn: -20 } };
}

export function tray(): Scene {
  const board = wood([122, 76, 46], 10);
  return {
    parts: [
      { mesh: roundedBox([3, 0.1, 1.9], 0.04), material: board },
      { mesh: roundedBox([3, 0.3, 0.09], 0.04, [0, 0.12, 0.92]), material: board },
      { mesh: roundedBox([3, 0.3, 0.09], 0.04, [0, 0.12, -0.92]), material: board },
      { mesh: roundedBox([0.09, 0.3, 1.9], 0.04, [1.46, 0.12, 0]), material: board },
      { mesh: roundedBox([0.09, 0.3, 1.9], 0.04, [-1.46, 0.12, 0]), material: board },
      { mesh: roundedBox([0.14, 0.08, 0.8], 0.03, [1.47, 0.3, 0]), material: plastic([46, 42, 40]) },
    ],
    view: { elevation: 32, turn: -24 },
  };
}
