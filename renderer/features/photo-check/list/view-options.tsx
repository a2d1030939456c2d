import { ActionIcon, Menu, Select, Slider, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconFileExport, IconListTree, IconSearch, IconSquareHalf } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import type { PhotoFilter } from '../../../../app/contract/photos.ts';
import { useBridge } from '../../../bridge/index.ts';
import { IconButton } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useSettings } from '../../../shell/settings-context.tsx';
import { isComposing } from '../../../shell/shortcut.ts';
import { useTypedSearch } from '../../../shell/use-typed-search.ts';
import { useWords } from '../logic/words.ts';
import classes from './toolbar.module.css';

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
  const { composing, clear, sendNow, input } = useTypedSearch(value, onChange);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // ↓ and Enter choose among the input method's words until the word is written.
    if (composing || isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      clear();
      event.currentTarget.blur();
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      sendNow();
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
      {...input}
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
