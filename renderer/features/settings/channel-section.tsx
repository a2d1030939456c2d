import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { channelIds } from '../../../app/photo-check/types.ts';
import { useCall } from '../../bridge/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { useSettings } from '../../shell/settings-context.tsx';
import { Section } from './row.tsx';
import classes from './settings.module.css';

/** The channels this shop sells on: photos are judged for these only. At least one stays on. */
export function ChannelSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, setSettings } = useSettings();
  const packs = useCall('photos.channels', {}).data;
  const enabled = new Set(settings.channels);
  return (
    <Section title={t('settings:channels.title')}>
      <p className={classes.intro}>{t('settings:channels.hint')}</p>
      <ul className={classes.channels}>
        {channelIds.map((id) => {
          const pack = packs?.find((one) => one.id === id);
          const on = enabled.has(id);
          return (
            <li key={id} className={classes.channel}>
              <Checkbox
                label={t(`rules:channels.${id}.name`)}
                checked={on}
                disabled={on && enabled.size === 1}
                onChange={() => setSettings({ channels: channelIds.filter((one) => (one === id ? !on : enabled.has(one))) })}
              />
              {pack ? (
                <span className={classes.hint}>
                  {t(pack.verified ? 'settings:channels.verified' : 'settings:channels.unverified', { date: format.date(pack.pack) })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
