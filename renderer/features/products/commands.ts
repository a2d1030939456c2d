import { IconSearch, IconTablePlus } from '@tabler/icons-react';
import type { Command } from '../../shell/command.ts';

export const productMoves = ['up', 'down', 'home', 'end', 'page-up', 'page-down'] as const;
export type ProductMove = (typeof productMoves)[number];
const keys: Readonly<Record<ProductMove, string>> = { up: 'arrowup', down: 'arrowdown', home: 'home', end: 'end', 'page-up': 'pageup', 'page-down': 'pagedown' };

/** The products' part of the command table; all of it belongs to their page. */
export const productCommands: readonly Command[] = [
  {
    id: 'products.import', label: 'products:command.import', group: 'work', icon: IconTablePlus,
    run: ({ navigate }) => void navigate('/products?import=choose'),
  },
  { id: 'products.search', label: 'products:command.search', group: 'work', icon: IconSearch, keys: ['mod+f', '/'] },
  { id: 'products.open', label: 'products:command.open', group: 'work', keys: ['enter'], keysOnly: true },
  ...productMoves.map((move): Command => ({ id: `products.${move}`, label: `products:command.${move}`, group: 'work', keys: [keys[move]], keysOnly: true })),
];
