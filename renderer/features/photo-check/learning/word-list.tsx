import { Link } from 'react-router';
import type { WordRow } from '../../../../app/contract/learning.ts';
import { StatusChip, type Status } from '../../../design/index.ts';
import { mediaUrl } from '../logic/media-url.ts';
import { quantityText } from '../../../../app/photo-check/words/quantity.ts';
import { useWords } from '../logic/words.ts';
import { useLearningWords } from './use-learning-words.ts';
import classes from './learning.module.css';

const statusOf: Readonly<Record<WordRow['word'], Status>> = { right: 'pass', wrong: 'fail', missed: 'warn' };

/** Staff's answers, newest first; each opens its photo in the channel it was about. */
export function WordList({ words }: { words: readonly WordRow[] }) {
  const { t, format } = useLearningWords();
  const photos = useWords();
  if (words.length === 0) return <p className={classes.quiet}>{t('learning:noAnswers')}</p>;
  return (
    <ul className={classes.list}>
      {words.map((word) => (
        <li key={word.eventId}>
          <Link className={classes.answer} to={`/photos?channel=${word.channel}&photo=${encodeURIComponent(word.photoId)}`}>
            <img src={mediaUrl({ id: word.photoId, sha256: word.sha256 }, 'thumb')} alt="" loading="lazy" />
            <span className={classes.answerText}>
              <span className={classes.answerName}>{word.name}</span>
              <span className={classes.line}>
                <StatusChip plain status={statusOf[word.word]} label={t(`learning:word.${word.word}`)} />
                {word.measured ? <span className={classes.quiet}>{quantityText(word.measured, photos)}</span> : null}
              </span>
              <span className={classes.quiet}>{t('learning:answerBy', { channel: photos.channel(word.channel), at: format.dateTime(word.at) })}</span>
              {word.note === '' ? null : <span className={classes.quiet}>{photos.say('quantity.quote', { text: word.note })}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
