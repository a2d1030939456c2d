import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconChevronDown, IconDeviceFloppy, IconPencil } from '@tabler/icons-react';
import type { DeskView } from '../../../../app/contract/views.ts';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useWords } from '../logic/words.ts';
import { builtInIds, builtInViews, sameView } from './built-in.ts';
import type { SavedViews } from './use-saved-views.ts';
import classes from './views.module.css';

interface ViewsMenuProps {
  readonly view: DeskView;
  readonly saved: SavedViews;
  readonly onChange: (view: Partial<DeskView>) => void;
}

/** The views that have names: one press shows what was worth a name once. */
export function ViewsMenu({ view, saved, onChange }: ViewsMenuProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  const own = saved.views.find((one) => sameView(view, one.view));
  const builtIn = builtInIds.find((id) => sameView(view, builtInViews[id]));
  const current = own?.name ?? (builtIn === undefined ? null : say(`views:builtIn.${builtIn}`));
  const mark = (on: boolean): React.ReactNode => <IconCheck size={14} aria-hidden visibility={on ? 'visible' : 'hidden'} />;
  return (
    <Menu position="bottom-start" width={264}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.target ?? ''}
          leftSection={<IconBookmark size={14} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
          aria-label={current === null ? undefined : say('views:label', { name: current })}
        >
          <span className={classes.name}>{current ?? say('views:menu')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {saved.views.length > 0 ? <Menu.Label>{say('views:own')}</Menu.Label> : null}
        {saved.views.map((one) => (
          <Menu.Item key={one.id} leftSection={mark(one === own)} onClick={() => onChange({ own: null, ...one.view })}>
            <span className={classes.item}>{one.name}</span>
          </Menu.Item>
        ))}
        <Menu.Label>{say('views:builtIn.label')}</Menu.Label>
        {builtInIds.map((id) => (
          <Menu.Item key={id} leftSection={mark(own === undefined && id === builtIn)} onClick={() => onChange({ own: null, ...builtInViews[id] })}>
            {say(`views:builtIn.${id}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconDeviceFloppy size={14} stroke={1.75} aria-hidden />} rightSection={<KeyCap shortcut={shortcutFor('save-view') ?? ''} platform={platform} />} onClick={() => saved.show('form')}>
          {say('views:save')}
        </Menu.Item>
        <Menu.Item disabled={saved.views.length === 0} leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />} onClick={() => saved.show('manager')}>
          {say('views:manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
