import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { clampPan, fitSize, fitted, panBy, zoomAt, zoomStep, type Size } from './zoom.ts';

const centre = { x: 0, y: 0 };

/**
 * Zoom and pan of a frame. They stay as they are when the picture changes, so that two pictures can be compared at
 * the same spot. Where `panes` lie side by side in the frame, all share them: `pane` is the size of one, and a point is
 * zoomed to in whichever it lies.
 */
export function useZoom(frame: RefObject<HTMLElement | null>, pane: Size, picture: Size, panes = 1) {
  const [wanted, setZoom] = useState(fitted);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const fit = fitSize(picture, pane);
  const zoom = clampPan(wanted, fit, pane);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const width = box.width / panes;
    const at = { x: ((event.clientX - box.left) % width) - width / 2, y: event.clientY - box.top - box.height / 2 };
    setZoom(zoomAt(zoom, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), at, fit, pane));
  });
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    // React listens passively, which could not keep the wheel from scrolling.
    const listen = (event: WheelEvent): void => onWheel(event);
    node.addEventListener('wheel', listen, { passive: false });
    return () => node.removeEventListener('wheel', listen);
  }, [frame]);

  const by = (factor: number): void => setZoom(zoomAt(zoom, factor, centre, fit, pane));
  return {
    zoom,
    fit,
    zoomIn: () => by(zoomStep),
    zoomOut: () => by(1 / zoomStep),
    reset: () => setZoom(fitted),
    pointer: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || zoom.scale === 1 || (event.target as Element).closest('[role=separator]')) return;
        drag.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const from = drag.current;
        if (!from) return;
        setZoom(panBy(zoom, event.clientX - from.x, event.clientY - from.y, fit, pane));
        drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => (drag.current = null),
    },
  };
}
