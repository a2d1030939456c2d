import { Button, Modal, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { viewNameLength, type DeskView, type SavedView } from '../../../../app/contract/views.ts';
import { IconButton } from '../../../design/index.ts';
import { useWords, type Words } from '../logic/words.ts';
import type { SavedViews } from './use-saved-views.ts';
import classes from './views.module.css';

interface ViewDialogsProps {
  readonly view: DeskView;
  readonly saved: SavedViews;
}

/** A name to begin with, from what the view is about: "Amazon, Fail, Text over the photo". */
function suggestion(view: DeskView, { say, channel }: Words): string {
  const parts = [
    ...(view.channel === 'all' ? [] : [channel(view.channel)]),
    ...(view.show === 'all' ? [] : [say(`show.${view.show}`)]),
    ...(view.rule === null ? [] : [say(`rules:rules.${view.rule}.name`)]),
    ...(view.search === '' ? [] : [say('quantity.quote', { text: view.search })]),
    ...(view.group === 'none' ? [] : [say('groups.toggle')]),
  ];
  return parts.join(say('views:separator')).slice(0, viewNameLength);
}

/** Asks for the name of a new view, and lets saved ones be renamed and deleted. */
export function ViewDialogs({ view, saved }: ViewDialogsProps) {
  const { say } = useWords();
  const close = (): void => saved.show(null);
  return (
    <>
      <Modal opened={saved.open === 'form'} onClose={close} size={380} title={say('views:form.title')} closeButtonProps={{ 'aria-label': say('views:form.cancel') }}>
        <SaveForm view={view} saved={saved} />
      </Modal>
      <Modal opened={saved.open === 'manager'} onClose={close} size={460} title={say('views:manager.title')} closeButtonProps={{ 'aria-label': say('views:manager.close') }}>
        {saved.views.length === 0 ? <p className={classes.quiet}>{say('views:manager.empty')}</p> : null}
        <ul className={classes.list}>
          {saved.views.map((one) => (
            <OneView key={`${one.id} ${one.name}`} one={one} saved={saved} />
          ))}
        </ul>
      </Modal>
    </>
  );
}

function SaveForm({ view, saved }: ViewDialogsProps) {
  const words = useWords();
  const { say } = words;
  const [name, setName] = useState(() => suggestion(view, words));
  const trimmed = name.trim();
  const taken = saved.views.some((one) => one.name === trimmed);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') void saved.save(trimmed, view);
      }}
    >
      <TextInput data-autofocus label={say('views:form.name')} value={name} maxLength={viewNameLength} onChange={(event) => setName(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} />
      <p className={classes.quiet}>{say('views:form.what')}</p>
      <div className={classes.buttons}>
        <Button type="submit" disabled={trimmed === ''}>{taken ? say('views:form.replace', { name: trimmed }) : say('views:form.save')}</Button>
        <Button variant="subtle" color="gray" onClick={() => saved.show(null)}>{say('views:form.cancel')}</Button>
      </div>
    </form>
  );
}

function OneView({ one, saved }: { one: SavedView; saved: SavedViews }) {
  const { say } = useWords();
  const [name, setName] = useState(one.name);
  const trimmed = name.trim();
  const changed = trimmed !== '' && trimmed !== one.name;
  return (
    <li>
      <form
        className={classes.one}
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) void saved.rename(one, trimmed);
        }}
      >
        <TextInput className={classes.field ?? ''} aria-label={say('views:manager.name', { name: one.name })} value={name} maxLength={viewNameLength} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!changed}>{say('views:manager.rename')}</Button>
        <IconButton icon={IconTrash} label={say('views:manager.delete', { name: one.name })} onClick={() => void saved.remove(one)} />
      </form>
    </li>
  );
}
