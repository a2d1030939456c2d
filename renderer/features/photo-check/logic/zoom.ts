/** How a picture lies in its frame. `scale` 1 = the whole picture fits; offsets move its centre, in frame pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const fitted: Zoom = { scale: 1, x: 0, y: 0 };
const largest = 16;
/** One press of + or −. */
export const zoomStep = 1.4;

/** The size at which all of `picture` shows in `frame`; small pictures are enlarged at most 2×. */
export function fitSize(picture: Size, frame: Size): Size {
  if (picture.width <= 0 || picture.height <= 0) return { width: 0, height: 0 };
  const factor = Math.min(frame.width / picture.width, frame.height / picture.height, 2);
  return { width: picture.width * factor, height: picture.height * factor };
}

/** Keeps the picture from being pushed out of its frame; centred along a side on which it fits. */
export function clampPan(zoom: Zoom, fit: Size, frame: Size): Zoom {
  const roomX = Math.max(0, (fit.width * zoom.scale - frame.width) / 2);
  const roomY = Math.max(0, (fit.height * zoom.scale - frame.height) / 2);
  return { scale: zoom.scale, x: Math.min(roomX, Math.max(-roomX, zoom.x)), y: Math.min(roomY, Math.max(-roomY, zoom.y)) };
}

/** Zooms by `factor` so that the point of the picture under `at` (relative to the frame's centre) stays there. */
export function zoomAt(zoom: Zoom, factor: number, at: { readonly x: number; readonly y: number }, fit: Size, frame: Size): Zoom {
  const scale = Math.min(largest, Math.max(1, zoom.scale * factor));
  const ratio = scale / zoom.scale;
  return clampPan({ scale, x: at.x - (at.x - zoom.x) * ratio, y: at.y - (at.y - zoom.y) * ratio }, fit, frame);
}

export const panBy = (zoom: Zoom, dx: number, dy: number, fit: Size, frame: Size): Zoom =>
  clampPan({ scale: zoom.scale, x: zoom.x + dx, y: zoom.y + dy }, fit, frame);
