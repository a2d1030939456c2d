import path from 'node:path';
import sharp from 'sharp';

/** Three products that nobody takes for one another. */
const products: readonly string[] = [
  '<rect x="640" y="560" width="520" height="740" rx="90" fill="#8f2323"/><rect x="700" y="460" width="400" height="110" rx="16" fill="#40342c"/><rect x="700" y="800" width="400" height="220" fill="#efe4c8"/><path d="M760 880 l60 80 60 -120 60 140 60 -90" stroke="#222233" stroke-width="14" fill="none"/>',
  '<circle cx="900" cy="900" r="400" fill="#1d5c4a"/><circle cx="760" cy="760" r="110" fill="#9ad1b8"/><path d="M620 1020 h560" stroke="#0d2b23" stroke-width="26"/><path d="M900 520 v-90" stroke="#40342c" stroke-width="40"/>',
  '<path d="M900 480 L1330 1300 H470 Z" fill="#2a3f8f"/><path d="M900 700 L1080 1060 H720 Z" fill="#f2c14e"/><rect x="560" y="1180" width="680" height="50" fill="#141c44"/>',
];

/** Draws jar-0.jpg, jar-1.jpg and jar-2.jpg: each small in its frame on a grey wall, with a shadow below it. */
export async function drawGoods(folder: string): Promise<void> {
  for (const [index, product] of products.entries()) {
    const picture = `<svg width="1800" height="1800"><defs><filter id="b" x="-50%" y="-200%" width="200%" height="500%"><feGaussianBlur stdDeviation="26"/></filter></defs>
      <ellipse cx="900" cy="1300" rx="330" ry="36" fill="#000" opacity=".35" filter="url(#b)"/>${product}</svg>`;
    await sharp({ create: { width: 1800, height: 1800, channels: 3, background: '#ececec' } })
      .composite([{ input: Buffer.from(picture) }])
      .jpeg({ quality: 94 })
      .toFile(path.join(folder, `jar-${index}.jpg`));
  }
}
