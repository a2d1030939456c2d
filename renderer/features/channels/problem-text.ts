import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../app/contract/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { toShown, type RuleField } from './logic/units.ts';

export type Problem = OutputOf<'packs.save'>['problems'][number];

/** requirements[3].min, as it stands in the file; '' for the whole of it */
export const fieldName = (path: Problem['path']): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('');

/** What is wrong with a value and what to do; a limit is told in the unit of its field, where one is given. */
export function useProblemText(): (problem: Problem, field?: RuleField) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    ({ code, params }, field) => {
      const limit = params['limit'];
      const unit = field?.unit ? t(`packs:units.${field.unit}`, { defaultValue: '' }) : '';
      const shown = typeof limit === 'number' && field ? `${format.number(toShown(limit, field), 6)}${unit === '' ? '' : ` ${unit}`}` : limit;
      const type = String(params['expected']);
      const expected = t(`packs:types.${type}`, { defaultValue: type });
      return t(`packs:problems.${code}`, { ...params, limit: shown, expected });
    },
    [t, format],
  );
}
