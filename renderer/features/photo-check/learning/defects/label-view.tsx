import { Button } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DefectRow, NextPicture } from '../../../../../app/contract/defects.ts';
import type { Label } from '../../../../../app/photo-check/learning/defects/types.ts';
import { asCallError, useBridge, useCall } from '../../../../bridge/index.ts';
import { ErrorPanel, KeyCap, SkeletonTiles } from '../../../../design/index.ts';
import { useCommandHandlers } from '../../../../shell/command-center.tsx';
import { mediaUrl } from '../../logic/media-url.ts';
import { keyOf } from '../learning-commands.ts';
import { useLearningWords } from '../use-learning-words.ts';
import type { DefectActions } from './use-defect-actions.ts';
import classes from './label-view.module.css';

interface LabelViewProps {
  readonly defect: DefectRow;
  readonly actions: DefectActions;
  readonly onLeave: () => void;
}

/** Pictures are asked for in batches, and ranked anew before the batch is used up. */
const batch = 12;
const askAgainAt = 4;

/** One picture large: good, bad, or no idea, by key; then the next that teaches the most. */
export function LabelView({ defect, actions, onLeave }: LabelViewProps) {
  const { t, format } = useLearningWords();
  const { platform } = useBridge().start;
  const client = useQueryClient();
  const { data, error, isFetching, isPending, refetch } = useCall('defects.next', { id: defect.id, count: batch });
  const [told, setTold] = useState<readonly (NextPicture & { readonly label: Label })[]>([]);
  const toldIds = new Set(told.map(({ photoId }) => photoId));
  const waiting = (data ?? []).filter(({ photoId }) => !toldIds.has(photoId));
  const picture = waiting[0];
  const running = waiting.length > askAgainAt || isFetching || error !== null || (data?.length ?? 0) < batch;
  // Who comes back later is asked anew: what was ranked before may be labelled by now.
  useEffect(() => () => client.removeQueries({ queryKey: ['defects.next'] }), [client]);
  useEffect(() => {
    if (!running) void refetch();
  }, [running, refetch]);

  const tell = (label: Label): void => {
    if (picture === undefined) return;
    setTold((before) => [...before, { ...picture, label }]);
    const back = (): void => setTold((before) => before.filter(({ photoId }) => photoId !== picture.photoId));
    void actions.label(defect.id, picture, label, back).then((kept) => { if (!kept) back(); });
  };
  useCommandHandlers({
    'learning.good': () => tell('good'),
    'learning.bad': () => tell('bad'),
    'learning.skip': () => tell('skip'),
    'learning.leave': onLeave,
  });

  const last = told.at(-1);
  const ready = defect.missingGood + defect.missingBad === 0;
  const cap = (name: string): React.ReactNode => <KeyCap shortcut={keyOf(name)} platform={platform} />;
  const content = (): React.ReactNode => {
    if (error) return <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} />;
    if (isPending || (picture === undefined && isFetching)) return <SkeletonTiles size={320} />;
    if (picture === undefined) return <p className={classes.end}>{t('learning:label.end')}</p>;
    return (
      <figure className={classes.figure}>
        <img key={picture.photoId} className={classes.large} src={mediaUrl({ id: picture.photoId, sha256: picture.sha256 }, 'preview')} alt={picture.name} />
        <figcaption className={classes.caption}>
          <span className={classes.name}>{picture.name}</span>
          <span>{t(`learning:why.${picture.why}`)}</span>
          {picture.probability === null ? null : <span>{t('learning:why.says', { share: format.percent(picture.probability, 0) })}</span>}
          {picture.why === 'different' && picture.nearest !== null ? <span>{t('learning:why.nearest', { share: format.percent(picture.nearest, 0) })}</span> : null}
        </figcaption>
      </figure>
    );
  };
  return (
    <div className={classes.view}>
      <div className={classes.stage}>{content()}</div>
      <div className={classes.bar} role="toolbar" aria-label={t('learning:label.title', { name: defect.name })}>
        <p className={classes.question}>{defect.about === '' ? t('learning:label.question', { name: defect.name }) : t('learning:label.questionAbout', { name: defect.name, about: defect.about })}</p>
        <Button variant="default" disabled={!picture} leftSection={<IconThumbUp size={16} stroke={1.75} aria-hidden />} rightSection={cap('good')} onClick={() => tell('good')}>
          {t('learning:label.good')}
        </Button>
        <Button variant="default" disabled={!picture} leftSection={<IconThumbDown size={16} stroke={1.75} aria-hidden />} rightSection={cap('bad')} onClick={() => tell('bad')}>
          {t('learning:label.bad')}
        </Button>
        <Button variant="subtle" color="gray" disabled={!picture} rightSection={cap('skip')} onClick={() => tell('skip')}>
          {t('learning:label.skip')}
        </Button>
        <p className={classes.count} role="status">
          {last ? <span className={classes.last}>{t('learning:label.last', { name: last.name, label: t(`learning:label.${last.label}`) })}</span> : null}
          {t('learning:label.count', { good: defect.good, bad: defect.bad })} {ready ? t('learning:label.enough') : t('learning:missingPictures', { good: defect.missingGood, bad: defect.missingBad })}
        </p>
        <Button
          variant={ready ? 'filled' : 'default'}
          disabled={!ready || defect.training}
          onClick={() => {
            actions.train(defect.id);
            onLeave();
          }}
        >
          {t(defect.versions.length > 0 ? 'learning:action.retrain' : 'learning:action.train')}
        </Button>
      </div>
    </div>
  );
}
