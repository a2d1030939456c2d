import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { mediaUrl } from '../../photo-check/index.ts';
import classes from './thumb.module.css';

interface ThumbProps {
  readonly photoId: string;
  readonly sha256: string | null;
  readonly alt: string;
  readonly size: number;
}

/** A small picture of a photo; a placeholder while it is not checked, or where its picture is gone. */
export function Thumb({ photoId, sha256, alt, size }: ThumbProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = { width: size, height: size };
  if (sha256 === null) return <span className={classes.waiting} style={style} />;
  if (broken === sha256) return <span className={classes.broken} style={style}><IconPhotoOff size={16} stroke={1.5} aria-hidden /></span>;
  return <img className={classes.thumb} style={style} src={mediaUrl({ id: photoId, sha256 }, 'thumb')} alt={alt} decoding="async" draggable={false} onError={() => setBroken(sha256)} />;
}
