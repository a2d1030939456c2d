import classes from './skeletons.module.css';

/** Rows that stand where a list or table will be. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div className={classes.rows} data-skeleton aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} data-width={index % 3} />
      ))}
    </div>
  );
}

/** Tiles that stand where a grid of pictures will be; `size` in px. */
export function SkeletonTiles({ tiles = 24, size = 160 }: { tiles?: number; size?: number }) {
  return (
    <div className={classes.tiles} style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${size}px, 1fr))` }} data-skeleton aria-hidden>
      {Array.from({ length: tiles }, (_, index) => (
        <div key={index} className={classes.tile} />
      ))}
    </div>
  );
}
