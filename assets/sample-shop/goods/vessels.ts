import { curve, ellipsoid, lathe, smooth, tube, type ProfilePoint } from '../studio/shapes.ts';
import { brass, printed, wood, type Material } from '../studio/material.ts';
import { place } from '../studio/mesh.ts';
import type { Part, Scene } from '../studio/photograph.ts';

const dish = (outline: readonly ProfilePoint[], steps = 6): ProfilePoint[] => [...smooth(outline, steps), [0, 0]];

export function mug(material: Material, height = 1.8): Scene {
  const body = lathe([[0, 0.12], ...dish([[0.78, 0.12], [0.84, 0.2], [0.86, 1], [0.86, height - 0.02], [0.9, height], [0.93, height - 0.04], [0.95, 1], [0.93, 0.3], [0.85, 0.04], [0.8, 0]])]);
  const handle = tube(curve(30, (t) => [0.88 + 0.5 * Math.sin(t * Math.PI) ** 0.7, height * (0.82 - 0.55 * t), 0]), () => 0.095);
  return { parts: [{ mesh: body, material }, { mesh: handle, material }], view: { elevation: 20, turn: -32 } };
}

export function bowl(material: Material, inside: Material): Scene {
  const outer = lathe(smooth([[1.38, 1], [1.42, 0.97], [1.3, 0.6], [1, 0.28], [0.6, 0.12], [0.55, 0]], 8));
  const inner = lathe(smooth([[0, 0.2], [0.5, 0.22], [1, 0.42], [1.24, 0.72], [1.34, 0.97], [1.38, 1]], 8));
  return { parts: [{ mesh: inner, material: inside }, { mesh: outer, material }], view: { elevation: 30 } };
}

export function plate(material: Material, rim: Material): Scene {
  const well = lathe(smooth([[0, 0.08], [0.9, 0.08], [1.02, 0.14], [1.1, 0.2]], 8));
  const edge = lathe(smooth([[1.1, 0.2], [1.3, 0.24], [1.55, 0.3], [1.6, 0.32], [1.6, 0.28], [1.2, 0.05], [0.9, 0]], 8));
  return { parts: [{ mesh: well, material }, { mesh: edge, material: rim }], view: { elevation: 58 } };
}

export function vase(outline: readonly ProfilePoint[], material: Material): Scene {
  const lip = outline[0] ?? [0.4, 2];
  const inside: ProfilePoint[] = [[0.1, lip[1] - 1], [lip[0] - 0.06, lip[1] - 0.25], [lip[0] - 0.06, lip[1]]];
  return { parts: [{ mesh: lathe([...inside, ...smooth(outline, 12), [0, 0]]), material }], view: { elevation: 12 } };
}

export function teapot(material: Material, knob: Material): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0.5, 1.36], [0.75, 1.3], [1.05, 0.95], [1.1, 0.6], [0.95, 0.2], [0.65, 0.02], [0, 0]], 10)), material },
    { mesh: lathe(smooth([[0, 1.56], [0.25, 1.53], [0.48, 1.42], [0.54, 1.36], [0.5, 1.34]], 8)), material },
    { mesh: ellipsoid([0.13, 0.11, 0.13], [0, 1.65, 0]), material: knob },
    { mesh: tube(curve(24, (t) => [-0.85 - 0.75 * t, 0.55 + 0.75 * t ** 1.5, 0]), (t) => 0.24 - 0.13 * t), material },
    { mesh: tube(curve(40, (t) => [0.85 + 0.62 * Math.sin(t * Math.PI) ** 0.8, 1.15 - 0.85 * t, 0]), () => 0.09), material },
  ];
  return { parts, view: { elevation: 22, turn: 152 } };
}

export function gaiwan(material: Material, saucer: Material): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0, 0.14], [0.6, 0.14], [0.95, 0.24], [1, 0.26], [0.9, 0.18], [0.4, 0.02], [0, 0]], 8)), material: saucer },
    { mesh: lathe([[0.7, 1.02], ...smooth([[0.76, 1.04], [0.72, 0.8], [0.55, 0.42], [0.34, 0.22], [0.34, 0.14]], 8)]), material },
    { mesh: lathe([...smooth([[0.1, 1.5], [0.16, 1.48], [0.12, 1.36]], 5), ...smooth([[0.14, 1.34], [0.5, 1.22], [0.68, 1.06]], 8), [0.6, 1.02]]), material },
  ];
  return { parts, view: { elevation: 16 } };
}

