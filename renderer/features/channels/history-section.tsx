import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../app/contract/index.ts';
import { useFormat } from '../../i18n/index.ts';
import classes from './editor.module.css';

type Entry = OutputOf<'packs.get'>['history'][number];

/** The person at this computer, as the host names them. */
const here = new Set(['owner']);

/** Every version of a pack: who, when, and what became of it. */
export function HistorySection({ history }: { history: readonly Entry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = ({ type, version, actor }: Entry): string => {
    const who = here.has(actor) ? t('packs:history.you') : actor;
    return t(`packs:history.${type}`, { who, version: version === null ? '' : format.packVersion(version) });
  };
  return (
    <section className={classes.section} aria-label={t('packs:history.title')}>
      <h2 className={classes.heading}>{t('packs:history.title')}</h2>
      {history.length === 0 ? <p className={classes.quiet}>{t('packs:history.none')}</p> : null}
      <ul className={classes.history}>
        {history.map((entry) => (
          <li key={entry.eventId} data-undone={entry.undone || undefined}>
            <time className={classes.quiet} dateTime={new Date(entry.at).toISOString()}>{format.dateTime(entry.at)}</time>
            <span>{said(entry)}</span>
            {entry.undone ? <span className={classes.quiet}>{t('packs:history.undone')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
