import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconEyeQuestion } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import type { ChannelId, RuleId } from '../../../../app/photo-check/types.ts';
import type { z } from 'zod';
import { useCall } from '../../../bridge/index.ts';
import { useFormat } from '../../../i18n/index.ts';
import type { ChannelChoice } from '../logic/words.ts';
import { useDefectActions } from './defects/use-defect-actions.ts';
import { standingWords } from './standing-words.ts';
import classes from './missed-something.module.css';

interface MissedSomethingProps {
  readonly detail: z.infer<typeof PhotoDetail>;
  readonly channel: ChannelChoice;
  readonly onMissed: (rule: RuleId, channel: ChannelId, note: string) => void;
}

/** Rules that a channel asks for and that found nothing here, each with the first channel that asks. */
function silentRules(detail: MissedSomethingProps['detail'], infos: readonly { id: ChannelId; enabled: boolean; rules: readonly { rule: RuleId }[] }[], channel: ChannelChoice) {
  const silent = new Map<RuleId, ChannelId>();
  const found = new Set<RuleId>();
  for (const { id, enabled, rules } of infos) {
    if (!enabled || (channel !== 'all' && channel !== id)) continue;
    for (const { rule } of detail.channels[id]?.findings ?? []) found.add(rule);
    for (const { rule } of rules) if (!silent.has(rule)) silent.set(rule, id);
  }
  return [...silent].filter(([rule]) => !found.has(rule));
}

/** "This photo is blurry, and you did not see it": the rule that should have found something, and a note. */
export function MissedSomething({ detail, channel, onMissed }: MissedSomethingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const [chosen, choose] = useState('');
  const infos = useCall('photos.channels', {}).data;
  const own = useCall('defects.list', {}).data ?? [];
  const seen = useCall('defects.ofPhoto', { photoId: detail.row.id }).data ?? [];
  const { label } = useDefectActions();
  const silent = silentRules(detail, infos ?? [], channel);
  const unseen = own.filter(({ id }) => !seen.some(({ defect }) => defect === id));
  const missed = [...standingWords(detail.history)].filter(([, word]) => word === 'missed').map(([rule]) => t(`rules:rules.${rule}.name`));
  const close = (): void => {
    setAsking(false);
    setNote('');
    choose('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <div className={classes.part}>
      {missed.length > 0 ? <p className={classes.quiet}>{t('learning:missed.said', { rules: format.list(missed) })}</p> : null}
      {asking ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            const pair = silent.find(([rule]) => rule === chosen);
            close();
            if (pair !== undefined) onMissed(pair[0], pair[1], note.trim());
            else void label(chosen, { photoId: detail.row.id, name: detail.row.name }, 'bad');
          }}
        >
          <NativeSelect
            label={t('learning:missed.rule')}
            required
            autoFocus
            value={chosen}
            onKeyDown={onKeyDown}
            onChange={(event) => choose(event.currentTarget.value)}
            data={[{ value: '', label: t('learning:missed.choose') }, ...silent.map(([rule]) => ({ value: rule, label: t(`rules:rules.${rule}.name`) })), ...unseen.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          {unseen.some(({ id }) => id === chosen) ? <p className={classes.quiet}>{t('learning:missed.own')}</p> : null}
          <Textarea size="xs" label={t('learning:missed.note')} maxLength={2000} rows={2} value={note} onKeyDown={onKeyDown} onChange={(event) => setNote(event.currentTarget.value)} />
          <div className={classes.buttons}>
            <Button type="submit" disabled={chosen === ''} onKeyDown={onKeyDown}>{t('learning:missed.send')}</Button>
            <Button variant="subtle" color="gray" onKeyDown={onKeyDown} onClick={close}>{t('learning:missed.cancel')}</Button>
          </div>
        </form>
      ) : (
        <Button size="compact-xs" variant="subtle" color="gray" className={classes.ask ?? ''} disabled={silent.length + unseen.length === 0} leftSection={<IconEyeQuestion size={13} stroke={1.75} aria-hidden />} onClick={() => setAsking(true)}>
          {t('learning:missed.action')}
        </Button>
      )}
    </div>
  );
}
