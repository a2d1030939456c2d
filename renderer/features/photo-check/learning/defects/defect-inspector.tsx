import { Button, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboardCopy, IconPencil, IconTags, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DefectRow } from '../../../../../app/contract/defects.ts';
import { useCall } from '../../../../bridge/index.ts';
import { Inspector } from '../../../../design/index.ts';
import { toTsv } from '../../logic/tsv.ts';
import { labelPath } from '../learning-commands.ts';
import { useLearningWords } from '../use-learning-words.ts';
import { DefectForm } from './defect-form.tsx';
import { shownVersion, stateOf } from './defect-state.ts';
import { OfferedVersion } from './offered-version.tsx';
import { Pictures } from './pictures.tsx';
import { ReportFacts } from './report.tsx';
import { TrainingProgress } from './training-progress.tsx';
import type { DefectActions } from './use-defect-actions.ts';
import { VersionList } from './version-list.tsx';
import classes from '../learning.module.css';

interface DefectInspectorProps {
  readonly defect: DefectRow;
  readonly actions: DefectActions;
  readonly onClose: () => void;
}

/** One defect: what is labelled and missing, how well it is learnt, what it finds; label, train, switch on. */
export function DefectInspector({ defect, actions, onClose }: DefectInspectorProps) {
  const { t, whole } = useLearningWords();
  const [editing, setEditing] = useState(false);
  const shown = shownVersion(defect);
  const state = stateOf(defect);
  const missing = defect.missingGood + defect.missingBad > 0;
  const found = useCall('defects.found', { id: defect.id, limit: 60 }, { enabled: defect.version !== null }).data;
  return (
    <Inspector title={defect.name} label={t('learning:defectPanel')} onClose={onClose}>
      <section className={classes.part}>
        {editing ? (
          <DefectForm
            name={defect.name}
            about={defect.about}
            onCancel={() => setEditing(false)}
            onSave={(name, about) => {
              setEditing(false);
              void actions.edit(defect.id, { name: defect.name, about: defect.about }, { name, about });
            }}
          />
        ) : (
          <p>{defect.about === '' ? t('learning:noAbout') : defect.about}</p>
        )}
        <p className={classes.quiet}>{t('learning:labelled', { good: defect.good, bad: defect.bad, left: defect.unlabelled })}</p>
        {missing ? <p>{t('learning:missingPictures', { good: defect.missingGood, bad: defect.missingBad })}</p> : null}
        <div className={classes.buttons}>
          <Button component={Link} to={labelPath(defect.id)} variant={missing ? 'filled' : 'default'} leftSection={<IconTags size={14} stroke={1.75} aria-hidden />}>
            {t('learning:action.label')}
          </Button>
          <Button variant={missing || defect.newLabels === 0 ? 'default' : 'filled'} disabled={missing || defect.training} onClick={() => actions.train(defect.id)}>
            {t(defect.versions.length > 0 ? 'learning:action.retrain' : 'learning:action.train')}
          </Button>
        </div>
        {defect.training ? <TrainingProgress id={defect.id} /> : null}
        {defect.versions.length > 0 && defect.newLabels > 0 && !defect.training ? <p className={classes.quiet}>{t('learning:newLabels', { count: defect.newLabels })}</p> : null}
      </section>
      {shown ? (
        <section className={classes.part}>
          <h3 className={classes.heading}>{t('learning:report.title')}</h3>
          <ReportFacts version={shown} />
          <OfferedVersion defect={defect} onUse={(version) => void actions.use(defect.id, defect.version, version)} />
          <Switch
            size="xs"
            classNames={{ description: classes.quiet ?? '' }}
            checked={defect.enabled}
            disabled={defect.version === null}
            label={t('learning:action.warn')}
            description={t(state === 'outdated' ? 'learning:warnOutdated' : defect.version === null ? 'learning:warnNot' : 'learning:warnAbout', { count: defect.warns, of: defect.judged })}
            onChange={(event) => void actions.turn(defect.id, defect.name, event.currentTarget.checked)}
          />
        </section>
      ) : null}
      {found && found.length > 0 ? (
        <section className={classes.part}>
          <h3 className={classes.heading}>{t('learning:foundOn')}</h3>
          <Pictures pictures={found} say={({ probability }) => whole(probability)} />
        </section>
      ) : null}
      <LabelsPart defect={defect} />
      {defect.versions.length > 1 ? <VersionList defect={defect} onUse={(version) => void actions.use(defect.id, defect.version, version)} /> : null}
      <section className={classes.part}>
        <div className={classes.buttons}>
          <Button variant="subtle" color="gray" leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />} onClick={() => setEditing(true)}>
            {t('learning:action.rename')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} stroke={1.75} aria-hidden />}
            onClick={() => {
              onClose();
              void actions.remove(defect.id, defect.name);
            }}
          >
            {t('learning:action.remove')}
          </Button>
        </div>
      </section>
    </Inspector>
  );
}

/** The labelled pictures, bad ones first, and the way to take them elsewhere. */
function LabelsPart({ defect }: { defect: DefectRow }) {
  const { t, format } = useLearningWords();
  const labels = useCall('defects.labels', { id: defect.id }).data ?? [];
  if (labels.length === 0) return null;
  const copy = async (): Promise<void> => {
    const head = ['path', 'label', 'actor', 'at'].map((column) => t(`learning:export.${column}`));
    await navigator.clipboard.writeText(toTsv([head, ...labels.map(({ path, label, actor, at }) => [path, t(`learning:label.${label}`), actor, new Date(at).toISOString()])]));
    notifications.show({ message: t('learning:export.copied', { count: labels.length }), autoClose: 2500, closeButtonProps: { 'aria-label': t('shell:inspector.close') } });
  };
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{t('learning:labelsTitle')}</h3>
      {(['bad', 'good', 'skip'] as const).map((label) => {
        const told = labels.filter((one) => one.label === label);
        if (told.length === 0) return null;
        return (
          <details key={label} open={label === 'bad'}>
            <summary className={classes.summary}>{t('learning:labelCount', { label: t(`learning:label.${label}`), count: format.number(told.length, 0) })}</summary>
            <Pictures pictures={told} />
          </details>
        );
      })}
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" leftSection={<IconClipboardCopy size={14} stroke={1.75} aria-hidden />} onClick={() => void copy()}>
          {t('learning:export.action')}
        </Button>
      </div>
    </section>
  );
}
