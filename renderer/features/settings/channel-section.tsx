import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import { useCall } from '../../bridge/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { useChannelNames } from '../../shell/channel-names.tsx';
import { useSettings } from '../../shell/settings-context.tsx';
import { Section } from './row.tsx';
import classes from './settings.module.css';

/** The channels this shop sells on: photos are judged for these only. At least one stays on. */
export function ChannelSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, setSettings } = useSettings();
  const names = useChannelNames();
  const packs = useCall('photos.channels', {}).data ?? [];
  const enabled = new Set(settings.channels);
  const toggle = (id: ChannelId): readonly ChannelId[] => packs.map((pack) => pack.id).filter((one) => (one === id ? !enabled.has(id) : enabled.has(one)));
  return (
    <Section title={t('settings:channels.title')}>
      <p className={classes.intro}>
        {t('settings:channels.hint')} <Link to="/channels">{t('packs:manage')}</Link>
      </p>
      <ul className={classes.channels}>
        {packs.map(({ id, verified, pack }) => {
          const on = enabled.has(id);
          return (
            <li key={id} className={classes.channel}>
              <Checkbox
                label={names.full(id)}
                checked={on}
                disabled={on && enabled.size === 1}
                onChange={() => setSettings({ channels: [...toggle(id)] })}
              />
              <span className={classes.hint}>{t(verified ? 'settings:channels.verified' : 'settings:channels.unverified', { date: format.packVersion(pack) })}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
