import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { expect, test, vi } from 'vitest';
import { CallFailure } from '../bridge/index.ts';
import { createI18n } from '../i18n/index.ts';
import { UndoProvider, useUndoable, useUndoStack } from './undo.tsx';

function Desk({ takeBack }: { takeBack: (what: string) => Promise<unknown> }) {
  const done = useUndoable();
  const { last, undo } = useUndoStack();
  return (
    <>
      <button onClick={() => done('one', () => takeBack('one'))}>do one</button>
      <button onClick={() => done('two', () => takeBack('two'))}>do two</button>
      <button onClick={() => void undo().then(() => undo())}>undo both</button>
      <output>{last?.message ?? 'nothing'}</output>
    </>
  );
}

const show = (takeBack: (what: string) => Promise<unknown>) =>
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <MantineProvider>
        <Notifications />
        <UndoProvider>
          <Desk takeBack={takeBack} />
        </UndoProvider>
      </MantineProvider>
    </I18nextProvider>,
  );

test('the toast takes back its own action, not the last one', async () => {
  const takeBack = vi.fn<(what: string) => Promise<void>>(() => Promise.resolve());
  show(takeBack);
  await userEvent.click(screen.getByText('do one'));
  const [undoOne] = await screen.findAllByRole('button', { name: 'Undo' });
  await userEvent.click(screen.getByText('do two'));
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2));
  if (undoOne) await userEvent.click(undoOne);
  expect(takeBack.mock.calls).toEqual([['one']]);
  expect(screen.getByRole('status')).toHaveTextContent('two');
  expect(await screen.findByText('Taken back: one')).toBeInTheDocument();
});

test('two undos in a row take back two things, the last one first', async () => {
  const takeBack = vi.fn<(what: string) => Promise<void>>(() => Promise.resolve());
  show(takeBack);
  await userEvent.click(screen.getByText('do one'));
  await userEvent.click(screen.getByText('do two'));
  await userEvent.click(screen.getByText('undo both'));
  await waitFor(() => expect(takeBack.mock.calls).toEqual([['two'], ['one']]));
  expect(screen.getByRole('status')).toHaveTextContent('nothing');
});

test('an undo that fails says so and can be tried again', async () => {
  show(() => Promise.reject(new CallFailure('photos.undo', { code: 'disk-full' })));
  await userEvent.click(screen.getByText('do one'));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('The disk is full')).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('one');
});
