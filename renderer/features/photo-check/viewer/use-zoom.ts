import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { clampPan, fitSize, fitted, panBy, zoomAt, zoomStep, type Size } from '../logic/zoom.ts';

const centre = { x: 0, y: 0 };

/**
 * Zoom and pan of one frame. They stay as they are when the picture changes, so that two pictures can be
 * compared at the same spot.
 */
export function useZoom(frame: RefObject<HTMLElement | null>, frameSize: Size, picture: Size) {
  const [wanted, setZoom] = useState(fitted);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const fit = fitSize(picture, frameSize);
  const zoom = clampPan(wanted, fit, frameSize);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const at = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    setZoom(zoomAt(zoom, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), at, fit, frameSize));
  });
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    // React listens passively, which could not keep the wheel from scrolling.
    const listen = (event: WheelEvent): void => onWheel(event);
    node.addEventListener('wheel', listen, { passive: false });
    return () => node.removeEventListener('wheel', listen);
  }, [frame]);

  const by = (factor: number): void => setZoom(zoomAt(zoom, factor, centre, fit, frameSize));
  return {
    zoom,
    fit,
    zoomIn: () => by(zoomStep),
    zoomOut: () => by(1 / zoomStep),
    reset: () => setZoom(fitted),
    pointer: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || zoom.scale === 1) return;
        drag.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const from = drag.current;
        if (!from) return;
        setZoom(panBy(zoom, event.clientX - from.x, event.clientY - from.y, fit, frameSize));
        drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => (drag.current = null),
    },
  };
}
