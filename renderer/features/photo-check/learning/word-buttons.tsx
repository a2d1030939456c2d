import { Button } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Word } from '../../../../app/photo-check/learning/types.ts';
import { WrongForm } from '../inspector/wrong-form.tsx';
import classes from './word-buttons.module.css';

interface WordButtonsProps {
  /** what staff said before; undefined where they said nothing */
  readonly said: Word | undefined;
  readonly onSay: (word: 'right' | 'wrong', note: string) => void;
  /** what else can be done with the finding */
  readonly children?: React.ReactNode;
}

/** Right, or wrong and why: what a person thinks of one finding. The other word may be said later; the last one counts. */
export function WordButtons({ said, onSay, children }: WordButtonsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <WrongForm
        onCancel={() => setAsking(false)}
        onSend={(note) => {
          setAsking(false);
          onSay('wrong', note);
        }}
      />
    );
  }
  return (
    <span className={classes.row}>
      {said === 'right' || said === 'wrong' ? <span className={classes.said}>{t(`learning:said.${said}`)}</span> : null}
      {said === 'right' ? null : (
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconThumbUp size={13} stroke={1.75} aria-hidden />} onClick={() => onSay('right', '')}>
          {t('learning:say.right')}
        </Button>
      )}
      {said === 'wrong' ? null : (
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconThumbDown size={13} stroke={1.75} aria-hidden />} onClick={() => setAsking(true)}>
          {t('learning:say.wrong')}
        </Button>
      )}
      {children}
    </span>
  );
}
