const latinAndChinese = 'font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif" font-weight="700"';

/** Stickers as sellers lay over their pictures; drawn on 1000 × 1000 units. */
export const overlays = {
  sale: `<circle cx="165" cy="165" r="132" fill="#d3262c"/><text x="165" y="158" font-size="88" text-anchor="middle" fill="#fff" ${latinAndChinese}>SALE</text><text x="165" y="240" font-size="72" text-anchor="middle" fill="#fff" ${latinAndChinese}>-30%</text>`,
  freeDelivery: `<rect x="40" y="40" width="260" height="130" rx="18" fill="#e4392f"/><text x="170" y="136" font-size="96" text-anchor="middle" fill="#fff" ${latinAndChinese}>包邮</text>`,
  limitedOffer: `<rect x="36" y="60" width="286" height="300" rx="22" fill="#d3262c"/><text x="179" y="190" font-size="118" text-anchor="middle" fill="#ffe9b0" ${latinAndChinese}>限时</text><text x="179" y="318" font-size="118" text-anchor="middle" fill="#ffe9b0" ${latinAndChinese}>特价</text>`,
} as const;
