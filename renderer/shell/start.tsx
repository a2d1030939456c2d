import '../bridge/zod-jitless.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../design/tokens.css';
import '../design/base.css';
import '../design/table.css';
import { createRoot } from 'react-dom/client';
import { createHashRouter, RouterProvider } from 'react-router';
import type { Bridge } from '../../app/contract/bridge.ts';
import { createQueryClient } from '../bridge/index.ts';
import { createI18n, languageFor } from '../i18n/index.ts';
import { App } from './app.tsx';
import { recall } from './first-paint.ts';
import { routes } from './routes.tsx';

/** Puts the console into the page. The one place in the window that constructs things. */
export function start(bridge: Bridge, root: HTMLElement): void {
  // The scroll lock of dialogs injects a style of its own and looks for the nonce under this name.
  Object.assign(globalThis, { __webpack_nonce__: bridge.start.styleNonce });
  const firstPaint = recall(localStorage);
  const language = firstPaint.language ?? languageFor(bridge.start.locale);
  document.documentElement.lang = language;
  createRoot(root).render(
    <App bridge={bridge} client={createQueryClient()} i18n={createI18n(language)} firstPaint={firstPaint}>
      <RouterProvider router={createHashRouter(routes)} />
    </App>,
  );
}
