import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { useFormat } from '../../i18n/index.ts';
import classes from './activity-page.module.css';

/** What a job is about: "shop/mug.jpg and 35 more", "Report photos.html · 82 photos". */
export function useSubjectText(): (job: Pick<JobRow, 'about' | 'total'>) => string {
  const { t } = useTranslation();
  return ({ about, total }) => {
    if (about === null) return '';
    const { name, folder, photos, writes } = about;
    const count = photos ?? total;
    if (writes !== null) return t('jobs:about.writes', { what: t(`jobs:about.${writes.what}`, { target: writes.target }), photos: t('jobs:about.photos', { count }) });
    const first = folder === null ? name : `${folder}/${name}`;
    return count > 1 ? t('jobs:about.more', { name: first, count: count - 1 }) : first;
  };
}

/** How many failed, and the first of them by name. */
export function Failed({ job: { failed, stumbled } }: { job: Pick<JobRow, 'failed' | 'stumbled'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rest = failed - stumbled.length;
  if (failed === 0 || stumbled.length === 0) return <>{format.number(failed)}</>;
  const names = format.list(rest > 0 ? [...stumbled, t('jobs:about.others', { count: rest })] : stumbled);
  return (
    <>
      {format.number(failed)} <span className={classes.subject} title={names}>{names}</span>
    </>
  );
}