export function jar(material: Material, lid: Material, art?: string): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0.6, 1.5], [0.68, 1.44], [0.7, 1.3], [0.7, 0.2], [0.66, 0.06], [0.58, 0], [0, 0]], 6)), material },
    { mesh: lathe([[0, 1.74], ...smooth([[0.58, 1.74], [0.63, 1.72], [0.64, 1.66], [0.64, 1.5], [0.6, 1.48]], 5)]), material: lid },
  ];
  if (art) parts.push({ mesh: lathe([[0.722, 1.15], [0.722, 0.4]], { from: -62, to: 62 }), material: printed(art, 0.6) });
  return { parts, view: { elevation: 12 } };
}

export function tin(art: string, lid: Material, height = 1.9): Scene {
  const parts: Part[] = [
    { mesh: lathe([[0.7, height - 0.42], [0.7, 0.03], [0.66, 0], [0, 0]], { segments: 160 }), material: printed(art, 0.32) },
    { mesh: lathe([[0, height - 0.02], ...smooth([[0.62, height - 0.02], [0.69, height - 0.03], [0.72, height - 0.08], [0.72, height - 0.4], [0.7, height - 0.42]], 5)]), material: lid },
  ];
  return { parts, view: { elevation: 11 } };
}

export function bottle(material: Material, cap: Material, art: string): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0.34, 2.3], [0.36, 2.2], [0.52, 1.98], [0.58, 1.7], [0.58, 0.2], [0.54, 0.03], [0.48, 0], [0, 0]], 8)), material },
    { mesh: lathe([[0, 2.72], ...smooth([[0.34, 2.72], [0.39, 2.7], [0.4, 2.64], [0.4, 2.34], [0.36, 2.3]], 5)]), material: cap },
  ];
  parts.push({ mesh: lathe([[0.6, 1.5], [0.6, 0.95]], { from: -48, to: 48 }), material: printed(art, 0.6) });
  return { parts: parts.map((part) => ({ ...part, mesh: place(part.mesh, { turn: [0, 0, -16] }) })), view: { elevation: 7, turn: 8 } };
}

export function dispenser(material: Material, art: string): Scene {
  const parts: Part[] = [
    { mesh: lathe(smooth([[0.16, 1.72], [0.2, 1.66], [0.46, 1.55], [0.56, 1.4], [0.57, 0.15], [0.52, 0.02], [0, 0]], 7)), material },
    { mesh: lathe([[0.582, 1.2], [0.582, 0.45]], { from: -55, to: 55 }), material: printed(art, 0.6) },
    { mesh: lathe([[0, 1.98], [0.2, 1.98], [0.22, 1.95], [0.22, 1.72], [0.16, 1.7]]), material: brass },
    { mesh: tube([[0, 1.95, 0], [0, 2.35, 0]], () => 0.06), material: brass },
    { mesh: tube(curve(16, (t) => [-0.1 + 0.75 * t, 2.38 - 0.12 * t * t, 0]), (t) => 0.11 - 0.05 * t), material: brass },
    { mesh: ellipsoid([0.11, 0.11, 0.11], [-0.1, 2.38, 0]), material: brass },
  ];
  return { parts, view: { elevation: 8, turn: -12 } };
}

export function planter(material: Material, leaf: Material): Scene {
  const parts: Part[] = [
    { mesh: lathe([[0.7, 0.98], [0.76, 1.05], [0.86, 1.05], [0.86, 0.86], [0.8, 0.84], [0.58, 0.02], [0, 0]]), material },
    { mesh: lathe([[0, 0.94], [0.76, 0.94]]), material: wood([70, 48, 34], 30) },
  ];
  for (let i = 0; i < 22; i += 1) {
    const angle = i * 2.399;
    const lean = 0.15 + 0.75 * (i / 22);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const path = curve(14, (t) => [c * lean * (0.15 + 0.85 * t) * t ** 0.6, 0.95 + (1.3 - 0.55 * lean) * t - 0.3 * lean * t * t, s * lean * t]);
    parts.push({ mesh: tube(path, (t) => 0.015 + 0.1 * Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.12)), 14), material: leaf });
  }
  return { parts, view: { elevation: 14 } };
}
