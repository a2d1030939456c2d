import { Combobox, Modal, useCombobox } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../bridge/index.ts';
import { KeyCap } from '../design/index.ts';
import { commandGroups, type Command } from './command.ts';
import { useCommandCenter } from './command-center.tsx';
import { search } from './palette-search.ts';
import classes from './palette.module.css';

/** Ctrl/Cmd+K: every command that would do something now, found by a few letters of its name. */
export function Palette() {
  const { t } = useTranslation();
  const { overlay, show } = useCommandCenter();
  return (
    <Modal opened={overlay === 'palette'} onClose={() => show(null)} withCloseButton={false} padding={0} size={560} yOffset="14vh" attributes={{ content: { 'aria-label': t('shell:palette.label') } }}>
      <PaletteBody />
    </Modal>
  );
}

function PaletteBody() {
  const { t, i18n } = useTranslation();
  const { commands, available, run, show } = useCommandCenter();
  const { platform } = useBridge().start;
  const combobox = useCombobox({ opened: true });
  const listId = useId();
  const [query, setQuery] = useState('');
  // The list has its id only once it is there; the field names it (aria-controls) from the second render on.
  const [, setListed] = useState(false);
  // English names find commands in Chinese too: staff learn them from one another's screens.
  const english = i18n.getFixedT('en');
  const found = search(
    commands.filter((command) => !command.keysOnly && available(command)),
    query,
    (command) => [t(command.label), english(command.label), ...(command.also === undefined ? [] : [t(command.also), english(command.also)]), command.id],
  );

  const choose = (id: string): void => {
    const command = found.find((one) => one.id === id);
    show(null);
    if (command) run(command);
  };
  const row = (command: Command) => {
    const Glyph = command.icon;
    return (
      <Combobox.Option key={command.id} value={command.id} className={classes.option ?? ''}>
        {Glyph ? <Glyph size={16} stroke={1.75} aria-hidden className={classes.icon} /> : <span className={classes.icon} />}
        <span className={classes.name}>{t(command.label)}</span>
        {command.keys?.[0] ? <KeyCap shortcut={command.keys[0]} platform={platform} /> : null}
      </Combobox.Option>
    );
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget withExpandedAttribute>
        <input
          className={classes.input}
          data-autofocus
          value={query}
          placeholder={t('shell:palette.placeholder')}
          aria-label={t('shell:palette.placeholder')}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
          onFocus={() => {
            combobox.selectFirstOption();
            setListed(true);
          }}
          // The open list keeps Esc from the dialog, so the field closes it.
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) show(null);
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} className={classes.options ?? ''} aria-label={t('shell:palette.label')}>
        {found.length === 0 ? <Combobox.Empty>{t('shell:palette.none', { query })}</Combobox.Empty> : null}
        {query
          ? found.map(row)
          : commandGroups.map((group) => {
              const members = found.filter((command) => command.group === group);
              return members.length > 0 ? (
                <Combobox.Group key={group} label={t(`shell:groups.${group}`)}>
                  {members.map(row)}
                </Combobox.Group>
              ) : null;
            })}
      </Combobox.Options>
    </Combobox>
  );
}
