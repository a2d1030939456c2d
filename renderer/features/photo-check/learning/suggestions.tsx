import type { WordRow } from '../../../../app/contract/learning.ts';
import type { Suggestion } from '../../../../app/photo-check/learning/types.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import { useCall } from '../../../bridge/index.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import { useLearningWords } from './use-learning-words.ts';
import classes from './learning.module.css';

/** Channels of which the same is true share a card. */
const same = ({ field, state, current, value, broken, fine }: Suggestion): string => JSON.stringify([field, state, current, value, broken, fine]);

/** What staff's answers say of a rule's numbers; nothing for a rule that has none, or that nobody spoke about. */
export function Suggestions({ rule, words }: { rule: RuleId; words: readonly WordRow[] }) {
  const { t } = useLearningWords();
  const data = useCall('learning.suggestions', { rule }).data;
  if (!data || data.suggestions.length === 0) return null;
  const cards = [...Map.groupBy(data.suggestions, same).values()];
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{t('learning:suggestion.title')}</h3>
      {cards.flatMap((alike) => {
        const [first] = alike;
        return first === undefined ? [] : [<SuggestionCard key={same(first)} suggestion={first} channels={alike.map(({ channel }) => channel)} words={words} fewest={data.fewest} />];
      })}
      <p className={classes.quiet}>{t('learning:suggestion.how')}</p>
    </section>
  );
}
