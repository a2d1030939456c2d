import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../bridge/index.ts';
import { KeyCap } from '../design/index.ts';
import { useCommandCenter } from './command-center.tsx';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** beside the title: what is shown, e.g. a count or a saved view */
  readonly view?: ReactNode;
  /** filters, in the middle */
  readonly filters?: ReactNode;
  /** the page's main action, on the right */
  readonly actions?: ReactNode;
  /** an `Inspector`, on the right of the content */
  readonly inspector?: ReactNode;
  /** the content scrolls by itself (a virtual list or grid) */
  readonly fixed?: boolean;
  readonly children: ReactNode;
}

/** One page of the console: title bar, content, inspector. */
export function Page({ title, view, filters, actions, inspector, fixed, children }: PageProps) {
  const { t } = useTranslation();
  const { platform } = useBridge().start;
  const { show } = useCommandCenter();
  useEffect(() => {
    document.title = `${title} · Vitrine`;
  }, [title]);
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <header className={classes.bar}>
          <h1 className={classes.title}>{title}</h1>
          {view ? <div className={classes.view}>{view}</div> : null}
          <div className={classes.filters}>{filters}</div>
          {actions}
          <UnstyledButton className={classes.palette ?? ''} onClick={() => show('palette')}>
            <IconSearch size={16} stroke={1.75} aria-hidden />
            <span className="v-visually-hidden">{t('shell:palette.open')}</span>
            <KeyCap shortcut="mod+k" platform={platform} />
          </UnstyledButton>
        </header>
        <div className={fixed ? classes.fixed : classes.scroll} {...(fixed ? {} : { tabIndex: -1 })}>
          {children}
        </div>
      </div>
      {inspector}
    </div>
  );
}
