import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ExportWhat } from '../../../../app/contract/exports.ts';
import type { PhotoFilter } from '../../../../app/contract/photos.ts';
import { useCommand } from '../../../bridge/index.ts';
import { useTranslation } from 'react-i18next';
import { languageFor } from '../../../i18n/index.ts';
import { useWords } from '../logic/words.ts';

/** What the dialog is open for. */
export interface ExportRequest {
  readonly filter: PhotoFilter;
  /** null = all that the filter shows */
  readonly ids: readonly string[] | null;
  readonly count: number;
}

/** Writing photos down for others: what is asked for, and the job that does it. */
export function useExport() {
  const { say } = useWords();
  const { i18n } = useTranslation();
  const [request, setRequest] = useState<ExportRequest | null>(null);
  const { mutate: choose } = useCommand('exports.choose');
  return {
    request,
    ask: (asked: ExportRequest): void => {
      if (asked.count > 0) setRequest(asked);
    },
    close: () => setRequest(null),
    begin: ({ filter, ids }: ExportRequest, what: ExportWhat, also: { readonly warnings: boolean; readonly refused: boolean }): void => {
      setRequest(null);
      choose(
        { what, filter, ids: ids === null ? null : [...ids], ...also, language: languageFor(i18n.language) },
        {
          onSuccess: (begun) => {
            if (begun) notifications.show({ message: say('export:begun', { count: begun.photos }), autoClose: 2500, closeButtonProps: { 'aria-label': say('shell:inspector.close') } });
          },
        },
      );
    },
  };
}
export type ExportActions = ReturnType<typeof useExport>;
