import type { Finding, Measures } from '../../../../app/photo-check/types.ts';
import { useWords } from '../logic/words.ts';
import type { OverlayId } from './overlays.ts';
import classes from './box-layer.module.css';

type Box = Finding['boxes'][number];

interface Shape {
  readonly box: Box;
  readonly kind: 'text-over' | 'text-printed' | 'fill' | 'finding';
  readonly label?: string;
}

interface BoxLayerProps {
  /** pixels of the upright picture, which the boxes are given in */
  readonly width: number;
  readonly height: number;
  readonly measures: Measures | null;
  readonly shown: ReadonlySet<OverlayId>;
  /** boxes of the finding that is pointed at */
  readonly pointed: readonly Box[];
}

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

/** The boxes over the picture: text over it, text on the product, the fill box, and those of the finding pointed at. */
export function BoxLayer({ width, height, measures, shown, pointed }: BoxLayerProps) {
  const { format } = useWords();
  const shapes: Shape[] = [];
  if (measures && shown.has('text')) {
    shapes.push(...measures.productText.map(({ box, text }): Shape => ({ box, kind: 'text-printed', label: text })));
    shapes.push(...measures.textOverlays.map(({ box, text }): Shape => ({ box, kind: 'text-over', label: text })));
  }
  if (measures?.productBox && shown.has('fill')) {
    shapes.push({ box: measures.productBox, kind: 'fill', ...(measures.fill === null ? {} : { label: format.percent(measures.fill) }) });
  }
  shapes.push(...pointed.map((box): Shape => ({ box, kind: 'finding' })));
  return (
    <div className={classes.layer} aria-hidden>
      {shapes.map(({ box, kind, label }, index) => (
        <div
          key={index}
          className={classes.box}
          data-kind={kind}
          // A label stands above its box, else below, so that it covers no words; inside only where there is room for neither.
          data-label={box.y >= height * 0.05 ? 'above' : box.y + box.height <= height * 0.95 ? 'below' : 'inside'}
          style={{ left: percent(box.x, width), top: percent(box.y, height), width: percent(box.width, width), height: percent(box.height, height) }}
        >
          {label ? <span className={classes.label}>{label}</span> : null}
        </div>
      ))}
    </div>
  );
}
