import { ActionIcon, Menu, Select, Slider, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconFileExport, IconListTree, IconSearch, IconSquareHalf } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type Ref } from 'react';
import type { PhotoFilter } from '../../../../app/contract/photos.ts';
import { useBridge } from '../../../bridge/index.ts';
import { IconButton } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useSettings } from '../../../shell/settings-context.tsx';
import { isComposing } from '../../../shell/shortcut.ts';
import { useWords } from '../logic/words.ts';
import classes from './toolbar.module.css';

/** Milliseconds of quiet before a search is asked, so that a word is one question and not five. */
const searchDelay = 140;

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (search: string) => void;
  readonly field: Ref<HTMLInputElement>;
  /** ↓ or Enter: on to what was found */
  readonly onLeave: () => void;
}

/** Finds photos by name. What an input method is still composing is not searched for. */
export function SearchField({ value, onChange, field, onLeave }: SearchFieldProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // Our own words coming back must not undo what was typed since; another's (a reset, a link) replace them.
    if (value !== sent) {
      setSent(value);
      setTyped(value);
    }
  }
  const send = (text: string): void => {
    setSent(text);
    onChange(text);
  };
  const sendSoon = useEffectEvent(send);
  useEffect(() => {
    if (composing || typed === sent) return;
    const timer = setTimeout(() => sendSoon(typed), searchDelay);
    return () => clearTimeout(timer);
  }, [typed, sent, composing]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // ↓ and Enter choose among the input method's words until the word is written.
    if (composing || isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      setTyped('');
      event.currentTarget.blur();
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      if (typed !== sent) send(typed);
      onLeave();
    }
  };
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.search ?? ''}
      aria-label={say('search.label')}
      placeholder={say('search.placeholder')}
      leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={onKeyDown}
    />
  );
}

const sorts = ['worst', 'newest', 'name'] as const;
const grounds = ['grey', 'white', 'black', 'checker'] as const;

interface ViewOptionsProps {
  readonly onExport: () => void;
  /** in groups by what is wrong */
  readonly byRule: boolean;
  readonly onByRule: (byRule: boolean) => void;
  readonly sort: PhotoFilter['sort'];
  readonly onSort: (sort: PhotoFilter['sort']) => void;
  readonly tileSize: number;
  readonly onTileSize: (size: number) => void;
}

/** Order, size of the tiles, and what the pictures lie on. */
export function ViewOptions({ onExport, byRule, onByRule, sort, onSort, tileSize, onTileSize }: ViewOptionsProps) {
  const { say } = useWords();
  const { settings, setSettings } = useSettings();
  const { platform } = useBridge().start;
  return (
    <div className={classes.view}>
      <IconButton icon={IconListTree} label={say('groups.toggle')} shortcut={shortcutFor('group')} platform={platform} pressed={byRule} onClick={() => onByRule(!byRule)} />
      <Select
        aria-label={say('sort.label')}
        w={138}
        value={sort}
        data={sorts.map((value) => ({ value, label: say(`sort.${value}`) }))}
        onChange={(value) => {
          const chosen = sorts.find((one) => one === value);
          if (chosen) onSort(chosen);
        }}
      />
      <Slider className={classes.size ?? ''} size="xs" min={128} max={320} step={16} value={tileSize} onChange={onTileSize} label={null} thumbLabel={say('size')} />
      <IconButton icon={IconFileExport} label={say('export:action')} shortcut={shortcutFor('export')} platform={platform} onClick={onExport} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={say('background.label')}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={say('background.label')}>
              <IconSquareHalf size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{say('background.label')}</Menu.Label>
          {grounds.map((ground) => (
            <Menu.Item
              key={ground}
              leftSection={<IconCheck size={14} aria-hidden visibility={settings.pictureBackground === ground ? 'visible' : 'hidden'} />}
              onClick={() => setSettings({ pictureBackground: ground })}
            >
              {say(`background.${ground}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
