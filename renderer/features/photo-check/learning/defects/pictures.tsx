import { Link } from 'react-router';
import { mediaUrl } from '../../logic/media-url.ts';
import classes from './defects.module.css';

interface Pictured {
  readonly photoId: string;
  readonly name: string;
  readonly sha256: string | null;
}

interface PicturesProps<P extends Pictured> {
  readonly pictures: readonly P[];
  /** said of each, e.g. its probability or its label */
  readonly say?: (picture: P) => string;
}

/** Small pictures in a row that wraps; each opens its photo. */
export function Pictures<P extends Pictured>({ pictures, say }: PicturesProps<P>) {
  return (
    <ul className={classes.pictures}>
      {pictures.map((picture) => (
        <li key={picture.photoId}>
          <Link className={classes.picture} to={`/photos?photo=${encodeURIComponent(picture.photoId)}`} title={picture.name}>
            <img src={mediaUrl({ id: picture.photoId, sha256: picture.sha256 }, 'thumb')} alt={picture.name} loading="lazy" />
            {say ? <span className={classes.caption}>{say(picture)}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
