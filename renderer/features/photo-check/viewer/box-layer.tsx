import type { Finding, Measures } from '../../../../app/photo-check/types.ts';
import { useWords } from '../logic/words.ts';
import type { OverlayId } from './overlays.ts';
import classes from './stage.module.css';

type Box = Finding['boxes'][number];

interface Shape {
  readonly box: Box;
  readonly kind: 'text-over' | 'text-printed' | 'fill' | 'finding';
  readonly label?: string;
}

interface BoxLayerProps {
  readonly width: number;
  readonly height: number;
  readonly measures: Measures | null;
  readonly shown: ReadonlySet<OverlayId>;
  /** boxes of the finding that is pointed at */
  readonly pointed: readonly Box[];
  /** how much larger than its own pixels the picture is drawn, to keep lines and labels the same size */
  readonly scale: number;
}

/** The boxes over the picture, drawn in its own pixels: text, fill box, and those of the finding pointed at. */
export function BoxLayer({ width, height, measures, shown, pointed, scale }: BoxLayerProps) {
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
  if (shapes.length === 0) return null;
  const size = 12 / scale;
  return (
    <svg className={classes.boxes} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {shapes.map(({ box, kind, label }, index) => {
        // A label stands above its box, or inside where there is no room above.
        const y = box.y > size * 1.6 ? box.y - size * 0.4 : box.y + size * 1.2;
        return (
          <g key={index} data-kind={kind}>
            <rect x={box.x} y={box.y} width={box.width} height={box.height} vectorEffect="non-scaling-stroke" />
            {label ? <text x={box.x + size * 0.2} y={y} fontSize={size} strokeWidth={size * 0.28}>{label}</text> : null}
          </g>
        );
      })}
    </svg>
  );
}
