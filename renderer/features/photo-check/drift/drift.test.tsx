import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import { fakeCounts, fakeDetail, fakeRows } from '../../../dev/fake-photos.ts';
import { axeProblems } from '../../../testing/axe.ts';
import { tile, withLayout } from '../../../testing/photo-desk.tsx';
import { renderApp } from '../../../testing/render-app.tsx';

withLayout();

/** A shop in which the first photo was approved and then written anew. */
function shop(kind: 'changed' | 'resaved', similarity: number | null = 0.42) {
  let rows = fakeRows.map((row, index) => (index === 0 ? { ...row, drift: kind, decision: 'passed' as const } : row));
  const drift: PhotoDetail['drift'] = { kind, similarity, sha256: 'a'.repeat(64), approvedAt: Date.UTC(2026, 10, 20, 6, 0), approvedBy: 'mei', writtenAt: Date.UTC(2026, 10, 23, 4, 0) };
  return renderApp({
    path: '/photos?show=drift&photo=p0',
    handlers: {
      'photos.list': ({ show }) => {
        const shown = rows.filter((row) => show !== 'drift' || row.drift !== null);
        return { total: shown.length, rows: shown };
      },
      'photos.counts': () => ({ ...fakeCounts, drift: rows.filter((row) => row.drift !== null).length }),
      'photos.get': ({ id }) => {
        const row = rows.find((one) => one.id === id) ?? fakeDetail(id).row;
        return { ...fakeDetail(id), row, drift: row.drift === null ? null : drift };
      },
      'photos.decide': ({ ids }) => {
        rows = rows.map((row) => (ids.includes(row.id) ? { ...row, drift: null } : row));
        return { eventIds: ['e1'] };
      },
    },
  });
}

test('a photo that changed since it was approved shows both, with their days', async () => {
  shop('changed');
  const part = await screen.findByRole('region', { name: 'Approved and now' });
  expect(part).toHaveTextContent('Changed since it was approved');
  expect(part).toHaveTextContent('The model finds them 42% alike.');
  expect(within(part).getByRole('img', { name: 'Approved' })).toHaveAttribute('src', `media://approved/p0/preview?v=${'a'.repeat(64)}`);
  expect(part).toHaveTextContent('20 Nov 2026');
  expect(part).toHaveTextContent('23 Nov 2026');
  expect(await axeProblems()).toEqual([]);
});

test('where no small picture of the approved one is left, it says so', async () => {
  shop('changed', null);
  const part = await screen.findByRole('region', { name: 'Approved and now' });
  fireEvent.error(within(part).getByRole('img', { name: 'Approved' }));
  expect(part).toHaveTextContent('No small picture of it is left');
});

test('the same picture saved again is named as that', async () => {
  shop('resaved', 0.997);
  expect(await screen.findByRole('region', { name: 'Approved and now' })).toHaveTextContent('Likely the same picture, recompressed or resized: the model finds them 99.7% alike.');
});

test('approving again sends the decision and takes it off the list; X would reject it', async () => {
  const { user, bridge } = shop('changed');
  await user.click(await screen.findByRole('button', { name: /^Approve again/ }));
  expect(bridge.log).toContainEqual({ name: 'photos.decide', input: { ids: ['p0'], decision: 'passed' } });
  expect(await screen.findByText('Every approved photo is what was approved.')).toBeInTheDocument();
});

test('the desk has a tab for them and marks their tiles', async () => {
  const { user } = shop('changed');
  await screen.findByRole('region', { name: 'Approved and now' });
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('button', { name: /^Changed\s*1$/ })).toHaveAttribute('aria-pressed', 'true');
  expect(tile('mug-blue-1')).toHaveTextContent('Changed');
});
