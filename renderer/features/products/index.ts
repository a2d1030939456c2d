// The command table comes first: the shell builds its own table from it while it is still loading this page.
export { productCommands } from './commands.ts';
export { ProductsPage } from './page/products-page.tsx';
