import type { ChannelId, ImageFormat, RuleId } from '../../app/photo-check/types.ts';
import type { GoodsId } from './goods/index.ts';

/** What lies behind the goods. */
export type Ground =
  | { readonly kind: 'plain'; readonly colour: readonly [number, number, number] }
  /** a soft shadow on white under the goods */
  | { readonly kind: 'shadow' }
  /** a wooden table before a wall */
  | { readonly kind: 'table' }
  /** two halves side by side, as of two pictures put together */
  | { readonly kind: 'halves'; readonly left: string; readonly right: string };

/** Further goods in the same frame. */
export interface Beside {
  readonly goods: GoodsId;
  /** as those of the picture */
  readonly fill: number;
  readonly centre: readonly [x: number, y: number];
}

/** How one picture is taken; what is absent is as a careful photographer would do it. */
export interface PictureSpec {
  /** name without extension, unique in the shop */
  readonly name: string;
  /** what is photographed; absent where the file copies another one */
  readonly goods: GoodsId;
  /** written after the dot; the usual one of `format` where absent */
  readonly extension?: string;
  readonly format?: ImageFormat & ('jpeg' | 'png' | 'webp' | 'gif' | 'avif');
  /** pixels; 2200 × 2200 where absent */
  readonly size?: readonly [width: number, height: number];
  /** 0–1: longer side of the goods over that side of the frame; .87 where absent, which every channel takes */
  readonly fill?: number;
  /** where the goods' centre lies, as shares of the frame; outside 0–1 cuts them */
  readonly centre?: readonly [x: number, y: number];
  readonly ground?: Ground;
  readonly beside?: readonly Beside[];
  /** 1 as lit; below, the whole frame lacks light; above, the goods get too much (the ground's colour is given as it shows) */
  readonly exposure?: number;
  /** Gaussian blur over the whole picture, standard deviation in pixels */
  readonly blur?: number;
  /** taken this many times smaller, and enlarged to its size afterwards */
  readonly enlarged?: number;
  /** grain over the whole picture, standard deviation in 8-bit levels */
  readonly grain?: number;
  /** the light's colour: what white comes out as, as shares of red, green and blue */
  readonly light?: readonly [red: number, green: number, blue: number];
  /** a frame laid round the picture: its width as a share of the side, and its colour */
  readonly frame?: { readonly share: number; readonly colour: readonly [number, number, number] };
  /** colour profile that the file is converted to; sRGB, and none embedded, where absent */
  readonly profile?: 'p3';
  /** EXIF orientation, with the pixels turned so that the picture shows upright where it is followed */
  readonly orientation?: 6;
  /** SVG laid over the picture, drawn on 1000 × 1000 units */
  readonly overlay?: string;
  /** 1–100; 88 where absent */
  readonly quality?: number;
  /** the same bytes as the picture of that name */
  readonly copyOf?: string;
  /** the same pixels as the picture of that name, in this file's own format */
  readonly pixelsOf?: string;
  /** rules this picture is there to show; empty for one that every channel takes */
  readonly shows: readonly Shown[];
}

/** A rule, and where it is expected to speak: in these channels at least. */
export interface Shown {
  readonly rule: RuleId;
  readonly channels: readonly ChannelId[];
}

export interface Product {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  /** in minor units of the currency, e.g. pence */
  readonly price: { readonly amount: number; readonly currency: 'GBP' };
  readonly pictures: readonly PictureSpec[];
}

const usualExtension = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', avif: 'avif' } as const;

/** The name the picture's file gets. */
export const fileNameOf = ({ name, format = 'jpeg', extension }: PictureSpec): string => `${name}.${extension ?? usualExtension[format]}`;
