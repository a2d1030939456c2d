import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { axeProblems } from '../testing/axe.ts';
import { renderApp } from '../testing/render-app.tsx';
import { places } from './places.ts';

const looks = (['en', 'zh-CN'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const settled = async (): Promise<void> => {
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(document.querySelector('[aria-hidden] > [data-width]')).toBeNull());
};

describe.each(looks)('$language, $theme', (settings) => {
  test.each([...places, { path: '/channels' }, { path: '/channels/amazon-main' }])('$path has no accessibility problem', async ({ path }) => {
    renderApp({ path, settings });
    await settled();
    expect(await axeProblems()).toEqual([]);
  });

  test('nor have the first run, the inspector, the palette, the shortcut sheet and the recovery screen', async () => {
    const first = renderApp({ shop: { shop: 'empty' }, settings: { ...settings, welcomed: false } });
    await settled();
    expect(await axeProblems()).toEqual([]);
    first.unmount();

    const { user, unmount } = renderApp({ path: '/models?model=centernet', settings });
    await screen.findByRole('complementary');
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('?');
    await screen.findByRole('dialog');
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    expect(await axeProblems()).toEqual([]);
    unmount();

    renderApp({ shop: { engine: 'stopped' }, settings });
    await screen.findByRole('heading', { level: 1 });
    expect(await axeProblems()).toEqual([]);
  });
});
