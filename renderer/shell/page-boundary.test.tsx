import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { render } from '@testing-library/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createQueryClient } from '../bridge/index.ts';
import { createI18n } from '../i18n/index.ts';
import { PageBoundary } from './page-boundary.tsx';

let broken = true;
function Page() {
  if (broken) throw new Error('no such thing');
  return <p>whole again</p>;
}

const tree = (place: string) => (
  <I18nextProvider i18n={createI18n('en')}>
    <MantineProvider>
      <QueryClientProvider client={createQueryClient()}>
        <PageBoundary place={place}>{place === '/other' ? <p>another page</p> : <Page />}</PageBoundary>
      </QueryClientProvider>
    </MantineProvider>
  </I18nextProvider>
);

test('a page that breaks says so, can be tried again, and leaves other pages alone', async () => {
  // React prints what a boundary caught; that is what this test provokes.
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  broken = true;
  const { rerender } = render(tree('/photos'));
  expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong inside the console');
  rerender(tree('/other'));
  expect(screen.getByText('another page')).toBeInTheDocument();
  rerender(tree('/photos'));
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('whole again')).toBeInTheDocument();
  expect(printed).toHaveBeenCalled();
  printed.mockRestore();
});
