import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useWords } from '../logic/words.ts';
import classes from './compare.module.css';

interface DividerProps {
  /** 0–1 from the left */
  readonly at: number;
  readonly onMove: (at: number) => void;
}

const step = 0.02;
const clamp = (at: number): number => Math.min(1, Math.max(0, at));
const moves: Readonly<Record<string, (at: number) => number>> = {
  ArrowLeft: (at) => at - step,
  ArrowRight: (at) => at + step,
  Home: () => 0,
  End: () => 1,
};

/** The line between original and copy: dragged by mouse, or moved by arrow keys while it has the focus. */
export function Divider({ at, onMove }: DividerProps) {
  const { say } = useWords();
  const line = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(clamp(move(at)));
  };
  const onPointerMove = (event: PointerEvent): void => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (dragging.current && box) onMove(clamp((event.clientX - box.left) / box.width));
  };
  return (
    <div
      ref={line}
      className={classes.divider}
      style={{ left: `${at * 100}%` }}
      role="separator"
      aria-orientation="vertical"
      aria-label={say('fixes:compare.divider')}
      aria-valuenow={Math.round(at * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (dragging.current = false)}
    />
  );
}
