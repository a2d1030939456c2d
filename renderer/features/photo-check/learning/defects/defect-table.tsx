import type { DefectRow } from '../../../../../app/contract/defects.ts';
import { StatusChip } from '../../../../design/index.ts';
import { PrecisionBar } from '../precision-bar.tsx';
import { useLearningWords } from '../use-learning-words.ts';
import { shownVersion, stateOf, statusOf } from './defect-state.ts';
import classes from '../learning.module.css';

interface DefectTableProps {
  readonly defects: readonly DefectRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** One line a defect: what is labelled, how well it is told apart, and what it warns about. */
export function DefectTable({ defects, chosen, onChoose }: DefectTableProps) {
  const { t, format, share } = useLearningWords();
  return (
    <table className="v-table">
      <thead>
        <tr>
          <th scope="col">{t('learning:columns.defect')}</th>
          <th scope="col">{t('learning:columns.state')}</th>
          <th scope="col" className="v-end">{t('learning:columns.good')}</th>
          <th scope="col" className="v-end">{t('learning:columns.bad')}</th>
          <th scope="col">{t('learning:columns.balanced')}</th>
          <th scope="col" className="v-end">{t('learning:columns.warns')}</th>
        </tr>
      </thead>
      <tbody>
        {defects.map((defect) => {
          const state = stateOf(defect);
          const report = shownVersion(defect)?.report;
          return (
            <tr key={defect.id} data-chosen={defect.id === chosen || undefined}>
              <th scope="row">
                <button type="button" className={classes.name} aria-expanded={defect.id === chosen} onClick={() => onChoose(defect.id === chosen ? null : defect.id)}>
                  {defect.name}
                </button>
              </th>
              <td>
                <StatusChip plain status={statusOf[state]} label={t(`learning:state.${state}`)} />
              </td>
              <td className="v-end">{format.number(defect.good, 0)}</td>
              <td className="v-end">{format.number(defect.bad, 0)}</td>
              <td>
                {report ? (
                  <span className={classes.measured}>
                    <PrecisionBar value={report.balanced} chance={0.5} />
                    {share(report.balanced)}
                  </span>
                ) : (
                  <span className={classes.quiet}>{t('learning:notTrained')}</span>
                )}
              </td>
              <td className="v-end">{defect.version === null ? t('learning:unknown') : t('learning:ofPhotos', { count: defect.warns, of: format.number(defect.judged, 0) })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
