const latinAndChinese = 'font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif" font-weight="700"';

const tile = Array.from({ length: 40 }, (_, i) => {
  const [x, y] = [(i % 5) * 260 + (Math.floor(i / 5) % 2) * 130 - 80, Math.floor(i / 5) * 140 + 60];
  return `<text x="${x}" y="${y}" font-size="34" fill="#777" opacity=".34" transform="rotate(-24 ${x} ${y})" ${latinAndChinese}>© Vitrine 版权所有</text>`;
}).join('');

const badge = (x: number, y: number, colour: string, words: string): string =>
  `<circle cx="${x}" cy="${y}" r="88" fill="${colour}"/><text x="${x}" y="${y + 20}" font-size="58" text-anchor="middle" fill="#fff" ${latinAndChinese}>${words}</text>`;

/** Stickers as sellers lay over their pictures; drawn on 1000 × 1000 units. */
export const overlays = {
  sale: `<circle cx="165" cy="165" r="132" fill="#d3262c"/><text x="165" y="158" font-size="88" text-anchor="middle" fill="#fff" ${latinAndChinese}>SALE</text><text x="165" y="240" font-size="72" text-anchor="middle" fill="#fff" ${latinAndChinese}>-30%</text>`,
  freeDelivery: `<rect x="40" y="40" width="260" height="130" rx="18" fill="#e4392f"/><text x="170" y="136" font-size="96" text-anchor="middle" fill="#fff" ${latinAndChinese}>包邮</text>`,
  watermark: tile,
  /** what Chinese sellers call psoriasis */
  psoriasis:
    badge(110, 110, '#d3262c', '包邮') + badge(890, 110, '#e07b00', '正品') + badge(110, 330, '#1d7a3c', '新品') +
    `<rect y="800" width="1000" height="200" fill="#d3262c"/><text x="500" y="935" font-size="104" text-anchor="middle" fill="#ffe9b0" ${latinAndChinese}>限时特价 买一送一</text>` +
    `<text x="880" y="300" font-size="66" text-anchor="middle" fill="#d3262c" ${latinAndChinese}>厂家直销</text>`,
  /** in place of a photo */
  noPicture:
    '<rect width="1000" height="1000" fill="#e3e5e8"/><g fill="#a9afb7"><rect x="330" y="340" width="340" height="230" rx="30"/><rect x="420" y="306" width="160" height="60" rx="16"/></g>' +
    '<circle cx="500" cy="455" r="78" fill="#e3e5e8"/><circle cx="500" cy="455" r="50" fill="#a9afb7"/>' +
    `<text x="500" y="690" font-size="62" text-anchor="middle" fill="#8b929b" ${latinAndChinese}>NO IMAGE AVAILABLE</text><text x="500" y="780" font-size="62" text-anchor="middle" fill="#8b929b" ${latinAndChinese}>暂无图片</text>`,
} as const;
