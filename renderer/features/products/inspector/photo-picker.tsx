import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '../../../bridge/index.ts';
import { useTypedSearch } from '../../../shell/use-typed-search.ts';
import { useProductWords } from '../logic/words.ts';
import { Thumb } from '../list/thumb.tsx';
import classes from './photo-picker.module.css';

const shown = 60;

interface PhotoPickerProps {
  /** null = closed */
  readonly slot: number | null;
  readonly onPick: (photoId: string, name: string) => void;
  readonly onClose: () => void;
}

/** Chooses one of the shop's photos for a slot, by name or by eye. */
export function PhotoPicker({ slot, onPick, onClose }: PhotoPickerProps) {
  const words = useProductWords();
  const title = words.t('products:picker.title', { slot: words.slot(slot ?? 1) });
  return (
    <Modal opened={slot !== null} onClose={onClose} title={title} size={640} closeButtonProps={{ 'aria-label': words.t('shell:inspector.close') }}>
      {slot === null ? null : <Picker onPick={onPick} />}
    </Modal>
  );
}

function Picker({ onPick }: Pick<PhotoPickerProps, 'onPick'>) {
  const { t } = useProductWords();
  const [search, setSearch] = useState('');
  const { input } = useTypedSearch(search, setSearch);
  const list = useCall('photos.list', { search, sort: 'newest', limit: shown }, { keepPrevious: true });
  const rows = list.data?.rows ?? [];
  return (
    <>
      <TextInput data-autofocus aria-label={t('products:picker.search')} placeholder={t('products:picker.search')} leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />} {...input} />
      <ul className={classes.photos}>
        {rows.map((photo) => (
          <li key={photo.id}>
            <button type="button" className={classes.photo} onClick={() => onPick(photo.id, photo.name)} title={photo.name}>
              <Thumb photoId={photo.id} sha256={photo.sha256} alt="" size={84} />
              <span className={classes.name}>{photo.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {list.data && rows.length === 0 ? <p>{t('products:picker.none')}</p> : null}
    </>
  );
}
