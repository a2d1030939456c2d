import type { OutputOf } from '../../../../app/contract/index.ts';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import classes from '../list/toolbar.module.css';

/** The one sentence a merchant came for: "12 photos can't go on Amazon yet". */
export function Headline({ channel, counts }: { channel: ChannelChoice; counts: OutputOf<'photos.counts'> | undefined }) {
  const words = useWords();
  if (!counts || counts.total === 0) return <span className={classes.headline} />;
  const fails = counts.byVerdict.fail;
  const judged = fails + counts.byVerdict.warn + counts.byVerdict.pass;
  const values = { count: fails, channel: words.channel(channel) };
  const text = (): string => {
    if (judged === 0) return '';
    if (fails === 0) return words.say(channel === 'all' ? 'channel.allGoodEverywhere' : 'channel.allGood', values);
    return words.say(channel === 'all' ? 'channel.failingAll' : 'channel.failing', values);
  };
  return <span className={classes.headline} title={text()}>{text()}</span>;
}
