import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DraftRequirement } from '../../../../app/photo-check/learning/types.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { callOptions, useBridge, useCall, useCommand } from '../../../bridge/index.ts';
import { useReportFailure } from '../../../shell/failures.tsx';
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
  const pack = useCall('learning.draft', draft).data;
  const preview = useCall('packs.preview', { pack: pack ?? {} }, { enabled: pack !== undefined }).data;
  if (!preview?.impact) return <li className={classes.quiet}>{t('learning:apply.counting', { channel: channel(draft.channel) })}</li>;
  const { changed, photos } = preview.impact;
  return <li>{t('learning:apply.impact', { channel: channel(draft.channel), count: changed, of: format.number(photos, 0) })}</li>;
}

/** Moves a line in a copy of each channel's pack: first what that changes, then, on a second press, it is stored. */
export function ApplyThreshold({ rule, field, value, channels, shown }: ApplyThresholdProps) {
  const { t } = useLearningWords();
  const bridge = useBridge();
  const done = useUndoable();
  const report = useReportFailure();
  const [asking, setAsking] = useState(false);
  const { mutateAsync: save, isPending } = useCommand('packs.save');
  const { mutateAsync: undo } = useCommand('packs.undo');
  const drafts = channels.map((channel) => ({ rule, channel, field, value }));

  async function apply(): Promise<void> {
    try {
      const eventIds: string[] = [];
      for (const draft of drafts) {
        const pack = await callOptions(bridge, 'learning.draft', draft).queryFn();
        eventIds.push(...(await save({ pack })).eventIds);
      }
      setAsking(false);
      done(t('learning:apply.done', { rule: t(`rules:rules.${rule}.name`), value: shown }), () => undo({ eventIds }));
    } catch (thrown) {
      report(thrown);
    }
  }

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
        <Button loading={isPending} onClick={() => void apply()}>{t('learning:apply.confirm', { count: channels.length })}</Button>
        <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>{t('learning:apply.cancel')}</Button>
      </div>
    </div>
  );
}
