import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DraftRequirement } from '../../../../app/photo-check/learning/types.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { asCallError, useCall, useCommand } from '../../../bridge/index.ts';
import { useErrorText } from '../../../design/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { useWords } from '../logic/words.ts';
import { useLearningWords } from './use-learning-words.ts';
import classes from './learning.module.css';

interface ApplyThresholdProps extends Pick<DraftRequirement, 'rule' | 'field' | 'value'> {
  readonly channels: readonly ChannelId[];
  /** the value as it is told */
  readonly shown: string;
}

/** What a new line would change in one channel, by the photos that were measured. */
function Impact({ draft }: { draft: DraftRequirement }) {
  const { t, format } = useLearningWords();
  const { channel } = useWords();
  const errorText = useErrorText();
  const made = useCall('learning.draft', draft);
  const asked = useCall('packs.preview', { pack: made.data ?? {} }, { enabled: made.data !== undefined });
  const failure = made.error ?? asked.error;
  if (failure) return <li role="alert">{t('learning:apply.uncounted', { channel: channel(draft.channel), why: errorText(asCallError(failure)).title })}</li>;
  const preview = asked.data;
  if (preview && preview.problems.length > 0) return <li role="alert">{t('learning:apply.impossible', { channel: channel(draft.channel) })}</li>;
  if (!preview?.impact) return <li className={classes.quiet}>{t('learning:apply.counting', { channel: channel(draft.channel) })}</li>;
  const { changed, photos } = preview.impact;
  return <li>{t('learning:apply.impact', { channel: channel(draft.channel), count: changed, of: format.number(photos, 0) })}</li>;
}

/** Moves a line in a copy of each channel's pack: first what that changes, then, on a second press, it is stored. */
export function ApplyThreshold({ rule, field, value, channels, shown }: ApplyThresholdProps) {
  const { t } = useLearningWords();
  const done = useUndoable();
  const [asking, setAsking] = useState(false);
  const { mutate: adjust, isPending } = useCommand('packs.adjust');
  const { mutateAsync: undo } = useCommand('packs.undo');
  const drafts = channels.map((channel) => ({ rule, channel, field, value }));

  const apply = (): void =>
    adjust({ lines: drafts }, {
      onSuccess({ eventIds }) {
        setAsking(false);
        done(t('learning:apply.done', { rule: t(`rules:rules.${rule}.name`), value: shown }), () => undo({ eventIds }));
      },
    });

  if (!asking) {
    return (
      <div className={classes.buttons}>
        <Button onClick={() => setAsking(true)}>{t('learning:apply.action')}</Button>
      </div>
    );
  }
  return (
    <div className={classes.suggestion}>
      <p>{t('learning:apply.ask', { value: shown })}</p>
      <ul className={classes.list}>
        {drafts.map((draft) => (
          <Impact key={draft.channel} draft={draft} />
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button loading={isPending} onClick={apply}>{t('learning:apply.confirm', { count: channels.length })}</Button>
        <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>{t('learning:apply.cancel')}</Button>
      </div>
    </div>
  );
}
