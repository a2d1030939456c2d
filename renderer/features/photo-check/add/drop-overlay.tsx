import { IconPhotoPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '../logic/words.ts';
import classes from './drop-overlay.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes files: while some are held over it, it says what will happen to them. */
export function DropOverlay({ onDrop, title, hint }: { onDrop: (files: readonly File[]) => void; title?: string; hint?: string }) {
  const { say } = useWords();
  const [over, setOver] = useState(false);
  const take = useEffectEvent((files: readonly File[]) => onDrop(files));
  useEffect(() => {
    // Entering a child fires before leaving its parent, so the two are counted.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', hover);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('dragover', hover);
      removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={classes.overlay} role="status">
      <div className={classes.target}>
        <IconPhotoPlus size={32} stroke={1.5} aria-hidden className={classes.icon} />
        <p className={classes.title}>{title ?? say('drop.title')}</p>
        <p className={classes.hint}>{hint ?? say('drop.hint')}</p>
      </div>
    </div>
  );
}
