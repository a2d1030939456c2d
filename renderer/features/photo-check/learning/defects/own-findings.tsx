import { Button } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useCall } from '../../../../bridge/index.ts';
import { StatusIcon } from '../../../../design/index.ts';
import { useLearningWords } from '../use-learning-words.ts';
import { Pictures } from './pictures.tsx';
import { useDefectActions } from './use-defect-actions.ts';
import classes from './defects.module.css';

/** What the merchant's own defects find on a photo: warnings with what they go by, and a word on each. */
export function OwnFindings({ photoId, name }: { photoId: string; name: string }) {
  const { t, format } = useLearningWords();
  const actions = useDefectActions();
  const found = useCall('defects.ofPhoto', { photoId }).data ?? [];
  return found.map(({ defect, name: rule, about, probability, version, trainedAt, pictures, like, label }) => (
    <article key={defect} className={classes.own} aria-label={rule}>
      <StatusIcon status="warn" />
      <p className={classes.ownName}>{rule}</p>
      <p>{t('learning:own.text', { name: rule, share: format.percent(probability, 0) })}</p>
      {about === '' ? null : <p className={classes.quiet}>{about}</p>}
      {like.length > 0 ? (
        <>
          <p className={classes.quiet}>{t('learning:own.like')}</p>
          <Pictures pictures={like} />
        </>
      ) : null}
      <p className={classes.quiet}>{t('learning:own.model', { version, pictures, at: format.date(trainedAt), id: defect })}</p>
      {label === null || label === 'skip' ? null : <p className={classes.quiet}>{t(`learning:own.said.${label}`)}</p>}
      <span className={classes.buttons}>
        {label === 'bad' ? null : (
          <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconThumbUp size={13} stroke={1.75} aria-hidden />} onClick={() => void actions.label(defect, { photoId, name }, 'bad')}>
            {t('learning:say.right')}
          </Button>
        )}
        {label === 'good' ? null : (
          <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconThumbDown size={13} stroke={1.75} aria-hidden />} onClick={() => void actions.label(defect, { photoId, name }, 'good')}>
            {t('learning:say.wrong')}
          </Button>
        )}
      </span>
    </article>
  ));
}
