import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelName } from '../../../app/photo-check/types.ts';
import { nameFrom, namesOf } from './logic/draft.ts';
import { useProblemText, type Problem } from './problem-text.ts';
import classes from './editor.module.css';

interface ChannelNameFieldsProps {
  readonly name: ChannelName | undefined;
  readonly problem: Problem | undefined;
  readonly onChange: (name: ChannelName) => void;
}

/** What a channel of one's own is called, in one language or both. */
export function ChannelNameFields({ name, problem, onChange }: ChannelNameFieldsProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  // What is typed, spaces at its end included, as long as it means the name the pack has.
  const [typed, type] = useState(() => namesOf(name));
  const shown = JSON.stringify(nameFrom(typed)) === JSON.stringify(name ?? '') ? typed : namesOf(name);
  const change = (part: Partial<typeof typed>): void => {
    const next = { ...shown, ...part };
    type(next);
    onChange(nameFrom(next));
  };
  return (
    <section className={classes.names} aria-label={t('packs:names')}>
      <TextInput label={t('packs:create.name')} maxLength={60} value={shown.en} onChange={(event) => change({ en: event.currentTarget.value })} {...(problem ? { error: say(problem) } : {})} />
      <TextInput label={t('packs:create.zh')} maxLength={60} value={shown.zh} onChange={(event) => change({ zh: event.currentTarget.value })} />
    </section>
  );
}
