import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFolderOpen, IconPhotoPlus } from '@tabler/icons-react';
import { useWords } from '../logic/words.ts';

interface AddPhotosProps {
  readonly busy: boolean;
  readonly onChoose: (kind: 'files' | 'folder') => void;
}

/** The page's main action: files or a whole folder. */
export function AddPhotos({ busy, onChoose }: AddPhotosProps) {
  const { say } = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={busy} leftSection={<IconPhotoPlus size={16} stroke={1.75} aria-hidden />} rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
          {say('add.action')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPhotoPlus size={16} stroke={1.75} aria-hidden />} onClick={() => onChoose('files')}>
          {say('add.files')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden />} onClick={() => onChoose('folder')}>
          {say('add.folder')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
