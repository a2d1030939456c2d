import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Settings } from '../../app/contract/settings.ts';
import { Settings as SettingsSchema } from '../../app/contract/settings.ts';
import { createFakeBridge, type FakeHandlers, type FakeOptions } from '../bridge/fake.ts';
import { createQueryClient } from '../bridge/index.ts';
import { fakeShop, type ShopState } from '../dev/fake-shop.ts';
import { createI18n, type Language } from '../i18n/index.ts';
import { App } from '../shell/app.tsx';
import { routes } from '../shell/routes.tsx';

interface RenderAppOptions extends FakeOptions {
  /** e.g. '/models' */
  readonly path?: string;
  readonly shop?: Partial<Omit<ShopState, 'settings'>>;
  readonly settings?: Partial<Settings>;
  /** in place of the fake shop's own */
  readonly handlers?: FakeHandlers;
}

/** The whole window on one page, over the fake shop. Gives the bridge (to emit events, to read the log) and a user. */
export function renderApp({ path = '/', shop, settings, handlers, ...options }: RenderAppOptions = {}) {
  const language: Language = settings?.language ?? 'en';
  const bridge = createFakeBridge({ ...fakeShop({ ...shop, settings: settings ?? {} }), ...handlers }, options);
  const i18n = createI18n(language);
  const firstPaint = SettingsSchema.parse({ language, ...settings });
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const client = createQueryClient();
  const view = render(
    <App bridge={bridge} client={client} i18n={i18n} firstPaint={firstPaint}>
      <RouterProvider router={router} />
    </App>,
  );
  return { ...view, bridge, i18n, router, client, user: userEvent.setup() };
}
