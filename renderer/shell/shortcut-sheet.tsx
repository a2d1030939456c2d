import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../bridge/index.ts';
import { KeyCap } from '../design/index.ts';
import { commandGroups } from './command.ts';
import { useCommandCenter } from './command-center.tsx';
import classes from './shortcut-sheet.module.css';

/** `?`: every key of the console on one sheet, from the same table that the keys themselves come from. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const { commands, overlay, show } = useCommandCenter();
  const { platform } = useBridge().start;
  return (
    <Modal opened={overlay === 'shortcuts'} onClose={() => show(null)} size={1040} title={t('shell:shortcuts.title')} closeButtonProps={{ 'aria-label': t('shell:shortcuts.close') }}>
      <div className={classes.groups}>
        {commandGroups.map((group) => {
          const members = commands.filter((command) => command.group === group && command.keys);
          return members.length === 0 ? null : (
            <section key={group} className={classes.group} aria-label={t(`shell:groups.${group}`)}>
              <h3 className={classes.heading}>{t(`shell:groups.${group}`)}</h3>
              <dl className={classes.list}>
                {members.map((command) => (
                  <div key={command.id} className={classes.row}>
                    <dt>
                      {t(command.label)}
                      {command.hold ? <span className={classes.hold}>{t('shell:shortcuts.hold')}</span> : null}
                    </dt>
                    <dd className={classes.keys}>
                      {command.keys?.map((keys) => <KeyCap key={keys} shortcut={keys} platform={platform} />)}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
