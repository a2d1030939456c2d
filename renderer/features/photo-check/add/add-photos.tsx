import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFolderOpen, IconFolders, IconFolderSymlink, IconPhotoPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { foldersPath, useWatchFolder } from '../../watching/index.ts';
import { useWords } from '../logic/words.ts';

interface AddPhotosProps {
  readonly busy: boolean;
  readonly onChoose: (kind: 'files' | 'folder') => void;
}

/** The page's main action: files or a whole folder, once or from now on. */
export function AddPhotos({ busy, onChoose }: AddPhotosProps) {
  const { say } = useWords();
  const { choose: watch } = useWatchFolder();
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
        <Menu.Divider />
        <Menu.Item leftSection={<IconFolderSymlink size={16} stroke={1.75} aria-hidden />} onClick={watch}>
          {say('watching:action.choose')}
        </Menu.Item>
        <Menu.Item component={Link} to={foldersPath} leftSection={<IconFolders size={16} stroke={1.75} aria-hidden />}>
          {say('watching:title')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
