import { UnstyledButton } from '@mantine/core';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { StatusIcon } from '../../../design/index.ts';
import { worstVerdict } from '../logic/findings.ts';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import classes from './channel-chips.module.css';

interface ChannelChipsProps {
  readonly value: ChannelChoice;
  readonly verdicts: PhotoRow['verdicts'];
  readonly channels: readonly ChannelId[];
  /** whether staff's waivers are part of the verdict */
  readonly waived: (choice: ChannelChoice) => boolean;
  readonly onChange: (channel: ChannelChoice) => void;
}

/** Each market's verdict on this photo; pressing one looks with its eyes. */
export function ChannelChips({ value, verdicts, channels, waived, onChange }: ChannelChipsProps) {
  const words = useWords();
  return (
    <div className={classes.chips} role="group" aria-label={words.say('inspector.verdicts')}>
      {(['all', ...channels] as const).map((choice) => {
        const verdict = worstVerdict(verdicts, choice);
        const said = words.verdict(verdict, waived(choice));
        return (
          <UnstyledButton
            key={choice}
            className={classes.chip ?? ''}
            aria-pressed={choice === value}
            aria-label={words.say('verdict.ofChannel', { channel: words.channel(choice), verdict: said })}
            title={said}
            onClick={() => onChange(choice)}
          >
            <StatusIcon status={verdict ?? 'neutral'} size={14} />
            {words.channel(choice)}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
