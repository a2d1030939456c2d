import { IconCheck, IconExclamationMark, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId, Verdict } from '../../../../app/photo-check/types.ts';
import { stripWords } from '../logic/strip-words.ts';
import { useWords } from '../logic/words.ts';
import classes from './tile.module.css';

const glyphs: Record<Verdict, Icon> = { pass: IconCheck, warn: IconExclamationMark, fail: IconX };

interface VerdictStripProps {
  readonly verdicts: PhotoRow['verdicts'];
  readonly waivedOn: PhotoRow['waivedOn'];
  readonly channels: readonly ChannelId[];
}

/** Every channel's verdict in one line, always in the same order; spoken as "Fails on …; passes on …". */
export function VerdictStrip({ verdicts, waivedOn, channels }: VerdictStripProps) {
  const words = useWords();
  const { spoken, titles } = stripWords(words, channels, verdicts, waivedOn);
  return (
    <span className={classes.strip} role="img" aria-label={spoken || words.verdict(null)}>
      {channels.map((channel, index) => {
        const verdict = verdicts[channel];
        const Glyph = verdict ? glyphs[verdict] : IconMinus;
        return (
          <span key={channel} className={classes.cell} data-verdict={verdict} data-waived={waivedOn.includes(channel) || undefined} title={titles[index]}>
            <Glyph size={11} stroke={2.75} aria-hidden />
          </span>
        );
      })}
    </span>
  );
}
