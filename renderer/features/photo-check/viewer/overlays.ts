import { IconBoxAlignTop, IconDropletHalf2, IconMask, IconTextScan2, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { Measures, RuleId } from '../../../../app/photo-check/types.ts';
import type { Phase } from '../../../shell/command.ts';

export const overlayIds = ['mask', 'off-white', 'text', 'fill'] as const;
export type OverlayId = (typeof overlayIds)[number];

export const overlayIcons: Record<OverlayId, Icon> = {
  mask: IconMask,
  'off-white': IconDropletHalf2,
  text: IconTextScan2,
  fill: IconBoxAlignTop,
};

/** What to lay over the picture while a finding of that rule is pointed at. */
export const overlayOfRule: Partial<Record<RuleId, OverlayId>> = {
  'background-not-white': 'off-white',
  'fill-too-small': 'fill',
  'fill-too-large': 'fill',
  'text-overlay': 'text',
  clutter: 'text',
};

/** Whether there is anything to show for a photo. */
export function overlayMeasured(overlay: OverlayId, measures: Measures | null): boolean {
  if (!measures) return false;
  const measured: Record<OverlayId, boolean> = {
    mask: measures.maskSource !== 'none',
    'off-white': measures.backgroundWhiteShare !== null,
    text: measures.textOverlays.length + measures.productText.length > 0,
    fill: measures.productBox !== null,
  };
  return measured[overlay];
}

interface Overlays {
  readonly shown: ReadonlySet<OverlayId>;
  /** switched on by its button, whether or not it is held just now */
  readonly kept: ReadonlySet<OverlayId>;
  readonly toggle: (overlay: OverlayId) => void;
  readonly onKey: (overlay: OverlayId, phase: Phase) => void;
}

/** Overlays that are kept on, and the one whose key is held: holding the key of one that is on hides it. */
export function useOverlays(pointedAt: RuleId | null): Overlays {
  const [kept, setKept] = useState<ReadonlySet<OverlayId>>(new Set());
  const [held, setHeld] = useState<OverlayId | null>(null);
  const toggle = (overlay: OverlayId): void =>
    setKept((now) => {
      const next = new Set(now);
      if (!next.delete(overlay)) next.add(overlay);
      return next;
    });
  const shown = new Set(kept);
  const pointed = pointedAt ? overlayOfRule[pointedAt] : undefined;
  if (pointed) shown.add(pointed);
  if (held && !shown.delete(held)) shown.add(held);
  return {
    shown,
    kept,
    toggle,
    onKey(overlay, phase) {
      if (phase === 'press') toggle(overlay);
      else setHeld(phase === 'down' ? overlay : null);
    },
  };
}
