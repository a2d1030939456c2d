import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../app/contract/index.ts';

export interface ErrorText {
  /** what happened */
  readonly title: string;
  /** what to do about it */
  readonly remedy: string;
}

/** Words for a coded error, from `errors.json`; a code that is not there yet is named rather than hidden. */
export function useErrorText(): (error: Pick<CallError, 'code' | 'params'>) => ErrorText {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ code, params }) => {
      const known = i18n.exists(`errors:${code}.title`) ? code : 'unexpected';
      const values = { ...params, code };
      return { title: t(`errors:${known}.title`, values), remedy: t(`errors:${known}.remedy`, values) };
    },
    [t, i18n],
  );
}
