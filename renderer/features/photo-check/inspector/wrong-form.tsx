import { Button, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../logic/words.ts';
import classes from './finding-card.module.css';

interface WrongFormProps {
  readonly onSend: (note: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a finding is wrong; the answer may be empty. */
export function WrongForm({ onSend, onCancel }: WrongFormProps) {
  const { say } = useWords();
  const [note, setNote] = useState('');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend(note.trim());
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(note.trim());
      }}
    >
      <Textarea size="xs" label={say('wrong.label')} placeholder={say('wrong.placeholder')} description={say('wrong.why')} maxLength={2000} rows={3} autoFocus value={note} onKeyDown={onKeyDown} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className={classes.buttons}>
        <Button type="submit" onKeyDown={onKeyDown}>{say('wrong.send')}</Button>
        <Button variant="subtle" color="gray" onKeyDown={onKeyDown} onClick={onCancel}>
          {say('wrong.cancel')}
        </Button>
      </div>
    </form>
  );
}
