import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../app/contract/index.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { cx, StatusChip, StatusIcon } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { bestMs, healthOf } from './health.ts';
import classes from './models.module.css';

type Runtimes = OutputOf<'models.list'>['runtimes'];

interface ModelTableProps {
  readonly models: readonly ModelRow[];
  readonly runtimes: Runtimes;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** One line a model; its milliseconds on each runtime side by side, the one in use in bold. */
export function ModelTable({ models, runtimes, chosen, onChoose }: ModelTableProps) {
  const { t } = useTranslation();
  const columns = runtimes.filter((runtime) => runtime.available || models.some((model) => bestMs(model, runtime.id) !== null));
  return (
    <table className="v-table">
      <thead>
        <tr>
          <th scope="col">{t('models:columns.task')}</th>
          <th scope="col">{t('models:columns.model')}</th>
          <th scope="col">{t('models:columns.licence')}</th>
          <th scope="col">{t('models:columns.state')}</th>
          <th scope="col">{t('models:columns.inUse')}</th>
          {columns.map((runtime) => (
            <th key={runtime.id} scope="col" className="v-end">
              {t(`models:runtimesShort.${runtime.id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <Row key={model.id} model={model} columns={columns} chosen={model.id === chosen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ model, columns, chosen, onChoose }: { model: ModelRow; columns: Runtimes; chosen: boolean; onChoose: ModelTableProps['onChoose'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const health = healthOf(model);
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <button type="button" className="v-row-name" onClick={() => onChoose(chosen ? null : model.id)} aria-expanded={chosen}>
          {t(`models:tasks.${model.task}`)}
        </button>
      </th>
      <td className={classes.quiet}>{model.id}</td>
      <td className={classes.quiet}>
        <span className={classes.licence}>
          {model.licence}
          {model.licenceFlag ? (
            <span title={t('models:licenceFlag')} className={classes.flag}>
              <StatusIcon status="warn" size={14} />
              <span className="v-visually-hidden">{t('models:licenceFlag')}</span>
            </span>
          ) : null}
        </span>
      </td>
      <td>
        <StatusChip plain status={health.status} label={t(health.key)} />
      </td>
      <td className={classes.quiet}>{model.runtime ? t(`models:runtimesShort.${model.runtime}`) : t('models:notRunning')}</td>
      {columns.map((runtime) => {
        const ms = bestMs(model, runtime.id);
        return (
          <td key={runtime.id} className={cx('v-end', model.runtime === runtime.id ? classes.used : classes.quiet)}>
            {ms === null ? t('models:notMeasured') : format.milliseconds(ms)}
          </td>
        );
      })}
    </tr>
  );
}
