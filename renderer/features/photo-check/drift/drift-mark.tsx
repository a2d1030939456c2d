import { IconReplace } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { useWords } from '../logic/words.ts';
import { TileBadge } from '../list/tile-badge.tsx';

/** On a tile: what stands there is not what staff approved. */
export function DriftMark({ drift }: { drift: PhotoRow['drift'] }) {
  const { say } = useWords();
  if (drift === null) return null;
  return (
    <TileBadge corner="file" tone={drift === 'changed' ? 'warn' : 'neutral'} icon={IconReplace} title={say(`drift:long.${drift}`)}>
      {say(`drift:short.${drift}`)}
    </TileBadge>
  );
}
