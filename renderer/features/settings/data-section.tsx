import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../bridge/index.ts';
import { StatusChip } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { Row, Section } from './row.tsx';
import classes from './settings.module.css';

const auditStatus = { ok: 'pass', broken: 'fail', pending: 'neutral' } as const;
const checkStatus = { ok: 'pass', failed: 'fail', pending: 'neutral' } as const;

/** Where everything is kept, whether it is sound, and a backup now. */
export function DataSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const storage = useCall('system.storage', {}).data;
  const backup = useCommand('system.backup');
  const reveal = useCommand('system.revealData');
  if (!storage) return null;
  return (
    <Section title={t('settings:data.title')}>
      <Row label={t('settings:data.folder')} hint={<span className={classes.path}>{storage.path}</span>}>
        <Button variant="default" onClick={() => reveal.mutate({})}>
          {t('settings:data.reveal')}
        </Button>
      </Row>
      <Row
        label={t('settings:data.backup')}
        hint={storage.lastBackupAt === null ? t('settings:data.neverBackedUp') : t('settings:data.lastBackup', { when: format.dateTime(storage.lastBackupAt) })}
      >
        <Button variant="default" onClick={() => backup.mutate({})} loading={backup.isPending}>
          {t('settings:data.backupNow')}
        </Button>
      </Row>
      <Row label={t('settings:data.check')} hint={t('settings:data.schema', { version: storage.schemaVersion })}>
        <StatusChip status={checkStatus[storage.check]} label={t(`settings:data.checks.${storage.check}`)} />
      </Row>
      <Row label={t('settings:data.audit')} hint={t('settings:data.auditHint')}>
        <StatusChip status={auditStatus[storage.audit]} label={t(`settings:data.audits.${storage.audit}`)} />
      </Row>
      <Row label={t('settings:data.used')}>
        <span className="v-numbers">
          {t('settings:data.usedParts', { database: format.bytes(storage.databaseBytes), pictures: format.bytes(storage.picturesBytes) })}
          {storage.freeBytes === null ? '' : t('settings:data.free', { free: format.bytes(storage.freeBytes) })}
        </span>
      </Row>
    </Section>
  );
}
