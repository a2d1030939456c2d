import { IconCheck, IconExclamationMark, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId, Verdict } from '../../../../app/photo-check/types.ts';
import { channelsWith } from '../logic/findings.ts';
import { useWords } from '../logic/words.ts';
import classes from './tile.module.css';

const glyphs: Record<Verdict, Icon> = { pass: IconCheck, warn: IconExclamationMark, fail: IconX };
const order = ['fail', 'warn', 'pass'] as const;

interface VerdictStripProps {
  readonly verdicts: PhotoRow['verdicts'];
  readonly waivedOn: PhotoRow['waivedOn'];
  readonly channels: readonly ChannelId[];
}

/** Every channel's verdict in one line, always in the same order; spoken as "Fails on …; passes on …". */
export function VerdictStrip({ verdicts, waivedOn, channels }: VerdictStripProps) {
  const words = useWords();
  const { say, format } = words;
  const spoken = order
    .map((verdict) => ({ verdict, found: channelsWith(verdicts, verdict).filter((channel) => channels.includes(channel)) }))
    .filter(({ found }) => found.length > 0)
    .map(({ verdict, found }) => say(`verdict.strip.${verdict}`, { channels: format.list(found.map((channel) => words.channel(channel))) }))
    .join('; ');
  return (
    <span className={classes.strip} role="img" aria-label={spoken || words.verdict(null)}>
      {channels.map((channel) => {
        const verdict = verdicts[channel];
        const Glyph = verdict ? glyphs[verdict] : IconMinus;
        const title = say('verdict.ofChannel', { channel: words.channel(channel), verdict: words.verdict(verdict, waivedOn.includes(channel)) });
        return (
          <span key={channel} className={classes.cell} data-verdict={verdict} data-waived={waivedOn.includes(channel) || undefined} title={title}>
            <Glyph size={11} stroke={2.75} aria-hidden />
          </span>
        );
      })}
    </span>
  );
}
