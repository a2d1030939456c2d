import type { RuleRecord, VersionRecord } from '../../../../app/photo-check/learning/types.ts';
import { asCallError, useCall } from '../../../bridge/index.ts';
import { ErrorPanel, Inspector, SkeletonRows } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import { PrecisionBar } from './precision-bar.tsx';
import { Suggestions } from './suggestions.tsx';
import { useLearningWords } from './use-learning-words.ts';
import { WordList } from './word-list.tsx';
import classes from './learning.module.css';

interface RuleInspectorProps {
  readonly rule: RuleRecord;
  readonly fewest: number;
  readonly onClose: () => void;
}

const keyOf = ({ channel, pack, models }: VersionRecord): string => `${channel} ${pack} ${models.join()}`;

/** One rule: how right it is and by which answers, channel by channel and version by version. */
export function RuleInspector({ rule, fewest, onClose }: RuleInspectorProps) {
  const { t, precision, whole } = useLearningWords();
  const told = rule.versions.filter(({ right, wrong, missed }) => right + wrong + missed > 0);
  const silent = rule.versions.filter((version) => !told.includes(version));
  const said = useCall('learning.words', { rule: rule.rule });
  return (
    <Inspector title={t(`rules:rules.${rule.rule}.name`)} label={t('learning:inspector')} onClose={onClose}>
      <section className={classes.part}>
        <p>{precision(rule, fewest)}</p>
        {rule.foundAtMost === null ? null : <p>{t('learning:missedSentence', { count: rule.missed, share: whole(rule.foundAtMost) })}</p>}
        <p className={classes.quiet}>{t('learning:deeds', { passed: rule.deeds.passed, rejected: rule.deeds.rejected, waived: rule.waived })}</p>
        {rule.earlier > 0 ? <p className={classes.quiet}>{t('learning:earlier', { count: rule.earlier })}</p> : null}
      </section>
      {said.data ? <Suggestions rule={rule.rule} words={said.data} /> : null}
      <section className={classes.part}>
        <h3 className={classes.heading}>{t('learning:versions')}</h3>
        <ul className={classes.list}>
          {told.map((version) => (
            <Version key={keyOf(version)} version={version} fewest={fewest} />
          ))}
        </ul>
        {silent.length > 0 ? (
          <details>
            <summary className={classes.summary}>{t('learning:silentVersions', { count: silent.length })}</summary>
            <ul className={classes.list}>
              {silent.map((version) => (
                <Version key={keyOf(version)} version={version} fewest={fewest} />
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <section className={classes.part}>
        <h3 className={classes.heading}>{t('learning:answers')}</h3>
        {said.error ? <ErrorPanel error={asCallError(said.error)} onRetry={() => void said.refetch()} /> : null}
        {said.isPending ? <SkeletonRows rows={3} /> : null}
        {said.data ? <WordList words={said.data} /> : null}
      </section>
    </Inspector>
  );
}

function Version({ version, fewest }: { version: VersionRecord; fewest: number }) {
  const { t, format, precision } = useLearningWords();
  const { channel } = useWords();
  const models = version.models.length === 0 ? t('learning:noModel') : format.list(version.models);
  return (
    <li data-old={!version.inForce || undefined}>
      <p className={classes.line}>
        <span>{channel(version.channel)}</span>
        {version.precision ? <PrecisionBar value={version.precision} /> : null}
      </p>
      <p className={classes.quiet}>{t(version.inForce ? 'learning:versionFound' : 'learning:versionOld', { count: version.found, said: precision(version, fewest) })}</p>
      <p className={classes.quiet}>{t('learning:versionOf', { pack: version.pack === '' ? t('learning:unknown') : format.packVersion(version.pack), models })}</p>
    </li>
  );
}
