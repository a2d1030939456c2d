import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLearningWords } from '../use-learning-words.ts';
import classes from './defects.module.css';

interface DefectFormProps {
  readonly name?: string;
  readonly about?: string;
  readonly onSave: (name: string, about: string) => void;
  readonly onCancel?: () => void;
}

/** What a defect is called, and what counts as one. */
export function DefectForm({ name: given = '', about: described = '', onSave, onCancel }: DefectFormProps) {
  const { t } = useLearningWords();
  const [name, setName] = useState(given);
  const [about, setAbout] = useState(described);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim(), about.trim());
      }}
    >
      <TextInput label={t('learning:form.name')} placeholder={t('learning:form.nameExample')} required maxLength={80} autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Textarea size="xs" label={t('learning:form.about')} placeholder={t('learning:form.aboutExample')} maxLength={500} rows={3} value={about} onChange={(event) => setAbout(event.currentTarget.value)} />
      <div className={classes.buttons}>
        <Button type="submit" disabled={name.trim() === ''}>{t(given === '' ? 'learning:form.create' : 'learning:form.save')}</Button>
        {onCancel ? <Button variant="subtle" color="gray" onClick={onCancel}>{t('learning:form.cancel')}</Button> : null}
      </div>
    </form>
  );
}
