import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconDots, IconPhoto, IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { ProductDetail, ProductRow, SlotRow } from '../../../../app/contract/products.ts';
import { useProductWords } from '../logic/words.ts';
import { Thumb } from '../list/thumb.tsx';
import type { Arrange } from './use-arrange.ts';
import classes from './slots-editor.module.css';

type Variants = ProductDetail['variants'];
const dragged = 'application/x-vitrine-photo';

interface SlotProps {
  readonly slot: number;
  readonly picture: SlotRow | undefined;
  readonly variants: Variants;
  readonly arrange: Arrange;
  readonly onAdd: (slot: number) => void;
}

function SlotMenu({ picture, variants, arrange }: { picture: SlotRow; variants: Variants; arrange: Arrange }) {
  const words = useProductWords();
  const { t } = words;
  const navigate = useNavigate();
  const move = (slot: number): void => arrange({ kind: 'move', photoId: picture.photoId, slot }, t('products:said.at', { name: picture.name, slot: words.slot(slot) }));
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon className={classes.more ?? ''} variant="default" size={24} aria-label={t('products:action.menu', { name: picture.name })}>
          <IconDots size={14} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPhoto size={16} stroke={1.75} aria-hidden />} onClick={() => void navigate(`/photos?photo=${picture.photoId}`)}>{t('products:action.open')}</Menu.Item>
        <Menu.Item leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />} disabled={picture.slot === 1} onClick={() => move(picture.slot - 1)}>{t('products:action.earlier')}</Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />} onClick={() => move(picture.slot + 1)}>{t('products:action.later')}</Menu.Item>
        {variants.length > 0 ? <Menu.Label>{t('products:variant.of')}</Menu.Label> : null}
        {variants.length > 0 ? [null, ...variants].slice(0, 40).map((variant) => (
          <Menu.Item key={variant?.id ?? ''} disabled={(variant?.id ?? null) === picture.variantId} onClick={() => arrange({ kind: 'variant', photoId: picture.photoId, variantId: variant?.id ?? null })}>
            {variant === null ? t('products:variant.none') : [variant.colour, variant.size, variant.sku].filter(Boolean).join(' · ')}
          </Menu.Item>
        )) : null}
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />} onClick={() => arrange({ kind: 'unassign', photoIds: [picture.photoId] })}>{t('products:action.unassign')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Slot({ slot, picture, variants, arrange, onAdd }: SlotProps) {
  const words = useProductWords();
  const { t } = words;
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const variant = variants.find(({ id }) => id === picture?.variantId);
  const said = (to: number): string => t('products:said.at', { name: picture?.name ?? '', slot: words.slot(to) });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!picture) return;
    const step = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0 && slot + step >= 1) arrange({ kind: 'move', photoId: picture.photoId, slot: slot + step }, said(slot + step));
    else if (event.key === 'Delete') arrange({ kind: 'unassign', photoIds: [picture.photoId] });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    const photoId = event.dataTransfer.getData(dragged);
    if (photoId === '') return;
    event.preventDefault();
    arrange({ kind: 'move', photoId, slot }, said(slot));
  };
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(dragged)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <li className={classes.slot} data-over={over || undefined} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {picture ? (
        <>
          <button
            type="button"
            className={classes.picture}
            draggable
            aria-label={t('products:said.at', { name: picture.name, slot: words.slot(slot) })}
            title={picture.name}
            onDragStart={(event) => event.dataTransfer.setData(dragged, picture.photoId)}
            onKeyDown={onKeyDown}
            onClick={() => void navigate(`/photos?photo=${picture.photoId}`)}
          >
            <Thumb photoId={picture.photoId} sha256={picture.sha256} alt="" size={92} />
          </button>
          <SlotMenu picture={picture} variants={variants} arrange={arrange} />
        </>
      ) : (
        <button type="button" className={classes.empty} aria-label={t('products:picker.title', { slot: words.slot(slot) })} onClick={() => onAdd(slot)}>
          <IconPhotoPlus size={20} stroke={1.5} aria-hidden />
        </button>
      )}
      <span className={classes.caption}>{words.slot(slot)}</span>
      {variant ? <span className={classes.variant} title={variant.sku ?? undefined}>{variant.colour ?? variant.size ?? variant.sku}</span> : null}
    </li>
  );
}

/** A product's pictures in their slots, with the empty ones between them and one more at the end. */
export function SlotsEditor({ row, variants, arrange, onAdd }: { row: ProductRow; variants: Variants; arrange: Arrange; onAdd: (slot: number) => void }) {
  const { t } = useProductWords();
  const bySlot = new Map(row.slots.map((one) => [one.slot, one]));
  const last = Math.max(0, ...bySlot.keys());
  return (
    <>
      <ol className={classes.slots}>
        {Array.from({ length: last + 1 }, (_, at) => (
          // by its photo, so that a picture keeps the focus while it moves
          <Slot key={bySlot.get(at + 1)?.photoId ?? `empty-${at}`} slot={at + 1} picture={bySlot.get(at + 1)} variants={variants} arrange={arrange} onAdd={onAdd} />
        ))}
      </ol>
      <p className={classes.help}>{t('products:inspector.help')}</p>
    </>
  );
}
