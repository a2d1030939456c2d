import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { asCallError } from '../bridge/index.ts';
import { StatusIcon, useErrorText } from '../design/index.ts';

/** Says in a toast what went wrong and what to do; for commands, whose place on screen may be gone. */
export function useReportFailure(): (thrown: unknown) => void {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return useCallback(
    (thrown) => {
      const error = asCallError(thrown);
      const { title, remedy } = errorText(error);
      notifications.show({ id: `failure-${error.code}`, icon: <StatusIcon status="fail" size={20} />, title, message: remedy, autoClose: 8000, closeButtonProps: { 'aria-label': t('shell:inspector.close') } });
    },
    [errorText, t],
  );
}
