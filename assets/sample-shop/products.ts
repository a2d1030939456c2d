import type { Product } from './picture.ts';
import { clothes } from './shelves/clothes.ts';
import { home } from './shelves/home.ts';
import { kitchen } from './shelves/kitchen.ts';
import { tea } from './shelves/tea.ts';
import { toys } from './shelves/toys.ts';

/** Everything the sample shop sells, shelf by shelf. */
export const products: readonly Product[] = [...tea, ...kitchen, ...home, ...clothes, ...toys];
