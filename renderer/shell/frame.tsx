import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useCall } from '../bridge/index.ts';
import { EngineBanner } from './engine-banner.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { Recovery } from './recovery.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusBar } from './status-bar.tsx';
import classes from './frame.module.css';

/** Rail, page, status bar; and above them what floats. While the engine is stopped, the recovery screen. */
export function Frame() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const engine = useCall('system.engine', {}).data;
  const main = useRef<HTMLElement>(null);
  if (engine?.state === 'stopped') return <Recovery engine={engine} />;
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('shell:skip')}
      </button>
      <EngineBanner engine={engine} />
      <div className={classes.middle}>
        <Rail />
        <main ref={main} id="content" tabIndex={-1} className={classes.main}>
          <PageBoundary place={pathname}>
            <Outlet />
          </PageBoundary>
        </main>
      </div>
      <StatusBar />
      <Palette />
      <ShortcutSheet />
    </div>
  );
}
