/** What a pixel of the working copy belongs to, once text and stray marks are told from the product. */
export const Part = { background: 0, shadow: 1, product: 2, overlay: 3 } as const;

export interface Cut {
  readonly width: number;
  readonly height: number;
  /** a `Part` a pixel */
  readonly parts: Uint8Array;
  readonly source: 'white-background' | 'model' | 'none';
  /** 0–1 */
  readonly confidence: number;
}
