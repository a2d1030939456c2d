import { IconFileOff } from '@tabler/icons-react';
import { useWords } from '../logic/words.ts';
import { TileBadge } from './tile-badge.tsx';

/** On a tile: the photo's file is not where it was. */
export function MissingMark({ since }: { since: number | null }) {
  const { say, format } = useWords();
  if (since === null) return null;
  return (
    <TileBadge corner="file" tone="warn" icon={IconFileOff} title={say('watching:photo.since', { when: format.dateTime(since) })}>
      {say('watching:photo.missing')}
    </TileBadge>
  );
}
