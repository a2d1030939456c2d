/** Which product a photo shows. Whatever keeps the catalogue answers this; it calls `waivers.project` where a photo comes to show another one. */
export interface ProductLinks {
  readonly productOf: (photoId: string) => { readonly id: string; readonly title: string } | null;
  /** photos that show the product */
  readonly photosOf: (productId: string) => readonly string[];
}

/** While there is no catalogue, no photo shows a product that anyone knows of. */
export const noProducts: ProductLinks = { productOf: () => null, photosOf: () => [] };
