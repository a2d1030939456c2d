import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useBridge } from '../bridge/index.ts';
import { cx, IconButton, KeyCap } from '../design/index.ts';
import { useFormat } from '../i18n/index.ts';
import { places, type Place } from './places.ts';
import { useSettings } from './settings-context.tsx';
import { useThingsToDo } from './things-to-do.ts';
import classes from './rail.module.css';

/** The way about the console: one link a place, with what waits there. 56 px, or 220 with names. */
export function Rail() {
  const { t } = useTranslation();
  const { settings, setSettings } = useSettings();
  const { platform } = useBridge().start;
  const waiting = useThingsToDo();
  const open = settings.railOpen;
  const item = (place: Place) => <RailItem key={place.id} place={place} open={open} count={waiting[place.id] ?? 0} />;
  return (
    <nav className={cx(classes.rail, open && classes.open)} aria-label={t('shell:rail.label')}>
      <div className={classes.head}>
        {open ? <span className={classes.brand}>Vitrine</span> : null}
        <IconButton
          icon={open ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand}
          label={t(open ? 'shell:rail.collapse' : 'shell:rail.expand')}
          shortcut="mod+b"
          platform={platform}
          position="right"
          onClick={() => setSettings({ railOpen: !open })}
        />
      </div>
      <ul className={classes.list}>{places.filter((place) => !place.foot && !place.within).map(item)}</ul>
      <ul className={classes.list}>{places.filter((place) => place.foot).map(item)}</ul>
    </nav>
  );
}

function RailItem({ place, open, count }: { place: Place; open: boolean; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { platform } = useBridge().start;
  const name = t(`shell:places.${place.id}`);
  const Glyph = place.icon;
  const tip = (
    <span className={classes.tip}>
      {name}
      {place.key ? <KeyCap shortcut={place.key} platform={platform} /> : null}
    </span>
  );
  return (
    <li>
      <Tooltip label={tip} position="right" disabled={open} events={{ hover: true, focus: true, touch: false }}>
        <NavLink to={place.path} end={place.path === '/'} className={cx(classes.item, place.planned && classes.planned)}>
          <Glyph size={20} stroke={1.75} aria-hidden />
          <span className={open ? classes.name : 'v-visually-hidden'}>
            {name}
            {count > 0 ? <span className="v-visually-hidden">{t('shell:rail.toDo', { count })}</span> : null}
          </span>
          {count > 0 ? (
            <span className={classes.count} aria-hidden>
              {count > 999 ? '999+' : format.number(count)}
            </span>
          ) : null}
        </NavLink>
      </Tooltip>
    </li>
  );
}
