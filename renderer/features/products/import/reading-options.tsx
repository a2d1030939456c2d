import { Button, Select } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { SheetDraft } from '../../../../app/contract/products.ts';
import { useCommand } from '../../../bridge/index.ts';
import { useProductWords } from '../logic/words.ts';
import classes from './reading-options.module.css';

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const delimiters = [[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'bar']] as const;

/** How the table is read, and where its pictures lie: found out by itself, and changed here where that was wrong. */
export function ReadingOptions({ draft, onRead }: { draft: SheetDraft; onRead: (draft: SheetDraft | null) => void }) {
  const { t } = useProductWords();
  const reread = useCommand('products.reread');
  const choose = useCommand('products.choosePictures');
  const read = (change: { encoding?: string; delimiter?: string; sheet?: string }): void => {
    const now = { ...(draft.encoding === null ? {} : { encoding: draft.encoding }), ...(draft.delimiter === null ? {} : { delimiter: draft.delimiter }), ...(draft.sheet === null ? {} : { sheet: draft.sheet }) };
    reread.mutate({ draftId: draft.id, ...now, ...change }, { onSuccess: onRead });
  };
  return (
    <div className={classes.bar}>
      {draft.encoding === null ? null : (
        <Select size="xs" label={t('products:sheet.encoding')} className={classes.field ?? ''} w={210} value={draft.encoding} disabled={reread.isPending} data={encodings.map((value) => ({ value, label: t(`products:encoding.${value}`) }))} onChange={(value) => value !== null && read({ encoding: value })} />
      )}
      {draft.delimiter === null ? null : (
        <Select size="xs" label={t('products:sheet.delimiter')} className={classes.field ?? ''} w={200} value={draft.delimiter} disabled={reread.isPending} data={delimiters.map(([value, name]) => ({ value: value as string, label: t(`products:delimiter.${name}`) }))} onChange={(value) => value !== null && read({ delimiter: value })} />
      )}
      {draft.sheets.length > 1 ? (
        <Select size="xs" label={t('products:sheet.sheet')} className={classes.field ?? ''} w={180} value={draft.sheet} disabled={reread.isPending} data={[...draft.sheets]} onChange={(value) => value !== null && read({ sheet: value })} />
      ) : null}
      <span className={classes.pictures}>
        <span className={classes.label}>{t('products:sheet.pictures')}</span>
        {t('products:sheet.pictureFiles', { folder: draft.pictureFolder, count: draft.pictureFiles })}
        <Button variant="default" leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden />} loading={choose.isPending} onClick={() => choose.mutate({ draftId: draft.id }, { onSuccess: onRead })}>
          {t('products:sheet.choosePictures')}
        </Button>
      </span>
    </div>
  );
}
