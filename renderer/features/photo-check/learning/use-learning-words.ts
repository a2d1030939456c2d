import { useTranslation } from 'react-i18next';
import type { Proportion, TrackRecord } from '../../../../app/photo-check/learning/types.ts';
import type { z } from 'zod';
import { useFormat } from '../../../i18n/index.ts';

/** Sentences about how well something did; numbers are rounded to whole percent, as the answers behind them allow. */
export function useLearningWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = (share: number): string => format.percent(share, 0);
  /** 66–93 % */
  const range = ({ low, high }: z.infer<typeof Proportion>): string => t('learning:range', { low: whole(low), high: whole(high) });
  return {
    t,
    format,
    whole,
    range,
    /** "Based on 23 answers: right 19 times (66–93 %)", or how many answers are missing */
    precision: ({ right, wrong, precision }: TrackRecord, fewest: number): string =>
      precision === null
        ? t('learning:precision.notEnough', { answers: right + wrong, fewest })
        : t('learning:precision.based', { answers: right + wrong, right, range: range(precision) }),
    /** 83 % (66–93 %) */
    share: (value: z.infer<typeof Proportion>): string => t('learning:share', { share: whole(value.share), range: range(value) }),
  };
}

export type LearningWords = ReturnType<typeof useLearningWords>;
