import { IconTool } from '@tabler/icons-react';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { useWords } from '../logic/words.ts';
import { TileBadge } from '../list/tile-badge.tsx';

/** On a tile: some channels get a fixed copy of this photo. */
export function FixedMark({ channels }: { channels: readonly ChannelId[] }) {
  const words = useWords();
  if (channels.length === 0) return null;
  const text = words.say('fixes:mark', { channels: words.format.list(channels.map((channel) => words.channel(channel))) });
  return <TileBadge corner="fixed" tone="accent" icon={IconTool} title={text} />;
}
